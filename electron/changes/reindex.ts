import { worstState } from '../catalogue/changes-table'
import type { Catalogue } from '../catalogue/catalogue'
import type { RemoteProduct } from '../shared/remote-product'
import type { ChangeRecord } from '../shared/change-record'
import { waitingIn } from './adapters/all'
import { overlay } from './overlay'
import { waitingForMadeHere } from './waits-for-made-here'

/** A product as the store sent it last, its open changes, and what the person sees of both. */
export type Seen = { remote: RemoteProduct | null; open: ChangeRecord[]; current: RemoteProduct }

/** Undefined when the local copy has no such product. */
export function seeProduct(catalogue: Catalogue, productId: number): Seen | undefined {
  const record = catalogue.products.get(productId)
  if (!record) return undefined
  const open = catalogue.changes.openOf('product', productId)
  return { remote: record.remote, open, current: overlay(record.remote, open).current }
}

/** What the person sees of a product now; undefined when the local copy has no such product. */
export const currentProduct = (catalogue: Catalogue, productId: number): RemoteProduct | undefined =>
  seeProduct(catalogue, productId)?.current

/** The same of many, in the order of their ids; those that the local copy has not are left out. Rows of a few at once cost a fifth of single ones. */
export const currentProducts = (
  catalogue: Catalogue,
  ids: readonly number[],
): { id: number; product: RemoteProduct }[] =>
  catalogue.sentProducts(ids).flatMap(({ id, asSent }) => {
    const product = asSent?.product() ?? currentProduct(catalogue, id)
    return product ? [{ id, product }] : []
  })

/**
 * Brings list and search in line with a product's remote state and open changes. Belongs into the transaction that touched
 * either. `stored`: the remote, from a caller that has just stored it; reading it back is an eighth of a full pull.
 */
export function reindexProduct(catalogue: Catalogue, productId: number, stored?: RemoteProduct): void {
  const record = stored ? { remote: stored } : catalogue.products.get(productId)
  if (!record) return
  const open = catalogue.changes.openOf('product', productId)
  noteWaiting(catalogue, open, waitingIn(open))
  if (!record.remote && open.length === 0) return catalogue.products.remove(productId)
  const { current, hidden } = overlay(record.remote, open)
  catalogue.products.index(productId, current, { state: worstState(open), hidden })
}

/** Which changes wait for an earlier one, so that choosing what is sent next passes over them. */
export function noteWaiting(
  catalogue: Catalogue,
  open: readonly ChangeRecord[],
  known: ReadonlyMap<number, number>,
): void {
  const waiting = new Map([...known, ...waitingForMadeHere(catalogue, open)])
  for (const { id, waitsFor } of open) {
    const upload = waiting.get(id) ?? null
    if (upload !== waitsFor) catalogue.changes.update(id, { waitsFor: upload })
  }
}
