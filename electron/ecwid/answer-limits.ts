import { AppError } from '../shared/errors'
import { says } from '../shared/sentence'
import { tooDeep } from './unread'

/** A page of a hundred large products has some 5 MB. */
const maxAnswerBytes = 64 * 1024 * 1024
const maxDepth = 100

/** The text of an answer. One without an end is let go at the limit, before it fills the memory. */
export async function readAnswerText(response: Response, limit = maxAnswerBytes): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > limit) {
      await reader.cancel().catch(() => {})
      throw new AnswerTooLarge()
    }
    text += decoder.decode(value, { stream: true })
  }
}

export class AnswerTooLarge extends Error {}

/** Whatever walks through JSON does so level by level: of what is too deep a list keeps the id, else AppError 'store-fault'. */
export function withoutTooDeep(raw: unknown): unknown {
  if (isArray(raw)) return raw.map(orItsId)
  if (isList(raw) && !isTooDeep({ ...raw, items: null })) return { ...raw, items: raw.items.map(orItsId) }
  if (!isTooDeep(raw)) return raw
  throw new AppError('store-fault', says('answer-too-deep'))
}

const isArray = (raw: unknown): raw is unknown[] => Array.isArray(raw)

const orItsId = (item: unknown): unknown =>
  typeof item === 'object' && item !== null && isTooDeep(item) ? tooDeep(item) : item

const isList = (raw: unknown): raw is { items: unknown[] } =>
  typeof raw === 'object' && raw !== null && 'items' in raw && Array.isArray(raw.items)

function isTooDeep(value: unknown, left = maxDepth): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1))
}
