import { actOf, isCreate, isDelete, setsField, setsThis, toCreate, toDelete, toSet } from '../../shared/change-address'
import type { ChangeRecord } from '../../shared/change-record'
import {
  fieldOf,
  isProductField,
  layField,
  productFieldNames,
  readField,
  readFields,
  type ProductField,
  type ProductFields,
} from '../../shared/fields/product-fields'
import { textsBesideValues } from '../../shared/fields/attribute-texts'
import type { RemoteProduct } from '../../shared/remote-product'
import { hasUnread } from '../../shared/unread-entries'
import { fromThere, onceThrough } from '../half-sent'
import { mergeField } from '../merge'
import { mergedAgain, mergedBack } from '../merged-back'
import { shownStockEdits } from '../stock'
import { movedOver, unfollowRename } from '../variation-entries'
import type { Adapter, InSight, WayBack } from './adapter'

/** The product itself: that it is there, and its fields. */
export const productAdapter: Adapter = {
  laidOver(product, open) {
    const counted = shownStockEdits(open, product)
    return open
      .filter((change) => setsField(change) && !counted.has(change.id))
      .reduce((shown, change) => withEdit(shown, change), product)
  },

  wayBack(change, seen) {
    const { product } = seen
    if (isCreate(change)) return { standing: 'clean', deed: { ...toDelete, before: product, after: null } }
    if (isDelete(change)) return { standing: 'done', deed: { ...toCreate, before: null, after: null } }
    return editBack(change, seen)
  },

  again(change, { product, since }) {
    const { field, before, after, theirs } = change
    const same = { ...actOf(change), before, after }
    if (!isProductField(field) || field === 'quantity') return same
    // What was a conflict has been seen: it is done over what the store has.
    if (theirs !== null && theirs !== undefined) return { ...same, before: theirs }
    return { ...same, ...mergedAgain(fieldOf(field), change, readField(product, field), since(change)) }
  },

  madeBy: () => null,
  /** Without the thing, nothing that was planned for it has a place to go. */
  giveUp(open, made) {
    for (const { id } of open.all()) if (id >= made.id) open.update(id, { state: 'taken-back', retryAt: null })
  },
  /** What is to be made of options that are not renamed after all is made of what they are called. */
  unset(open, gone, isKept) {
    if (setsThis(gone, 'options') && !isKept) unfollowRename(open, gone)
  },
  waiting: () => new Map(),

  differences(before, after) {
    const [old, now] = asReadIn(before, after)
    return productFieldNames
      .filter((field) => isToldOf(field) && !fieldOf(field).kind.isSame(old[field], now[field]))
      .map((field) => ({ ...toSet(field), before: old[field], after: now[field] }))
  },
}

/** Where an attribute is shown changes with its type as well, and Ecwid does not tell which of both it was. */
const isToldOf = (field: ProductField): boolean => field !== 'attributesShown'

/** Both states' fields. An attribute that one of them has in a form that cannot be read is not compared. */
function asReadIn(before: RemoteProduct, after: RemoteProduct): [ProductFields, ProductFields] {
  const [old, now] = [readFields(before), readFields(after)]
  if (!hasUnread(before, 'attributes') && !hasUnread(after, 'attributes')) return [old, now]
  const both = ([id]: [string, string]) => id in old.attributes && id in now.attributes
  const compared = (fields: ProductFields): ProductFields => {
    const attributes = Object.fromEntries(Object.entries(fields.attributes).filter(both))
    return {
      ...fields,
      attributes,
      attributesTranslated: textsBesideValues(fields.attributesTranslated, attributes),
    }
  }
  return [compared(old), compared(now)]
}

function withEdit(stored: RemoteProduct, change: ChangeRecord): RemoteProduct {
  const { field, state, before, after, token } = change
  if (!isProductField(field)) return stored
  const through = onceThrough(fieldOf(field), token, readField(stored, field))
  // What is half sent is shown whole.
  const product = through ? movedOver(layField(stored, field, through.value), token?.places) : stored
  const theirs = readField(product, field)
  // A stock that its owner is asked about shows the number that was typed.
  const isAsked = field === 'quantity' && state === 'conflict'
  const from = through ? fromThere(change) : before
  const merge = mergeField(field, isAsked ? theirs : from, after, theirs)
  return merge.outcome === 'same' ? product : layField(product, field, merge.value)
}

/** Stock goes back by its difference, sets and records go back by what this change did to them. */
function editBack(change: ChangeRecord, { product, since }: InSight): WayBack {
  const { field } = change
  if (!isProductField(field)) return { standing: 'stuck', reason: 'field-not-known' }
  return mergedBack(fieldOf(field), change, readField(product, field), actOf(change), since(change))
}
