import type { RemoteProduct } from '../remote-product'
import type { Doubt } from './doubt'
import type { Fault } from './fault'
import type { Kind, KindColumn, MergeKind } from './kind'
import { laidOver, written } from './written'

/** Groups of fields under their headings, in the order of the form. A rarely used one is folded: `unset` is what stands beside its heading while nothing in it is set. */
export const sections = {
  product: { tab: 'general', title: 'Product' },
  price: { tab: 'general', title: 'Price' },
  visibility: { tab: 'general', title: 'Visibility' },
  categories: { tab: 'general', title: 'Categories' },
  stock: { tab: 'general', title: 'Stock' },
  ribbon: { tab: 'general', title: 'Ribbon' },
  wholesale: { tab: 'prices', title: 'Wholesale prices', unset: 'None' },
  nameYourPrice: { tab: 'prices', title: 'Pay what you want', unset: 'Off' },
  subscription: { tab: 'prices', title: 'Subscription', unset: 'Off' },
  lowestPrice: { tab: 'prices', title: 'Lowest price of 30 days (EU)', unset: 'Shown as the store finds it' },
  selling: { tab: 'prices', title: 'Discounts and reviews' },
  type: { tab: 'attributes', title: 'Type' },
  attributes: { tab: 'attributes', title: 'General attributes' },
  options: { tab: 'options', title: 'Options' },
  shipping: { tab: 'shipping', title: 'Shipping' },
  delivery: { tab: 'shipping', title: 'Delivery time', unset: 'As in the settings of the store' },
  tax: { tab: 'shipping', title: 'Tax' },
  seo: { tab: 'seo', title: 'Search engines' },
  related: { tab: 'related', title: 'Related products' },
} as const
export type SectionName = keyof typeof sections
export type FoldedName = {
  [Name in SectionName]: (typeof sections)[Name] extends { unset: string } ? Name : never
}[SectionName]

/** What else goes in the same request, and the product as the store has it; undefined for one that it has not. */
export type Sending = { patch: Readonly<Record<string, unknown>>; product: RemoteProduct | undefined }

/** Where a value stands in a product of Ecwid's. */
export type Json<Value> = {
  get(product: RemoteProduct): Value
  /** The product with the value laid over it, in Ecwid's own shape, so that the list and the search read both alike. */
  lay(product: RemoteProduct, value: Value): RemoteProduct
  /** Its part of the body of POST or PUT /products. */
  body(value: Value, sending: Sending): Record<string, unknown>
}

/** Orders of the list by the value of a field: Ecwid's word, and the column of the list's table. */
export const fieldOrders = { NAME: 'name_key', SKU: 'sku_key', PRICE: 'price', STOCK: 'stock_key' } as const
export type FieldOrder = keyof typeof fieldOrders

export type Column = KindColumn & { title: string }

/** The values of a thing's fields, by their names. */
export type Beside = Readonly<Record<string, unknown>>

type Described<Value> = {
  /** What it is called on every screen: the words of Ecwid's control panel. */
  label: string
  /** What explains it to its owner. */
  hint?: string
  section: SectionName
  kind: Kind<Value>
  /** Of a product that says nothing about it; "New product" starts from it. */
  empty: NoInfer<Value>
  json: Json<NoInfer<Value>> | ((about: Pick<Field<Value>, 'kind' | 'empty'>) => Json<NoInfer<Value>>)
  /** Only where it is not the kind's. */
  merge?: MergeKind
  /** Why the store would refuse it; null when it would not. `beside`: all fields of the thing that it is a field of. */
  problem(value: NoInfer<Value>, beside: Beside): Fault | null
  /** What is perhaps not meant, though the store takes it. `beside`: the fields that this depends on too. */
  doubt?: { beside: readonly string[]; of(value: NoInfer<Value>, beside: Beside): Doubt | null }
  /** Its column in lists of products, where it is not called by its label or not as its kind says. */
  column?: Partial<Column>
  /** The order that lists have by it: one of Ecwid's, or of the value itself. */
  sortedBy: FieldOrder | 'itself' | null
  /** Whether lists are filtered by its values as they are. */
  isFiltered: boolean
  /**
   * Its columns in Ecwid's own catalogue files, each with the part of the value that stands there, '' for all of it. Categories and
   * attributes have as many as they need (`exports/ecwid-columns.ts`).
   */
  inFiles: Readonly<Record<string, string>>
  /** Whether Ecwid keeps one for each language of the store. */
  isTranslated: boolean
  /** Whether a variation has one of its own, or its product's. */
  isInherited: boolean
}

/** All there is to know of one field of a product. */
export type Field<Value = unknown> = Omit<Described<Value>, 'json' | 'merge' | 'column'> & {
  json: Json<Value>
  merge: MergeKind
  column: Column
}

export function field<Value, IsTranslated extends boolean>(
  described: Described<Value> & { isTranslated: IsTranslated },
): Field<Value> & { isTranslated: IsTranslated } {
  const { json, merge, kind, label, column } = described
  return {
    ...described,
    merge: merge ?? kind.merge,
    json: typeof json === 'function' ? json(described) : json,
    column: { title: label, ...kind.column, ...column },
  }
}

type JsonOf = <Value>(about: Pick<Field<Value>, 'kind' | 'empty'>) => Json<Value>

/** Under this name, as it is. */
export const plain =
  (name: string): JsonOf =>
  ({ kind, empty }) => ({
    get: (product) => kind.read(product[name]) ?? empty,
    lay: (product, value) => ({ ...product, [name]: laidOver(kind, value, product[name]) }),
    body: (value, { product }) => ({ [name]: written(kind, value, product?.[name]) }),
  })

/** Ecwid has no call that removes these; 0 stands for "none" there. */
export function zeroForNone(name: string): Json<number | null> {
  const body = (value: number | null) => ({ [name]: value ?? 0 })
  return {
    get: ({ [name]: raw }) => (typeof raw === 'number' && raw !== 0 ? raw : null),
    lay: (product, value) => ({ ...product, ...body(value) }),
    body,
  }
}

export const anything = (): null => null
