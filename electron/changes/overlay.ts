import { isCreate, isDelete } from '../shared/change-address'
import { createPayloadSchema, type ChangeRecord } from '../shared/change-record'
import { newProductFields, writeFields } from '../shared/fields/product-fields'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import { laidOver } from './adapters/all'

export type Overlay = {
  /** What the person sees: the store's last known state with the waiting changes laid over it, in Ecwid's shape. */
  current: RemoteProduct
  /** A delete waits: no longer in the list. */
  hidden: boolean
}

/** `remote` null: the product was made on this device and its create still waits. `open`: its open changes, oldest first. */
export function overlay(remote: RemoteProduct | null, open: readonly ChangeRecord[]): Overlay {
  return {
    current: laidOver(remote ?? localProduct(open), open),
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
