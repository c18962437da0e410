import type { ProductRow } from '../../shared/product-query'
import { foldText } from '../../shared/fold-text'
import { foundPlaces, type Needle as Sought } from '../../shared/found-places'
import { searchWords } from '../../shared/search-words'
import { beginningPieces, mayBegin, spacedPieces } from '../../shared/word-pieces'
import { skuLine, type ProductFacts } from '../product-facts'
import type { Needle } from './text-search'

const around = 60

/** True when the name or the SKU of the row shows what was looked for. */
export function isShown(needle: Needle, name: string, sku: string): boolean {
  return isIn(needle, name) || isIn(needle, sku) || isPartOf(needle, sku)
}

/** Where a needle was found that neither name nor SKU shows. */
export function whereFound(
  needle: Needle,
  { texts, categories }: ProductFacts,
  categoryName: (id: number) => string | undefined,
): ProductRow['match'] {
  const first = (all: readonly string[]) => all.find((text) => isIn(needle, text))
  const variation = texts.variations.find((sku) => isIn(needle, sku) || isPartOf(needle, sku))
  if (variation !== undefined) return { field: 'variation', text: variation }
  const option = first(texts.options)
  if (option !== undefined) return { field: 'options', text: option }
  const attribute = first(texts.attributes)
  if (attribute !== undefined) return { field: 'attributes', text: attribute }
  const category = first(categories.flatMap((id) => categoryName(id) ?? []))
  if (category !== undefined) return { field: 'categories', text: category }
  const alt = first([...texts.alts, texts.mainAlt])
  if (alt !== undefined) return { field: 'alt', text: alt }
  const snippet = snippetOf(needle, texts.description)
  return snippet === undefined ? null : { field: 'description', text: snippet }
}

function isIn({ words, isPrefix }: Needle, text: string): boolean {
  if (words.length === 0 || text === '' || !mayBegin(foldText(text), words)) return false
  const found = isPrefix ? spacedPieces(text) : ` ${searchWords(text).join(' ')} `
  return words.every((word) => found.includes(isPrefix ? beginningPieces(word) : ` ${word} `))
}

function isPartOf({ part }: Needle, sku: string): boolean {
  return part !== undefined && skuLine(sku).includes(part)
}

/** The words around the first one found, cut at word ends. */
function snippetOf(needle: Needle, text: string): string | undefined {
  const flat = text.replace(/\s+/g, ' ')
  const [start, end] = firstFound(needle, flat) ?? []
  if (start === undefined || end === undefined) return undefined
  const from = start <= around ? 0 : Math.min(flat.indexOf(' ', start - around) + 1, start)
  const to = end + around >= flat.length ? flat.length : Math.max(flat.lastIndexOf(' ', end + around), end)
  return `${from > 0 ? '… ' : ''}${flat.slice(from, to)}${to < flat.length ? ' …' : ''}`
}

/** Start and end of the first word of the text that is one of the needle's. */
function firstFound({ words, isPrefix }: Needle, text: string): [number, number] | undefined {
  const sought = words.map((word): Sought => ({ text: word, where: isPrefix ? 'start' : 'word' }))
  const [first] = foundPlaces(text, sought).sort(([a], [b]) => a - b)
  return first
}
