import { categoryNodes } from '../category-nodes'
import type { Kind, StoreWords } from '../fields/kind'
import type { WrittenCell } from '../table'

/** Between the levels of a category, as Ecwid's own files have it. */
const betweenLevels = ' / '
/** Between several of a thing in one box. */
export const betweenNames = ' | '

/** `paths`: what each category is called with those above it. `attributes`: what each is called, by its id. */
export type CellWords = {
  words: StoreWords
  paths: ReadonlyMap<number, string>
  attributes: ReadonlyMap<string, string>
}

const known = new WeakMap<StoreWords, CellWords>()

/** Found out once for the words of a store. */
export function cellWords(words: StoreWords): CellWords {
  const found = known.get(words) ?? readWords(words)
  known.set(words, found)
  return found
}

function readWords(words: StoreWords): CellWords {
  const nodes = categoryNodes([...words.categories])
  const attributes = words.productTypes.flatMap((type) => type.attributes)
  return {
    words,
    paths: new Map(nodes.map(({ id, path }) => [id, path.join(betweenLevels)])),
    attributes: new Map(attributes.map(({ id, name, type }) => [String(id), name || type])),
  }
}

/** A value as a spreadsheet has it, in words; null is an empty box. */
export function writtenCell(kind: Kind, value: unknown, { words, paths }: CellWords): WrittenCell {
  if (value === null || value === undefined || value === '') return null
  switch (kind.name) {
    case 'flag':
      return value === true
    case 'number':
      return Number(value)
    case 'category':
      return paths.get(Number(value)) ?? null
    case 'categories':
      return names(value, (id) => pathOf(Number(id), paths))
    case 'taxes':
      return names(value, nameIn(words.profile?.taxes))
    case 'shippingMethods':
      return names(value, nameIn(words.profile?.shippingMethods))
    case 'text':
    case 'longText':
    case 'html':
    case 'colour':
      return String(value)
    case 'choice':
    case 'productType':
    case 'product':
    case 'products':
    case 'colours':
    case 'attributes':
    case 'attributeTexts':
    case 'attributeShows':
    case 'translations':
    case 'record':
    case 'list':
    case 'options':
      return kind.shown(value, words)
  }
}

/** One that this key does not see is called by its number. */
export const pathOf = (id: number, paths: ReadonlyMap<number, string>): string => paths.get(id) ?? `Category ${id}`

const nameIn =
  (all: readonly { id: unknown; name: string }[] = []) =>
  (id: unknown): string =>
    all.find((one) => one.id === id)?.name ?? String(id)

const names = (ids: unknown, nameOf: (id: unknown) => string): WrittenCell =>
  (Array.isArray(ids) && ids.map(nameOf).join(betweenNames)) || null
