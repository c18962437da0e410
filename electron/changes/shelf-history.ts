import type { Catalogue } from '../catalogue/catalogue'
import { isSameAct } from '../shared/change-address'
import type { ChangeRecord, NewChange } from '../shared/change-record'
import { idsInOrder } from '../shared/fields/product-order'
import { shelfFieldNames, shelfFieldOf } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import { remoteCategorySchema } from '../shared/remote-product'
import type { RemoteShelf } from '../shared/remote-shelf'
import { lostAlong } from './lost-along'
import { isSamePicture, ownPicture } from './own-picture'
import { deleteShelf, setPicture, setShelf } from './shelf-acts'
import type { SeenShelf } from './shelves'
import type { ByOthers } from './store-history'

type Known = Pick<SeenShelf, 'thing' | 'id' | 'languages'>

/** What somebody else changed of a category or product type. What is on the wire from here is no news. Nobody tells when: it was found at `at`. */
export function shelfChangesByOthers(
  { thing, id, before, after, languages }: Known & { before: RemoteShelf; after: RemoteShelf },
  open: readonly ChangeRecord[],
  at: number,
): ByOthers[] {
  const ours = open.filter(({ state }) => state === 'sending' || state === 'unknown')
  const fields = shelfFieldNames(thing).flatMap((name): NewChange[] => {
    const field = shelfFieldOf(thing, name)
    if (!field) return []
    const [old, now] = [before, after].map((shelf) => readShelf(thing, shelf, name, languages))
    const isSame = name === 'productIds' ? isSameOrder(old, now) : field.kind.isSame(old, now)
    return isSame ? [] : [setShelf({ thing, id, current: after }, name, old, now)]
  })
  return [...fields, ...pictureByOthers({ thing, id, current: after }, before)]
    .filter((change) => !ours.some((each) => isSameAct(each, change)))
    .map((change) => ({ change, at }))
}

function pictureByOthers(shelf: Pick<SeenShelf, 'thing' | 'id' | 'current'>, before: RemoteShelf): NewChange[] {
  if (shelf.thing !== 'category') return []
  const [old, now] = [before, shelf.current].map((each) => ownPicture(remoteCategorySchema.parse(each)))
  return !old || !now || isSamePicture(old, now) ? [] : [setPicture(shelf, old, now)]
}

/** A product that came or went is an edit of its own. */
function isSameOrder(before: unknown, after: unknown): boolean {
  const [old, now] = [idsInOrder(before), idsInOrder(after)]
  const stayed = old.filter((id) => now.includes(id))
  return now.filter((id) => old.includes(id)).every((id, at) => id === stayed[at])
}

/** It is gone from the store; what it was is kept, so that it can be made anew. */
export function shelfDeletionByOthers(
  catalogue: Catalogue,
  { thing, id }: Pick<Known, 'thing' | 'id'>,
  before: RemoteShelf,
): NewChange {
  const deletion = deleteShelf({ thing, id, current: before })
  const inIt = idsInOrder(before['productIds']).flatMap((each) => catalogue.products.findByEcwidId(each) ?? [])
  const lost = lostAlong(catalogue, deletion, before, inIt)
  return lost.length > 0 ? { ...deletion, token: { lost } } : deletion
}
