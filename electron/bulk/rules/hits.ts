import { createHash } from 'node:crypto'
import type { Hit, ReplaceRule } from '../../shared/find-rule'
import type { BulkProduct } from '../planner'
import { findSpans, type Span } from './find-spans'
import { readableText, type Readable } from './readable-text'
import { textPlaces, type TextPlace } from './text-places'

/** So much of the text before and after a hit is shown with it. */
const shownAround = 40

/** A text with what was found in it, stretch by stretch. */
export type SearchedText = TextPlace & {
  /** What the ids of its hits begin with. */
  key: string
  /** What tells it from another text there. */
  mark: string
  stretches: readonly { read: Readable; spans: readonly Span[] }[]
}

/** The texts of a product in which something was found. */
export function searched(product: BulkProduct, rule: ReplaceRule): SearchedText[] {
  const places = textPlaces(product, rule)
  const readable = places.map(({ text, isHtml }) => readableText(text, isHtml))
  const texts = readable.flat().map(({ text }) => text)
  const found = findSpans(texts, rule.find, rule.replacement)
  let next = 0
  return places.flatMap((place, at) => {
    const stretches = (readable[at] ?? []).map((read) => ({ read, spans: found[next++] ?? [] }))
    const isFound = stretches.some(({ spans }) => spans.length > 0)
    return isFound ? [{ ...place, key: keyOf(product.id, place), mark: markOf(place.text), stretches }] : []
  })
}

const keyOf = (productId: number, { variationId, field, part }: TextPlace): string =>
  `${productId}/${variationId ?? ''}/${field}/${part}/`

const markOf = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 8)

/** The same as long as the text is the same. */
export const hitId = (
  { key, mark }: Pick<SearchedText, 'key' | 'mark'>,
  { storedAt }: Readable,
  { from }: Span,
): string => `${key}${mark}.${storedAt(from)}`

/** For their owner to look at. */
export const hitsOf = (product: BulkProduct, rule: ReplaceRule): Hit[] =>
  searched(product, rule).flatMap(({ variationId, field, part, ...text }) =>
    text.stretches.flatMap(({ read, spans }) =>
      spans.map((span) => ({
        id: hitId(text, read, span),
        productId: product.id,
        variationId,
        field,
        part,
        before: read.text.slice(Math.max(0, span.from - shownAround), span.from),
        found: read.text.slice(span.from, span.to),
        after: read.text.slice(span.to, span.to + shownAround),
        replacement: span.replacement,
      })),
    ),
  )
