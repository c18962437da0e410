import { unlimitedWord } from '../shared/fields/product-stock'
import type { StoreWords } from '../shared/fields/kind'
import { fieldOf, type ProductField } from '../shared/fields/product-fields'
import { foldText } from '../shared/fold-text'

/** Kinds whose values are shown letter by letter as the store's JSON has them. */
const asTheyStand: ReadonlySet<string> = new Set(['text', 'longText', 'attributes'])

/** Letters and digits that follow each other: what stands between them may be put there by whoever shows them. */
export const piecesOf = (needle: string): string[] =>
  needle.split(/[^\p{L}\p{N}\p{M}]+/u).filter((piece) => piece !== '')

/** Whether a product can be passed over by a look at its JSON: what is shown of these fields stands there as it is. `needle`: folded. */
export const standsInJson = (needle: string, fields: readonly ProductField[]): boolean =>
  piecesOf(needle).length > 0 && fields.every((field) => asTheyStand.has(fieldOf(field).kind.name))

/** Where what a field can show is known without its values, and the text is not in it. */
export function isNeverShown(needle: string, field: ProductField, words: StoreWords): boolean {
  const { kind } = fieldOf(field)
  switch (kind.name) {
    case 'flag':
      return !said([kind.shown(true, words), kind.shown(false, words), unlimitedWord]).includes(needle)
    case 'choice':
      return !said(Object.values(kind.choices)).includes(needle)
    case 'number':
      return hasLetterBeside(needle, kind.shown(sample, words))
    case 'record':
      return Object.values(kind.parts).every(
        ({ kind: part }) => part.name === 'number' && hasLetterBeside(needle, part.shown(sample, words)),
      )
    case 'categories':
      return !isOfNames(needle, [...words.categories.map(({ name }) => name), 'Category'])
    case 'productType':
      return !isOfNames(needle, [...words.productTypes.map(({ name }) => name), 'General', 'Type'])
    default:
      return false
  }
}

const sample = 1234.5
const said = (texts: readonly string[]): string => foldText(texts.join('\n'))

/** A letter that no number has beside its digits. */
function hasLetterBeside(needle: string, shown: string): boolean {
  const beside = said([shown, unlimitedWord])
  return [...needle].some((sign) => /\p{L}/u.test(sign) && !beside.includes(sign))
}

/** Names that are not here are said by their numbers. */
function isOfNames(needle: string, names: readonly string[]): boolean {
  const all = said(names)
  return piecesOf(needle).every((piece) => /^\p{N}+$/u.test(piece) || all.includes(piece))
}

/** What is shown of a value, the parts of it one by one too; null: what that is, is not known here. */
export function shownOf(field: ProductField, value: unknown, words: StoreWords): string[] | null {
  const { kind } = fieldOf(field)
  if (value === undefined || value === null) return []
  if (kind.name === 'product' || kind.name === 'products' || kind.name === 'list' || kind.name === 'options')
    return null
  const whole = kind.shown(value, words)
  const parts = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : []
  const each = parts.map(([name, part]) => kind.parts[name]?.kind.shown(part, words) ?? String(part))
  return [
    whole,
    whole.replace(/\s+/g, ' ').trim(),
    ...(field === 'unlimited' && value === true ? [unlimitedWord] : []),
    ...each,
  ]
}
