import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { NameNow } from '../catalogue/names-in-change'
import { isCreate, isDelete, setsOwnPicture, toSetCategoryPicture, type Act } from '../shared/change-address'
import {
  shelfBodySchema,
  type ChangeRecord,
  type Deed,
  type deletedCategorySchema,
  type NewChange,
  type OwnPicture,
} from '../shared/change-record'
import { remoteCategorySchema } from '../shared/remote-product'
import { idsInOrder } from '../shared/fields/product-order'
import { shelfFieldOf, type ShelfThing } from '../shared/fields/shelf-fields'
import { readShelf, shelfBody } from '../shared/fields/shelf-values'
import type { InSight, WayBack } from './adapters/adapter'
import { mergedAgain, mergedBack } from './merged-back'
import type { NamesAnew } from './names-anew'
import { pictureAgain, pictureAlong, pictureBack } from './own-picture'
import { rowAgain } from './row-again'
import type { SeenShelf } from './shelves'

const itself = (thing: ShelfThing) => ({ thing, list: null, key: null, field: null }) as const

/** Makes a category or product type with a row of its own; `body` as Ecwid takes it. */
export function newShelf(thing: ShelfThing, id: number, body: Record<string, unknown> & { name: string }): NewChange {
  const token = { reference: `stockroom-${randomUUID()}` }
  return { productId: id, productName: body.name, ...itself(thing), verb: 'create', before: null, after: body, token }
}

type Known = Pick<SeenShelf, 'thing' | 'id' | 'current'>

const about = ({ thing, id, current }: Known) => ({
  productId: id,
  productName: String(current['name'] ?? ''),
  ...itself(thing),
})

export const setShelf = (shelf: Known, field: string, before: unknown, after: unknown): NewChange => ({
  ...about(shelf),
  field,
  verb: 'set',
  before,
  after,
})

export const setPicture = (category: Known, before: OwnPicture, after: OwnPicture): NewChange => ({
  ...about(category),
  ...toSetCategoryPicture,
  before,
  after,
})

/** With all of it, so that an undo after it was sent can make it anew. `after`: what becomes of what is below a category. */
export const deleteShelf = (shelf: Known, after: z.infer<typeof deletedCategorySchema> | null = null): NewChange => ({
  ...about(shelf),
  verb: 'delete',
  before: shelf.current,
  after,
})

type Deleted = Pick<ChangeRecord, 'productId' | 'before'> & { thing: ShelfThing; id?: number | undefined }

/** One that was deleted comes back as a new one, because Ecwid gives no id twice, and its picture follows. Makes its row. */
export function shelfAnew(
  catalogue: Catalogue,
  { thing, productId, before, id: reverts }: Deleted,
  { nameNow }: NamesAnew,
): NewChange[] {
  const all = shelfBodySchema.parse(before)
  const { name, ...rest } = all
  const isKept = (part: string) => part !== 'productIds' && shelfFieldOf(thing, part) !== undefined
  const kept = Object.entries(rest).filter(([part]) => isKept(part))
  // Its name, and texts that were edited here, are in their maps as well.
  const fields = shelfBody(thing, { ...Object.fromEntries(kept), name }, all, catalogue.languages())
  const body = { ...fields, ...attributesAnew(rest), ...productsAnew(catalogue, rest, nameNow), name }
  const id = rowAgain(catalogue, thing, productId)
  const made = { ...newShelf(thing, id, body), ...(reverts !== undefined && { reverts }) }
  const picture = thing === 'category' ? pictureAlong(remoteCategorySchema.parse(before)) : undefined
  return picture ? [made, setPicture({ thing, id, current: { id, name } }, noPicture, picture)] : [made]
}

const noPicture: OwnPicture = { source: null, alt: '', fileName: '' }

/** In their order, as far as they are still there: the store refuses a list with one that it does not have. */
function productsAnew({ products }: Catalogue, { productIds }: Record<string, unknown>, nameNow: NameNow) {
  const known = idsInOrder(productIds)
    .flatMap((id) => nameNow({ thing: 'product', id }) ?? [])
    .filter((id) => products.findByEcwidId(id) !== undefined)
  return known.length > 0 ? { productIds: known.map((id) => ({ id })) } : {}
}

/** An attribute with the id of another type would not be a new one. */
function attributesAnew({ attributes }: Record<string, unknown>) {
  const listed = z.array(z.looseObject({ id: z.unknown() })).safeParse(attributes).data
  return listed ? { attributes: listed.map(({ id: _id, ...attribute }) => attribute) } : {}
}

type ShelfInSight = SeenShelf & Pick<InSight, 'since'>

/** How a change that is in the store is taken back from what it is now. */
export function shelfWayBack(change: ChangeRecord, seen: ShelfInSight): WayBack {
  const { thing, current } = seen
  if (isCreate(change)) {
    return { standing: 'clean', deed: { ...itself(thing), verb: 'delete', before: current, after: null } }
  }
  if (isDelete(change)) {
    return { standing: 'done', deed: { ...itself(thing), verb: 'create', before: null, after: change.before } }
  }
  if (setsOwnPicture(change)) {
    const { standing, ...values } = pictureBack(remoteCategorySchema.parse(current), change, seen.languages)
    return { standing, deed: { ...toSetCategoryPicture, ...values } }
  }
  return editBack(change, seen)
}

/** The same again, from what it is now. */
export function shelfAgain(change: ChangeRecord, seen: ShelfInSight): Deed {
  const { thing, current, languages, since } = seen
  const { list, key, field, verb, before, after, theirs } = change
  const same = { thing, list, key, field, verb }
  const known = shelfFieldOf(thing, field)
  if (isDelete(change)) return { ...same, before: current, after }
  if (setsOwnPicture(change))
    return { ...same, ...pictureAgain(remoteCategorySchema.parse(current), change, languages) }
  if (field === null || known === undefined) return { ...same, before, after }
  if (theirs !== null && theirs !== undefined) return { ...same, before: theirs, after }
  return { ...same, ...mergedAgain(known, change, readShelf(thing, current, field, languages), since(change)) }
}

function editBack(change: ChangeRecord, { thing, current, languages, since }: ShelfInSight): WayBack {
  const { field } = change
  const known = shelfFieldOf(thing, field)
  if (field === null || known === undefined) return { standing: 'stuck', reason: 'field-not-known' }
  const act: Act = { ...itself(thing), field, verb: 'set' }
  return mergedBack(known, change, readShelf(thing, current, field, languages), act, since(change))
}
