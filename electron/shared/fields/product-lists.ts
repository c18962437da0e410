import { countStyle } from '../numbers/money'
import { formatNumber } from '../numbers/numbers'
import { flag } from './choice-kinds'
import type { Column, Field } from './field'
import type { Kind } from './kind'
import { money, whole } from './number-kinds'
import { text } from './text-kinds'

/** A field of one entry of a list, under its own name in Ecwid's JSON of the entry. */
type ListField<Value = unknown> = Pick<Field<Value>, 'label' | 'kind' | 'empty' | 'column'>

function listField<Value>(label: string, kind: Kind<Value>, empty: NoInfer<Value>, column: Partial<Column> = {}) {
  return { label, kind, empty, column: { title: label, ...kind.column, ...column } } satisfies ListField<Value>
}

const optionTypes: Record<string, string> = {
  SELECT: 'Drop-down list',
  RADIO: 'Radio buttons',
  SIZE: 'Size buttons',
  SWATCHES: 'Swatches',
  CHECKBOX: 'Checkboxes',
  TEXTFIELD: 'Text field',
  TEXTAREA: 'Text area',
  DATE: 'Date',
  FILES: 'File upload',
}

/** One that this version does not know is shown as the store calls it. */
const optionType: Kind<string> = { ...text, shown: (type) => optionTypes[type] ?? type }

const count = whole(undefined, 'Enter a whole number.')
const size: Kind<number> = {
  ...count,
  shown: (bytes, { profile }) => `${formatNumber(Math.max(1, Math.round(bytes / 1024)), countStyle(profile))} KB`,
}

/** Lists inside of a product, under Ecwid's names: what tells their entries apart, and the fields that an entry has. */
export const productLists = {
  options: {
    title: 'Options',
    key: 'name',
    fields: {
      name: listField('Option', text, ''),
      type: listField('Shown as', optionType, ''),
      required: listField('Required', flag, false),
    },
  },
  wholesalePrices: {
    title: 'Wholesale prices',
    key: 'quantity',
    fields: {
      quantity: listField('From quantity', count, 0, { align: 'left' }),
      price: listField('Price each', money(undefined), 0),
    },
  },
  files: {
    title: 'Files for buyers',
    key: 'name',
    fields: { name: listField('Name', text, ''), size: listField('Size', size, 0) },
  },
} as const satisfies Record<string, { title: string; key: string; fields: Record<string, ListField> }>

export type ProductList = keyof typeof productLists
type FieldsOf<List extends ProductList> = (typeof productLists)[List]['fields']
export type EntryOf<List extends ProductList> = { [Name in keyof FieldsOf<List>]: ValueOf<FieldsOf<List>[Name]> }
type ValueOf<Of> = Of extends ListField<infer Value> ? Value : never

export const fieldsOfList = (list: ProductList): [name: string, ListField][] =>
  Object.entries(productLists[list].fields)

/** An entry as Ecwid sends it, with a value for what Ecwid leaves out. */
export function readEntry<List extends ProductList>(list: List, raw: Readonly<Record<string, unknown>>): EntryOf<List> {
  const values = fieldsOfList(list).map(([name, { kind, empty }]) => [name, kind.read(raw[name]) ?? empty])
  // Each field gives a value of its kind.
  return Object.fromEntries(values) as EntryOf<List>
}
