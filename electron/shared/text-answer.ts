import type { RequestName, RequestOutput } from './contract'
import type { Result } from './errors'

/**
 * Calls whose answer may be thousands of small objects. As one text it passes two processes and the window's two worlds for a tenth of what
 * the objects cost, each of which is copied at every border.
 */
const textAnswers = ['catalogue.product'] as const satisfies RequestName[]

export type TextAnswer = { ok: true; text: string }
/** What comes over the last border; an answer that was not made by another process may still be the value itself. */
export type AnswerTo<Name extends RequestName> =
  Result<RequestOutput<Name>> | (Name extends (typeof textAnswers)[number] ? TextAnswer : never)

export const valueIn = <Value>(answer: { ok: true; value: Value } | TextAnswer): Value =>
  'text' in answer ? (JSON.parse(answer.text) as Value) : answer.value

/** As it leaves the process that made it. */
export function packed(name: string, result: Result<unknown>): Result<unknown> | TextAnswer {
  const isText = (textAnswers as readonly string[]).includes(name)
  return isText && result.ok ? { ok: true, text: JSON.stringify(result.value) } : result
}
