import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../catalogue/catalogue'
import {
  actOf,
  isCreate,
  isDelete,
  isOfPictures,
  setsVariationPicture,
  toAddPicture,
  toCreate,
  toDelete,
  toRemovePicture,
} from '../shared/change-address'
import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  variationPictureSchema,
  type ChangeRecord,
  type NewChange,
  type RemovedPicture,
} from '../shared/change-record'
import { isProductField, readField, readFields, type ProductField } from '../shared/fields/product-fields'
import { remoteProductSchema, type RemoteImage, type RemoteProduct } from '../shared/remote-product'
import { copiedBody, copiedPictures } from './copy'
import { mergeField } from './merge'
import { isEqual } from '../shared/fields/equal'
import type { NameNow } from './picture-names'
import { imagesOf, inOrder, localKey, pictureKey, toRemovedPicture } from './pictures'
import { isSamePicture, variationOfChange, variationPicture } from './variation-pictures'

/** The way back of one change that is in the store. */
export type Inverse =
  | { standing: 'clean' | 'moved'; change: NewChange }
  /** Nothing to do: it is as it was before. */
  | { standing: 'done'; change: NewChange }
  | { standing: 'stuck'; reason: string }

/**
 * How to take a sent change back from what the product has now (`current`; undefined when it is not here any more).
 * `moved`: somebody changed the same thing since, and going back overwrites that. Stock goes back by its difference, sets
 * and records go back by what this change did to them. `nameNow`: what a picture is called now, undefined when it is gone.
 */
export function inverseOf(change: ChangeRecord, current: RemoteProduct | undefined, nameNow: NameNow): Inverse {
  if (!current) return { standing: 'stuck', reason: 'The product is not in the catalogue any more.' }
  const { productId, productName } = change
  const make: Make = (parts) => {
    const base = { productId, productName, ...actOf(change), before: null, after: null, reverts: change.id }
    return { ...base, ...parts }
  }
  if (setsVariationPicture(change)) return inverseOfVariation(change, current, make)
  if (isOfPictures(change)) return inverseOfPictures(change, imagesOf(current), nameNow, make)
  if (isCreate(change)) return { standing: 'clean', change: make({ ...toDelete, before: current }) }
  if (isDelete(change)) return { standing: 'done', change: make(toCreate) }
  const { field } = change
  if (!isProductField(field)) return { standing: 'stuck', reason: 'This version does not know the field.' }
  return inverseField(field, change, readField(current, field), make)
}

type Make = (parts: Partial<NewChange>) => NewChange

function inverseOfPictures(change: ChangeRecord, images: RemoteImage[], nameNow: NameNow, make: Make): Inverse {
  const { before, after } = change
  switch (change.verb) {
    case 'set': {
      const image = toRemovedPicture(images, nameNow(change.key ?? '') ?? '')
      if (!image) return { standing: 'stuck', reason: 'The picture is not on the product any more.' }
      const now = image.alt
      const back = make({ key: image.key, before: now, after: before ?? '' })
      return { standing: now === (before ?? '') ? 'done' : now === (after ?? '') ? 'clean' : 'moved', change: back }
    }
    case 'order': {
      const now = images.map(pictureKey)
      const named = (keys: unknown) => pictureOrderSchema.parse(keys).flatMap((key) => nameNow(key) ?? [])
      const back = inOrder(images, named(before)).map(pictureKey)
      const stayed = named(after).filter((key) => now.includes(key))
      const standing = isEqual(now, back) ? 'done' : isEqual(stayed, now) ? 'clean' : 'moved'
      return { standing, change: make({ before: now, after: back }) }
    }
    case 'remove': {
      const gone = removedPictureSchema.parse(before)
      if (nameNow(gone.key) !== undefined) return { standing: 'done', change: make({}) }
      return { standing: 'clean', change: make({ ...toAddPicture, after: broughtBack(gone, 'gallery') }) }
    }
    default: {
      const added = addedPictureSchema.parse(after)
      const replaced = removedPictureSchema.safeParse(before)
      const gone = toRemovedPicture(images, nameNow(added.key ?? localKey(change.id)) ?? '')
      if (!gone) return { standing: 'done', change: make({}) }
      if (!replaced.success) {
        return { standing: 'clean', change: make({ ...toRemovePicture(gone.key), before: gone }) }
      }
      return { standing: 'clean', change: make({ before: gone, after: broughtBack(replaced.data, 'main') }) }
    }
  }
}

function inverseOfVariation(change: ChangeRecord, current: RemoteProduct, make: Make): Inverse {
  const variation = variationOfChange(current, change)
  if (!variation) return { standing: 'stuck', reason: 'The variation is not on the product any more.' }
  const now = variationPicture(variation)
  const [was, wrote] = [variationPictureSchema.parse(change.before), variationPictureSchema.parse(change.after)]
  const standing = isSamePicture(now, was) ? 'done' : isSamePicture(now, wrote) ? 'clean' : 'moved'
  return { standing, change: make({ before: now, after: was }) }
}

function inverseField(field: ProductField, { before, after }: ChangeRecord, now: unknown, make: Make): Inverse {
  const merge = mergeField(field, after, before, now)
  if (merge.outcome === 'same') return { standing: 'done', change: make({ before: now, after: now }) }
  const back = make({ before: now, after: merge.value })
  return { standing: merge.outcome === 'conflict' ? 'moved' : 'clean', change: back }
}

/** The bytes kept on this device where there are any; the store's old address may be gone. */
function broughtBack({ hash, url, alt, position }: RemovedPicture, role: 'main' | 'gallery') {
  return { source: hash ? { hash } : { url }, role, fileName: '', alt, position }
}

/** A deleted product comes back as a new one, because Ecwid gives no id twice. Makes its row. */
export function madeAnew(catalogue: Catalogue, original: RemoteProduct, reverts?: number): NewChange[] {
  const productId = catalogue.products.create()
  const productName = original.name ?? ''
  const after = { fields: readFields(original), copied: copiedBody(original) }
  const token = { reference: `stockroom-${randomUUID()}` }
  const back = reverts === undefined ? {} : { reverts }
  const create: NewChange = { productId, productName, ...toCreate, before: null, after, token, ...back }
  return [create, ...copiedPictures(original, productId, productName)]
}

export const snapshotOf = ({ before }: Pick<ChangeRecord, 'before'>): RemoteProduct => remoteProductSchema.parse(before)
