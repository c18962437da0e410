import type { Catalogue } from '../catalogue/catalogue'
import { reindexProduct } from '../changes/reindex'
import type { StoreProduct } from '../ecwid/store-product'

export type TakenIn = {
  /** Local ids of the products that look different now. */
  changed: number[]
  /** Ecwid ids whose copy here is as new as the one sent, yet differs: only a direct read tells which one holds. */
  doubtful: number[]
}

/**
 * Takes products that the store sent into the local copy, in one transaction. The store's search lags behind its writes, so
 * a product that is older than the copy here is passed over. A public key gets hidden products as bare stubs; those stay out.
 */
export function takeIn(catalogue: Catalogue, products: readonly StoreProduct[]): TakenIn {
  const doubtful: number[] = []
  // A product made here whose create has no answer yet: it is in the list already, under its local id.
  const onTheWay = catalogue.changes.openReferences()
  const changed = catalogue.transaction(() =>
    products.flatMap(({ raw, product }) => {
      if (product.name === undefined && product.sku === undefined) return []
      const known = catalogue.products.findByEcwidId(product.id)
      if (known === undefined && onTheWay.has(String(product.externalReferenceId))) return []
      const kept = known === undefined ? undefined : catalogue.products.get(known)?.remote
      const keptAt = kept?.updateTimestamp ?? -1
      const sentAt = product.updateTimestamp ?? 0
      if (kept && sentAt < keptAt) return []
      if (kept && sentAt === keptAt) {
        if (JSON.stringify(kept) !== JSON.stringify(product)) doubtful.push(product.id)
        return []
      }
      const id = catalogue.products.putRemote(raw)
      reindexProduct(catalogue, id, product)
      return [id]
    }),
  )
  return { changed, doubtful }
}

/** Takes products in that were read by id, which is never behind. */
export function takeInFresh(catalogue: Catalogue, products: readonly StoreProduct[]): number[] {
  return catalogue.transaction(() =>
    products.map(({ raw, product }) => {
      const id = catalogue.products.putRemote(raw)
      reindexProduct(catalogue, id, product)
      return id
    }),
  )
}

/** Removes a product that is gone from the store, unless edits of it still wait: those stay, with their reason. */
export function takeOut(catalogue: Catalogue, ecwidIds: readonly number[]): number[] {
  return catalogue.transaction(() =>
    ecwidIds.flatMap((ecwidId) => {
      const id = catalogue.products.findByEcwidId(ecwidId)
      if (id === undefined) return []
      const open = catalogue.changes.openOf(id)
      if (open.length === 0) catalogue.products.remove(id)
      else
        refuse(
          catalogue,
          id,
          open.map((change) => change.id),
        )
      return [id]
    }),
  )
}

function refuse(catalogue: Catalogue, productId: number, changeIds: readonly number[]): void {
  const message =
    'This product was deleted in the store. What you typed is kept here: duplicate the product to make it anew, or take the change back.'
  for (const id of changeIds) {
    catalogue.changes.update(id, { state: 'refused', reason: { code: 'not-found', message }, retryAt: null })
  }
  reindexProduct(catalogue, productId)
}
