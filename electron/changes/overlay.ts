import { createPayloadSchema, type ChangeRecord } from '../shared/change-record'
import { newProductFields, productFieldsSchema, type ProductField, type ProductFields } from '../shared/product'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import { mergeField } from './merge'
import { imagesOf, withImages, withPictureChanges } from './pictures'
import { readFields, withField, writeFields } from './product-fields'
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
  const counted = shownStockEdits(open, readFields(current).quantity)
  for (const change of open) {
    if (counted.has(change.id)) continue
    if (change.kind === 'field') current = withFieldChange(current, change)
    else if (change.kind === 'picture.variation') current = withVariationPicture(current, change)
  }
  const images = imagesOf(current)
  const shown = withPictureChanges(images, open)
  if (shown !== images) current = withImages(current, shown)
  return {
    current,
    hidden: open.some(({ kind, state }) => kind === 'delete' && state !== 'refused' && state !== 'conflict'),
  }
}

function localProduct(open: readonly ChangeRecord[]): RemoteProduct {
  const create = open.find(({ kind }) => kind === 'create')
  if (!create) return { id: 0 }
  const { fields, copied } = createPayloadSchema.parse(create.after)
  const body = { ...copied, ...writeFields({ ...newProductFields, ...fields }), id: 0 }
  return remoteProductSchema.parse(body)
}

function withFieldChange(product: RemoteProduct, change: ChangeRecord): RemoteProduct {
  const field = change.field as ProductField
  const theirs = readFields(product)[field]
  // A stock that its owner is asked about shows the number that was typed.
  const isAsked = field === 'quantity' && change.state === 'conflict'
  const before = isAsked ? theirs : change.before
  const merge = mergeField(field, before, change.after, theirs)
  if (merge.outcome === 'same') return product
  const value = productFieldsSchema.shape[field].parse(merge.value)
  return withField(product, field, value as ProductFields[typeof field])
}
