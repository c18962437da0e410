import { otherTexts, wholeMap, type Texts } from './fields/translations'
import type { RemoteImage } from './remote-product'

type Alt = RemoteImage['alt']
type Languages = readonly string[] | undefined

/** What the alt text says in the other languages of the store. */
export const altTextsOf = (alt: Alt, languages: Languages): Texts =>
  otherTexts(alt?.translated, { text: alt?.main ?? '', languages })

/** A new text in the first language, new ones in the others, or both. */
export type NewAlt = { main?: string; texts?: Texts }

/**
 * The text stands in the map of its translations too, and nobody promises which of the two wins: what was the same text before
 * is the new one.
 */
export function rewrittenAlt(before: Alt, { main, texts }: NewAlt, languages: Languages): NonNullable<Alt> {
  const old = before?.main ?? ''
  const now = main ?? old
  const said = { ...before, ...(main !== undefined && { main }) }
  const map = before?.translated
  if (texts === undefined && Object.keys(map ?? {}).length === 0) return said
  const whole = wholeMap(texts ?? altTextsOf(before, languages), map, { text: old, languages }, now)
  return { ...said, translated: whole }
}
