import { cellSays, type CellReason, type NamedInCell } from '../shared/cell-reason'
import type { Kind, StoreWords } from '../shared/fields/kind'
import { fieldOf } from '../shared/fields/product-fields'
import { readTyped } from '../shared/fields/typed'
import { foldText } from '../shared/fold-text'
import type { Said } from '../shared/imported'
import { emptiedAt } from '../shared/product-table/emptied'
import { fromGrams, gramsPath } from '../shared/product-table/grams'
import type { NumberFault } from '../shared/numbers/read-number'
import { partsOfText } from '../shared/parts-of-text'
import { kindOfTarget } from '../shared/product-table/target-kind'
import { betweenNames, cellWords } from '../shared/product-table/written-cell'
import type { StoreProfile } from '../shared/store'
import type { Cell } from '../shared/table'
import { cellNumber } from '../tables/columns/cell-number'
import { isScientific } from '../tables/columns/scientific'
import { yesOrNo } from '../shared/yes-no'

/** What is known beside the cells: the sign before decimals of their column, and what names mean. */
export type Reading = {
  decimal: ',' | '.'
  names: Names
  profile: StoreProfile | null
  /** What a category is called that is not there; null: none can be called so. */
  newCategory: (path: string) => number | null
}
type Names = ReturnType<typeof namesOf>

/** What categories, types, taxes and ways of shipping are called, as folded: several may have one name. */
export function namesOf(words: StoreWords) {
  const { paths } = cellWords(words)
  return {
    category: byName([...words.categories.map(({ id, name }) => [name, id] as const), ...[...paths].map(turned)]),
    productType: byName(words.productTypes.map(({ id, name }) => [name || 'General', id])),
    taxes: byName((words.profile?.taxes ?? []).map(({ id, name }) => [name, id])),
    shippingMethods: byName((words.profile?.shippingMethods ?? []).map(({ id, name }) => [name, id])),
  }
}

const turned = <Id>([id, name]: readonly [Id, string]) => [name, id] as const

function byName<Id>(all: readonly (readonly [string, Id])[]): Map<string, Set<Id>> {
  const names = new Map<string, Set<Id>>()
  for (const [name, id] of all) names.set(foldText(name), (names.get(foldText(name)) ?? new Set()).add(id))
  return names
}

/** What a cell of a column says, by its path; an empty one says nothing. */
export function readCell(path: string, cell: Cell, reading: Reading): Said | null {
  const text = textOf(cell)
  if (cell === null || text.trim() === '') return null
  if (typeof cell === 'object' && 'error' in cell) return odd(path, text, cellSays('fault-of-spreadsheet'))
  if (path === '!unlimited') {
    const counted = yesOrNo(cell)
    return counted === null ? odd('unlimited', text, cellSays('not-yes-or-no')) : said('unlimited', text, !counted)
  }
  if (path === gramsPath) return readGrams(cell, text, reading)
  const kind = kindOfTarget(path)
  // Fifteen digits are all that a spreadsheet keeps.
  const isCut = isScientific(text) || (typeof cell === 'number' && Math.abs(cell) >= 1e15)
  if (isCut && (path === 'sku' || path.startsWith('attributes.'))) {
    return odd(path, text, cellSays('digits-gone'))
  }
  return kind ? readAs(kind, path, cell, text, reading) : said(path, text, text)
}

function readGrams(cell: Cell, text: string, reading: Reading): Said {
  const { profile } = reading
  const inGrams = { ...reading, profile: profile && { ...profile, weightUnit: 'GRAM' } }
  const read = readAs(fieldOf('weight').kind, 'weight', cell, text, inGrams)
  return typeof read.value === 'number' ? { ...read, value: fromGrams(read.value, profile) } : read
}

/** What an empty cell says where its column is to empty what it holds. */
export function emptied(path: string): Said[] {
  const empty = emptiedAt(path)
  return empty ? [{ path, text: '', value: empty.value, odd: null, empties: true }] : []
}

const said = (path: string, text: string, value: unknown): Said => ({ path, text, value, odd: null })
const odd = (path: string, text: string, why: CellReason): Said => ({ path, text, value: null, odd: why })

function readAs(kind: Kind, path: string, cell: Cell, text: string, reading: Reading): Said {
  const { decimal, names, profile } = reading
  switch (kind.name) {
    case 'number': {
      const read = cellNumber(cell, decimal)
      if (read.kind !== 'value')
        return odd(path, text, notReadAt(path, read.kind === 'problem' ? read.why : 'two-numbers'))
      return isOfAnotherUnit(kind, text, profile)
        ? odd(path, text, cellSays('another-unit'))
        : checkedNumber(kind, path, text, read.value, profile)
    }
    case 'flag': {
      const value = yesOrNo(cell)
      return value === null ? odd(path, text, cellSays('not-yes-or-no')) : said(path, text, value)
    }
    case 'choice':
      return choiceIn(kind, path, text)
    case 'category':
      return named(path, text, [text], filed(names.category, [text], reading), 'category', ([id]) => id)
    case 'categories':
      return named(path, text, partsOf(text), filed(names.category, partsOf(text), reading), 'category', (ids) => ids)
    case 'productType':
      return named(path, text, [text], names.productType, 'productType', ([id]) => id)
    case 'taxes':
      return named(path, text, partsOf(text), names.taxes, 'tax', (ids) => ids)
    case 'shippingMethods':
      return named(path, text, partsOf(text), names.shippingMethods, 'shippingMethod', (ids) => ids)
    case 'text':
      return checked(kind, path, text, text.trim())
    case 'longText':
    case 'html':
    case 'colour':
      return checked(kind, path, text, text)
    // No column holds one of them.
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
      return checked(kind, path, text, text)
  }
}

const notReadAt = (path: string, why: NumberFault, profile: StoreProfile | null = null): CellReason => ({
  says: 'number',
  why,
  path,
  currency: profile && { currency: profile.currency, currencyPrecision: profile.currencyPrecision },
})

/** As if it was typed: an amount is not finer than its currency, and what is counted is whole. */
function checkedNumber(kind: Kind, path: string, text: string, value: number, profile: StoreProfile | null): Said {
  // What has no decimals fits every field and currency, as far as its digits can be kept.
  const isWhole = Number.isInteger(value) && Math.abs(value) < 1e15
  const typed = isWhole ? undefined : kind.typed?.(profile)
  const read = typed && readTyped(typed.write(value), typed)
  if (read?.kind !== 'problem') return checked(kind, path, text, value)
  // What is counted has no decimals in any currency.
  const isCounted = !kind.schema.safeParse(value).success
  return odd(path, text, notReadAt(path, read.why, isCounted ? null : profile))
}

/** What the field would not hold is said at once. */
function checked(kind: Kind, path: string, text: string, value: unknown): Said {
  const parsed = kind.schema.safeParse(value)
  return parsed.success ? said(path, text, parsed.data) : odd(path, text, cellSays('not-for-field'))
}

function choiceIn(kind: Kind, path: string, text: string): Said {
  const wanted = foldText(text.trim())
  const found = Object.entries(kind.choices).find(([code, label]) =>
    [code, label].some((one) => foldText(one) === wanted),
  )
  return found ? said(path, text, found[0]) : odd(path, text, { says: 'no-such-choice', path })
}

const partsOf = (text: string): string[] => partsOfText(text, betweenNames.trim())

/** With those that are not there. */
function filed(known: Names['category'], parts: readonly string[], { newCategory }: Reading): Names['category'] {
  const added = parts.flatMap((part) => {
    const id = known.has(foldText(part.trim())) ? null : newCategory(part.trim())
    return id === null ? [] : [[foldText(part.trim()), new Set([id])] as const]
  })
  if (added.length === 0) return known
  // Of a store with thousands of them, those alone that the cell names.
  const there = parts.map(
    (part) => [foldText(part.trim()), known.get(foldText(part.trim())) ?? new Set<number>()] as const,
  )
  return new Map([...there, ...added])
}

function named<Id>(
  path: string,
  text: string,
  parts: readonly string[],
  known: ReadonlyMap<string, ReadonlySet<Id>>,
  what: NamedInCell,
  value: (ids: Id[]) => unknown,
): Said {
  const found = parts.map((part) => [...(known.get(foldText(part.trim())) ?? [])])
  const wrong = found.findIndex((ids) => ids.length !== 1)
  if (wrong < 0) return said(path, text, value(found.flat()))
  const which = parts[wrong] ?? ''
  return odd(
    path,
    text,
    found[wrong]?.length ? { says: 'several-called', name: which } : { says: 'none-called', what, name: which },
  )
}

/** Nothing is converted: of a number with a unit or a currency beside it, only the store's own is taken. */
function isOfAnotherUnit(kind: Kind, text: string, profile: StoreProfile | null): boolean {
  const beside = foldText(text.replace(/[\p{Nd}\s.,'’٫٬+\-−]/gu, ''))
  const { prefix = '', suffix = '' } = kind.typed?.(profile) ?? {}
  return beside !== '' && ![prefix, suffix, profile?.currency ?? ''].some((own) => foldText(own) === beside)
}

export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'date' in cell ? cell.date : cell.error
}
