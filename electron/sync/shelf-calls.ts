import { z } from 'zod'
import type { CallOptions } from '../ecwid/call-options'
import type { Ecwid } from '../ecwid/ecwid'
import type { JsonObject } from '../ecwid/store-product'
import { idsInOrder, withIdsInOrder } from '../shared/fields/product-order'
import { attributesForStore } from '../shared/fields/product-type-fields'
import type { RemoteShelf } from '../shared/remote-shelf'
import type { ShelfThing } from '../shared/fields/shelf-fields'
import { shelfBody } from '../shared/fields/shelf-values'

/** The calls that each kind of thing has at Ecwid. */
type ShelfCalls = {
  read: (id: number) => Promise<RemoteShelf>
  create: (body: JsonObject, turn: CallOptions) => Promise<number>
  /** In more than one request `later` is the turn of those that follow. */
  update: (id: number, body: JsonObject, turn: CallOptions, later: CallOptions) => Promise<void>
  remove: (id: number, turn: CallOptions) => Promise<void>
  /** What an earlier create made, if it arrived: found by its own reference, or by a name that only one can have, with all it was sent with. */
  find: (sent: JsonObject) => Promise<RemoteShelf | undefined>
  /** Whether the create says what it is, so that the store refuses a second one. */
  hasReference: boolean
  /** What an update has to name besides what it changes. */
  always: (known: RemoteShelf) => JsonObject
  /** As the store takes it, that has `there` now. */
  body: (values: JsonObject, there?: RemoteShelf) => JsonObject
  /** Whether the store gives ids to what is in it, so that it has to be read again. */
  namesParts: (body: JsonObject) => boolean
}

export function shelfCalls(ecwid: Ecwid, thing: ShelfThing, languages: () => readonly string[]): ShelfCalls {
  return thing === 'category' ? categoryCalls(ecwid, languages) : productTypeCalls(ecwid, languages)
}

const categoryCalls = (ecwid: Ecwid, languages: () => readonly string[]): ShelfCalls => ({
  read: (id) => ecwid.getCategory(id),
  create: (body, turn) => ecwid.createCategory(body, turn),
  async update(id, { productIds, ...body }, turn, later) {
    const isMore = Object.keys(body).length > 0
    if (isMore) await ecwid.updateCategory(id, body, turn)
    // A category's own call would take the list for all that are in it.
    if (productIds !== undefined) await ecwid.sortProducts(id, idsInOrder(productIds), isMore ? later : turn)
  },
  remove: (id, turn) => ecwid.deleteCategory(id, turn),
  async find({ externalReferenceId }) {
    const { items } = await ecwid.getCategories({ priority: 'push' })
    return items.find((category) => category['externalReferenceId'] === externalReferenceId)
  },
  hasReference: true,
  always: () => ({}),
  body: (values, there) => withIdsInOrder(shelfBody('category', values, there ?? {}, languages())),
  namesParts: () => false,
})

const productTypeCalls = (ecwid: Ecwid, languages: () => readonly string[]): ShelfCalls => ({
  read: (id) => ecwid.getProductType(id),
  create: (body, turn) => ecwid.createProductType(body, turn),
  update: (id, body, turn) => ecwid.updateProductType(id, body, turn),
  remove: (id, turn) => ecwid.deleteProductType(id, turn),
  async find({ name, attributes }) {
    const { items } = await ecwid.getProductTypes({ priority: 'push' })
    return items.find((type) => type.name === name && hasAll(namesOf(type.attributes), namesOf(attributes)))
  },
  hasReference: false,
  // The list in a body is the whole list.
  always: ({ attributes }) => (attributes === undefined ? {} : { attributes }),
  body: ({ attributes, ...values }, there) =>
    attributes === undefined
      ? values
      : { ...values, attributes: attributesForStore(attributes, there?.['attributes'], languages()) },
  namesParts: ({ attributes }) => attributes !== undefined,
})

const namedSchema = z.array(z.looseObject({ name: z.string() })).catch([])
const namesOf = (attributes: unknown): string[] => namedSchema.parse(attributes).map(({ name }) => name)
const hasAll = (names: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((name) => names.includes(name))
