import { isCreate, isDelete, setsField, setsVariationPicture } from '../shared/change-address'
import { createPayloadSchema, type ChangeRecord } from '../shared/change-record'
import {
  isProductField,
  layField,
  newProductFields,
  productFields,
  readField,
  writeFields,
} from '../shared/fields/product-fields'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import { mergeField } from './merge'
import { imagesOf, withImages, withPictureChanges } from './pictures'
import { shownStockEdits } from './stock'
import { withVariationPicture } from './variation-pictures'

export type Overlay = {
  /** What the person sees: the store's last known state with the waiting changes laid over it, in Ecwid's shape. */
  current: RemoteProduct
  /** A delete waits: no longer in the list. */
  hidden: boolean
}

/** `remote` null: the product was made on this device and its create still waits. `open`: its open changes, oldest first. */
export function overlay(remote: RemoteProduct | null, open: readonly ChangeRecord[]): Overlay {
  let current = remote ?? localProduct(open)
  const counted = shownStockEdits(open, productFields.quantity.json.get(current))
  for (const change of open) {
    if (counted.has(change.id)) continue
    if (setsField(change)) current = withFieldChange(current, change)
    else if (setsVariationPicture(change)) current = withVariationPicture(current, change)
  }
  const images = imagesOf(current)
  const shown = withPictureChanges(images, open)
  if (shown !== images) current = withImages(current, shown)
  return {
    current,
    hidden: open.some((change) => isDelete(change) && change.state !== 'refused' && change.state !== 'conflict'),
  }
}

function localProduct(open: readonly ChangeRecord[]): RemoteProduct {
  const create = open.find(isCreate)
  if (!create) return { id: 0 }
  const { fields, copied } = createPayloadSchema.parse(create.after)
  const body = { ...copied, ...writeFields({ ...newProductFields, ...fields }), id: 0 }
  return remoteProductSchema.parse(body)
}

function withFieldChange(product: RemoteProduct, { field, state, before, after }: ChangeRecord): RemoteProduct {
  if (!isProductField(field)) return product
  const theirs = readField(product, field)
  // A stock that its owner is asked about shows the number that was typed.
  const isAsked = field === 'quantity' && state === 'conflict'
  const merge = mergeField(field, isAsked ? theirs : before, after, theirs)
  return merge.outcome === 'same' ? product : layField(product, field, merge.value)
}
