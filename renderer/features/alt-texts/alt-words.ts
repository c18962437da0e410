import type { AltScope, AltSelection, AltTally } from '../../../electron/shared/alt-text'
import { altAdvisedLength } from '../../../electron/shared/picture-job'
import { formatNumber } from '../../../electron/shared/numbers/numbers'

export const countOf = (count: number, one: string): string => `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`

/** What the list is about. */
export function selectionSentence({ products, pictures, missing }: Omit<AltSelection, 'id' | 'typed'>): string {
  const about = `${countOf(pictures, 'picture')} of ${countOf(products, 'product')}`
  if (missing === 0) return `${about}; all have an alt text.`
  if (missing === pictures) return `${about}; none has an alt text.`
  return `${about}; ${formatNumber(missing)} without an alt text.`
}

/** What the button would do. */
export function tallySentence({ texts, products }: AltTally, scope: AltScope): string {
  if (texts === 0) return 'Nothing would change.'
  const kept = scope === 'missing' ? ' The others stay as they are.' : ''
  return `${countOf(texts, 'alt text')} will be written on ${countOf(products, 'product')}.${kept}`
}

export function lengthWarning(tooLong: number): string | null {
  if (tooLong === 0) return null
  const longer = tooLong === 1 ? '1 is longer' : `${formatNumber(tooLong)} are longer`
  return `${longer} than ${altAdvisedLength} characters; search engines cut ${tooLong === 1 ? 'it' : 'them'}.`
}
