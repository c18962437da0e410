import { unlimitedWord } from '../../electron/shared/fields/product-stock'
import { barcodeKey } from '../../electron/shared/barcode-key'
import type { Kind, StoreWords } from '../../electron/shared/fields/kind'
import type { OwnPatch } from '../../electron/shared/fields/own-fields'
import { fieldOf, type ProductField } from '../../electron/shared/fields/product-fields'
import { foldText } from '../../electron/shared/fold-text'
import { skuKey } from '../../electron/shared/sku-key'
import type { ProductTypeAttribute } from '../../electron/shared/store'
import { barcodeProblem } from './barcode'
import { unreadSentence } from './number-question'
import { numberIn, numberText } from './typed-number'

/** Values, or text that is none yet. A value that is undefined is the one that was there. */
export type Typed = { values: OwnPatch } | { text: string }

/** What a variation has of a field, or null: it is as its product has it. */
type OwnOf = (field: ProductField) => unknown
/** The same of its product, which always has something. */
type AsProduct = (field: ProductField) => unknown

/** One value of each variation, as it is shown, typed and copied. */
export type VariationColumn = {
  path: string
  title: string
  width: number
  align: 'left' | 'right'
  /** Null: as its product. */
  shown(own: OwnOf, words: StoreWords): string | null
  /** What stands in its box; '' for nothing of its own. */
  text(own: OwnOf, words: StoreWords): string
  read(typed: string, own: OwnOf, product: AsProduct, words: StoreWords): Typed
  /** What is wrong with text that is no value. */
  unread(typed: string, words: StoreWords): string
  /** What can be typed, where it is one of few words. */
  choices: readonly string[]
  /** Of what no two variations should have the same: what they are compared by, '' for nothing. */
  unique?: { name: string; key: (own: OwnOf) => string }
  /** What looks mistyped, and is taken all the same. */
  doubt?: (own: OwnOf) => string | null
}

const value = (field: ProductField, given: unknown): OwnPatch => ({ [field]: given })

const isBlank = (typed: string): boolean => typed.trim() === ''

type About = Pick<VariationColumn, 'path' | 'title' | 'width' | 'align'>

/** The column of a field, or of a part of one. */
function about(field: ProductField, part?: { name: string; label: string; kind: Kind }): About {
  const { column } = fieldOf(field)
  const width = column.width === 'rest' ? 160 : column.width
  if (!part) return { path: field, title: column.title, width: width + 24, align: column.align }
  const partWidth = part.kind.column.width === 'rest' ? 160 : part.kind.column.width
  return { path: `${field}.${part.name}`, title: part.label, width: partWidth + 8, align: part.kind.column.align }
}

export function textColumn(field: ProductField): VariationColumn {
  const own = (of: OwnOf) => of(field)
  return {
    ...about(field),
    shown: (of) => (own(of) === null ? null : String(own(of))),
    text: (of) => String(own(of) ?? ''),
    read: (typed) => ({ values: value(field, isBlank(typed) ? null : typed) }),
    unread: () => '',
    choices: [],
  }
}

export const skuColumn: VariationColumn = {
  ...textColumn('sku'),
  unique: { name: 'SKU', key: (of) => skuKey(String(of('sku') ?? '')) },
}

export function numberColumn(field: ProductField): VariationColumn {
  const { kind } = fieldOf(field)
  return {
    ...about(field),
    shown: (of, words) => (of(field) === null ? null : kind.shown(of(field), words)),
    text: (of, words) => numberText(kind, of(field), words),
    read: (typed, _own, _product, words) => {
      if (isBlank(typed)) return { values: value(field, null) }
      const read = numberIn(kind, typed, words)
      return read === undefined ? { text: typed } : { values: value(field, read) }
    },
    unread: (typed, { profile }) => unreadSentence(field, typed, profile),
    choices: [],
  }
}

/** A part of a value, such as the length of the dimensions: what of it is not typed is as the product has it. */
export function partColumn(field: ProductField, name: string): VariationColumn {
  const part = fieldOf(field).kind.parts[name]
  if (!part) throw new Error(`${field} has no ${name}.`)
  const record = (given: unknown) => (given ?? {}) as Record<string, unknown>
  const path = `${field}.${name}`
  return {
    ...about(field, { name, label: part.label, kind: part.kind }),
    shown: (of, words) => (of(field) === null ? null : part.kind.shown(record(of(field))[name], words) || '–'),
    text: (of, words) => (of(field) === null ? '' : numberText(part.kind, record(of(field))[name], words)),
    read: (typed, of, product, words) => {
      if (isBlank(typed) && of(field) === null) return { values: value(field, null) }
      const read = isBlank(typed) ? part.empty : numberIn(part.kind, typed, words)
      if (read === undefined) return { text: typed }
      const next = { ...record(of(field) ?? product(field)), [name]: read }
      return { values: value(field, fieldOf(field).kind.isSame(next, fieldOf(field).empty) ? null : next) }
    },
    unread: (typed, { profile }) => unreadSentence(path, typed, profile),
    choices: [],
  }
}

/** One attribute of those that the product has; what of them is not typed is as the product has it. */
export function attributeColumn({
  id,
  name,
  type,
}: Pick<ProductTypeAttribute, 'id' | 'name' | 'type'>): VariationColumn {
  const field = 'attributes'
  const record = (given: unknown) => (given ?? {}) as Readonly<Record<string, string>>
  const code = (of: OwnOf) => record(of(field))[id] ?? ''
  return {
    ...{ path: `${field}.${id}`, title: name, width: 140, align: 'left' },
    shown: (of) => record(of(field))[id] || null,
    text: (of) => record(of(field))[id] ?? '',
    read: (typed, of) => {
      const { [id]: _, ...others } = record(of(field))
      const next = isBlank(typed) ? others : { ...others, [id]: typed }
      return { values: value(field, Object.keys(next).length === 0 ? null : next) }
    },
    unread: () => '',
    choices: [],
    ...(type === 'UPC' && {
      unique: { name: 'code', key: (of) => barcodeKey(code(of)) },
      doubt: (of) => barcodeProblem(code(of)),
    }),
  }
}

/** One of a few words: as much of it is typed as tells it from the others. */
export function wordColumn(field: ProductField, words: readonly (readonly [unknown, string])[]): VariationColumn {
  const labelOf = (given: unknown) => words.find(([each]) => each === given)?.[1] ?? String(given)
  return {
    ...about(field),
    shown: (of) => (of(field) === null ? null : labelOf(of(field))),
    text: (of) => (of(field) === null ? '' : labelOf(of(field))),
    read: (typed) => {
      if (isBlank(typed)) return { values: value(field, null) }
      const found = words.filter(([, label]) => startsWith(label, typed))
      return found[0] && found.length === 1 ? { values: value(field, found[0][0]) } : { text: typed }
    },
    unread: () => `Enter one of these: ${words.map(([, label]) => label).join(', ')}.`,
    choices: words.map(([, label]) => label),
  }
}

const startsWith = (label: string, typed: string): boolean => foldText(label).startsWith(foldText(typed.trim()))

/** A number, or as many as are wanted. */
const quantityColumn = numberColumn('quantity')
export const stockColumn: VariationColumn = {
  ...quantityColumn,
  shown: (of, words) => {
    if (of('unlimited') === true) return unlimitedWord
    return quantityColumn.shown(of, words)
  },
  text: (of, words) => (of('unlimited') === true ? unlimitedWord : quantityColumn.text(of, words)),
  read: (typed, of, product, words) => {
    if (isBlank(typed)) return { values: { unlimited: null, quantity: null } }
    if (startsWith(unlimitedWord, typed) || typed.trim() === '∞')
      return { values: { unlimited: true, quantity: undefined } }
    const read = quantityColumn.read(typed, of, product, words)
    return 'text' in read ? read : { values: { unlimited: false, ...read.values } }
  },
  unread: () => 'Enter a whole number, or Unlimited.',
  choices: [],
}
