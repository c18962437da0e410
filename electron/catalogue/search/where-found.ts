import type { ProductRow } from '../../shared/product-query'
import { foldText, searchWords } from '../../shared/search-words'
import { skuLine, type ProductFacts } from '../product-facts'
import type { Needle } from './text-search'

const around = 60
const writtenWord = /[\p{L}\p{N}\p{M}]+/gu

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
  if (words.length === 0 || text === '') return false
  const found = searchWords(text)
  return words.every((word) => found.some((each) => (isPrefix ? each.startsWith(word) : each === word)))
}

function isPartOf({ part }: Needle, sku: string): boolean {
  return part !== undefined && skuLine(sku).includes(part)
}

/** The words around the first one found, cut at word ends. */
function snippetOf({ words, isPrefix }: Needle, text: string): string | undefined {
  const flat = text.replace(/\s+/g, ' ')
  for (const match of flat.matchAll(writtenWord)) {
    const folded = foldText(match[0])
    if (!words.some((word) => (isPrefix ? folded.startsWith(word) : folded === word))) continue
    const from = match.index <= around ? 0 : flat.indexOf(' ', match.index - around) + 1
    const end = match.index + match[0].length + around
    const to = end >= flat.length ? flat.length : Math.max(flat.lastIndexOf(' ', end), match.index + match[0].length)
    return `${from > 0 ? '… ' : ''}${flat.slice(Math.min(from, match.index), to)}${to < flat.length ? ' …' : ''}`
  }
  return undefined
}
