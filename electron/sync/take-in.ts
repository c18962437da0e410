import type { Catalogue } from '../catalogue/catalogue'
import { storageProblemOf } from '../catalogue/storage-error'
import { startFromFilledIn } from '../changes/filled-in'
import { productGone } from '../changes/gone'
import { reindexProduct } from '../changes/reindex'
import { changesByOthers, recordByOthers, type ByOthers } from '../changes/store-history'
import type { StoreProduct } from '../ecwid/store-product'
import { isEqual } from '../shared/fields/equal'
import type { RemoteProduct } from '../shared/remote-product'
import { notePassedOver } from './passed-over'
import { isRegrouped, noteRegrouped } from './regrouped'
import { forgetSetAside, noteSetAside } from './set-aside'

/** All that a public key gets of a hidden product. One whose name cannot be read has a name. */
export const isStub = ({ raw }: StoreProduct): boolean => !('name' in raw) && !('sku' in raw)

export type TakenIn = {
  /** Local ids of the products that look different now. */
  changed: number[]
  /** Ecwid ids whose copy here is as new as the one sent, yet differs: only a direct read tells which one holds. */
  doubtful: number[]
}

/**
 * Takes products that the store sent into the local copy, in one transaction. The store's search lags behind its writes, so
 * a product that is older than the copy here is passed over. A public key gets hidden products as bare stubs; those stay out.
 * `passOver`: Ecwid ids of which the answer may be older than what is known here; they are noted, to be read again.
 */
export function takeIn(
  catalogue: Catalogue,
  products: readonly StoreProduct[],
  passOver: ReadonlySet<number> = new Set(),
): TakenIn {
  // A product made here whose create has no answer yet: it is in the list already, under its local id.
  const onTheWay = catalogue.changes.openReferences()
  return takeEach(catalogue, products, ({ raw, product }) => {
    if (isStub({ raw, product })) return nothing
    const known = catalogue.products.findByEcwidId(product.id)
    if (passOver.has(product.id)) return passedOver(product.id, known)
    if (known === undefined && onTheWay.has(String(product.externalReferenceId))) return nothing
    const kept = known === undefined ? undefined : catalogue.products.get(known)?.remote
    const keptAt = kept?.updateTimestamp ?? -1
    const sentAt = product.updateTimestamp ?? 0
    if (kept && sentAt < keptAt) return nothing
    if (kept && sentAt === keptAt) {
      return isEqual(kept, product) ? nothing : { ...nothing, doubtful: [product.id] }
    }
    const id = catalogue.products.putRemote(raw)
    if (kept) startFromFilledIn(catalogue, id, kept, product)
    const news = kept ? byOthers(catalogue, id, kept, product) : []
    if (known === undefined) catalogue.products.index(id, product, { state: 'synced', hidden: false, isNew: true })
    else reindexProduct(catalogue, id, product)
    return { ...nothing, changed: [id], news, isRegrouped: isRegrouped(kept ?? undefined, product) }
  })
}

/** Takes products in that were read by id, which is never behind. `passOver`: as above. */
export function takeInFresh(
  catalogue: Catalogue,
  products: readonly StoreProduct[],
  passOver: ReadonlySet<number> = new Set(),
): number[] {
  const onTheWay = catalogue.changes.openReferences()
  return takeEach(catalogue, products, ({ raw, product }) => {
    const known = catalogue.products.findByEcwidId(product.id)
    if (passOver.has(product.id)) return passedOver(product.id, known)
    if (known === undefined && onTheWay.has(String(product.externalReferenceId))) return nothing
    const kept = known === undefined ? undefined : catalogue.products.get(known)?.remote
    const id = catalogue.products.putRemote(raw)
    if (kept) startFromFilledIn(catalogue, id, kept, product)
    const news = kept ? byOthers(catalogue, id, kept, product) : []
    reindexProduct(catalogue, id, product)
    return { ...nothing, changed: [id], news, isRegrouped: isRegrouped(kept ?? undefined, product) }
  }).changed
}

type Taken = TakenIn & { news: ByOthers[]; isRegrouped: boolean; passedOver: number[] }
const nothing: Taken = { changed: [], doubtful: [], news: [], isRegrouped: false, passedOver: [] }

/** One that is not here any more was deleted here meanwhile. */
const passedOver = (ecwidId: number, known: number | undefined): Taken =>
  known === undefined ? nothing : { ...nothing, passedOver: [ecwidId] }

/**
 * All in one transaction. A product that cannot be taken in is set aside and keeps none of the others out; it is noted, and
 * tried again whenever the store sends it.
 */
function takeEach(
  catalogue: Catalogue,
  products: readonly StoreProduct[],
  take: (product: StoreProduct) => Taken,
): TakenIn {
  return catalogue.repeatable(() => {
    const setAside: number[] = []
    const taken =
      attempted(catalogue, () => products.map(take)) ??
      products.flatMap((each) => {
        const one = attempted(catalogue, () => take(each))
        if (!one) setAside.push(each.product.id)
        return one ?? []
      })
    recordByOthers(
      catalogue,
      taken.flatMap(({ news }) => news),
    )
    noteSetAside(catalogue, products, setAside)
    notePassedOver(
      catalogue,
      taken.flatMap((each) => each.passedOver),
    )
    if (taken.some((each) => each.isRegrouped)) noteRegrouped(catalogue)
    return { changed: taken.flatMap(({ changed }) => changed), doubtful: taken.flatMap(({ doubtful }) => doubtful) }
  })
}

/** Undefined: it failed by itself. A disk that fails is nobody's product. */
function attempted<T>(catalogue: Catalogue, work: () => T): T | undefined {
  try {
    return catalogue.attempt(work)
  } catch (error) {
    if (storageProblemOf(error)) throw error
    return undefined
  }
}

const byOthers = (catalogue: Catalogue, productId: number, before: RemoteProduct, after: RemoteProduct): ByOthers[] =>
  changesByOthers({ productId, before, after }, catalogue.changes.openOf('product', productId))

/** Removes products that are gone from the store, unless edits of them still wait: those stay for their owner to decide. */
export function takeOut(catalogue: Catalogue, ecwidIds: readonly number[], now: number): number[] {
  const news: ByOthers[] = []
  return catalogue.transaction(() => {
    const ids = ecwidIds.flatMap((ecwidId) => {
      const id = catalogue.products.findByEcwidId(ecwidId)
      const deleted = id === undefined ? undefined : productGone(catalogue, id, now)
      if (id === undefined || !deleted) return []
      if (deleted.byOthers) news.push({ change: deleted.byOthers, at: now })
      return [id]
    })
    recordByOthers(catalogue, news)
    if (ids.length > 0) noteRegrouped(catalogue)
    forgetSetAside(catalogue, ecwidIds)
    return ids
  })
}
