import { anything } from './field'
import { listOf } from './list-kind'
import { plainField } from './plain-field'
import { product } from './reference-kinds'

const entries = listOf({
  key: 'id',
  fields: { id: plainField({ label: 'Product', kind: product, empty: 0, problem: anything, isTranslated: false }) },
  isOrdered: true,
  isPlacedByStore: true,
})

/** The products of a category in its owner's order: merged like any list. Ecwid sends their ids alone. */
export const productOrder: typeof entries = {
  ...entries,
  read: (raw) =>
    entries.read(Array.isArray(raw) ? raw.map((one: unknown) => (typeof one === 'number' ? { id: one } : one)) : raw),
}

export const idsInOrder = (value: unknown): number[] =>
  (productOrder.read(value) ?? []).flatMap(({ id }) => (typeof id === 'number' ? [id] : []))

/** Of a body or of what is laid over the store's JSON: with the order as Ecwid has it. */
export const withIdsInOrder = <Body extends Record<string, unknown>>(body: Body): Body =>
  'productIds' in body ? { ...body, productIds: idsInOrder(body['productIds']) } : body
