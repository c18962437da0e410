import type { Kind, StoreWords } from '../shared/fields/kind'
import { foldText } from '../shared/fold-text'
import type { Said } from '../shared/imported'
import { kindOfTarget } from '../shared/product-table/target-kind'
import { betweenNames, cellWords } from '../shared/product-table/written-cell'
import type { Cell } from '../shared/table'
import { cellNumber } from '../tables/columns/cell-number'
import { yesOrNo } from '../tables/columns/yes-no'

/** What is known beside the cells: the sign before decimals of their column, and what names mean. */
export type Reading = { decimal: ',' | '.'; names: Names }
type Names = ReturnType<typeof namesOf>

/** What categories, types, taxes and ways of shipping are called, as folded. */
export function namesOf(words: StoreWords) {
  const { paths } = cellWords(words)
  const ids = <Id>(all: readonly (readonly [string, Id])[]) => new Map(all.map(([name, id]) => [foldText(name), id]))
  const alone = words.categories.filter(({ name }, _, all) => all.filter((one) => one.name === name).length === 1)
  return {
    category: ids([
      ...alone.map(({ id, name }) => [name, id] as const),
      ...[...paths].map(([id, path]) => [path, id] as const),
    ]),
    productType: ids(words.productTypes.map(({ id, name }) => [name || 'General', id])),
    taxes: ids((words.profile?.taxes ?? []).map(({ id, name }) => [name, id])),
    shippingMethods: ids((words.profile?.shippingMethods ?? []).map(({ id, name }) => [name, id])),
  }
}

/** What a cell of a column says, by its path; an empty one says nothing. */
export function readCell(path: string, cell: Cell, reading: Reading): Said | null {
  const text = textOf(cell)
  if (cell === null || text.trim() === '') return null
  if (typeof cell === 'object' && 'error' in cell)
    return odd(path, text, 'The spreadsheet shows a fault here, no value.')
  if (path === '!unlimited') {
    const counted = yesOrNo(cell)
    return counted === null ? odd('unlimited', text, 'Write Yes or No.') : { path: 'unlimited', value: !counted }
  }
  const kind = kindOfTarget(path)
  return kind ? readAs(kind, path, cell, text, reading) : { path, value: text }
}

const odd = (path: string, text: string, why: string): Said => ({ path, text, odd: why })

function readAs(kind: Kind, path: string, cell: Cell, text: string, { decimal, names }: Reading): Said {
  switch (kind.name) {
    case 'number': {
      const read = cellNumber(cell, decimal)
      return read.kind === 'value' ? checked(kind, path, text, read.value) : odd(path, text, numberProblem(read))
    }
    case 'flag': {
      const value = yesOrNo(cell)
      return value === null ? odd(path, text, 'Write Yes or No.') : { path, value }
    }
    case 'choice':
      return choiceIn(kind, path, text)
    case 'category':
      return named(path, text, [text], names.category, 'category', ([id]) => id)
    case 'categories':
      return named(path, text, partsOf(text), names.category, 'category', (ids) => ids)
    case 'productType':
      return named(path, text, [text], names.productType, 'product type', ([id]) => id)
    case 'taxes':
      return named(path, text, partsOf(text), names.taxes, 'tax', (ids) => ids)
    case 'shippingMethods':
      return named(path, text, partsOf(text), names.shippingMethods, 'shipping method', (ids) => ids)
    default:
      return checked(kind, path, text, kind.name === 'text' ? text.trim() : text)
  }
}

const numberProblem = (read: ReturnType<typeof cellNumber>): string =>
  read.kind === 'problem' ? read.message : 'This may mean two numbers. Write it without groups of digits.'

/** What the field would not hold is said at once. */
function checked(kind: Kind, path: string, text: string, value: unknown): Said {
  const parsed = kind.schema.safeParse(value)
  return parsed.success ? { path, value: parsed.data } : odd(path, text, 'Write a whole number.')
}

function choiceIn(kind: Kind, path: string, text: string): Said {
  const wanted = foldText(text.trim())
  const found = Object.entries(kind.choices).find(([code, label]) =>
    [code, label].some((one) => foldText(one) === wanted),
  )
  return found
    ? { path, value: found[0] }
    : odd(path, text, `Write one of these: ${Object.values(kind.choices).join(', ')}.`)
}

const partsOf = (text: string): string[] =>
  text
    .split(betweenNames.trim())
    .map((part) => part.trim())
    .filter((part) => part !== '')

function named<Id>(
  path: string,
  text: string,
  parts: readonly string[],
  known: ReadonlyMap<string, Id>,
  what: string,
  value: (ids: Id[]) => unknown,
): Said {
  const missing = parts.find((part) => !known.has(foldText(part.trim())))
  if (missing !== undefined) return odd(path, text, `No ${what} is called ${missing}.`)
  return { path, value: value(parts.flatMap((part) => known.get(foldText(part.trim())) ?? [])) }
}

export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'date' in cell ? cell.date : cell.error
}
