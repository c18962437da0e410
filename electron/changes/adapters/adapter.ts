import type { ChangeRecord, Deed } from '../../shared/change-record'
import type { RemoteProduct } from '../../shared/remote-product'
import type { OpenChanges } from '../open-changes'
import type { NameNow } from '../picture-names'
import type { VariationNames } from '../variation-names'
import type { PlainSentence } from '../../shared/sentence'

/** A product as its owner sees it now, what its pictures and variations are called, and what was done to the same since a change. */
export type InSight = {
  product: RemoteProduct
  nameNow: NameNow
  variations: VariationNames
  since: (change: ChangeRecord) => readonly ChangeRecord[]
}

/** clean: as the change left it. moved: somebody changed the same since, and going back overwrites that. done: as it was before. */
export type WayBack =
  { standing: 'clean' | 'moved' | 'done'; deed: Deed } | { standing: 'stuck'; reason: PlainSentence }

/**
 * What is special about the changes of a product itself, or of one of its lists. Whatever holds for all changes asks the adapter
 * of each (`all.ts`).
 */
export type Adapter = {
  /** The product with its open changes laid over it; `all`: with those of its other lists. */
  laidOver(product: RemoteProduct, open: readonly ChangeRecord[], all: readonly ChangeRecord[]): RemoteProduct
  /** How a change that is in the store is taken back from what the product has now. */
  wayBack(change: ChangeRecord, seen: InSight): WayBack
  /** The same again, from what the product is now: that is what its owner sees. Null: there is nothing left to do it to. */
  again(change: ChangeRecord, seen: InSight): Deed | null
  /** Which change makes the entry of this name; null: it is in the store. */
  madeBy(key: string): number | null
  /** It will not be made: what only concerned it ends as well, and what it replaced is there again. Belongs into a transaction. */
  giveUp(open: OpenChanges, made: ChangeRecord): void
  /** A value was taken back: what else was planned from it follows. `isKept`: a later edit still says it. Belongs into a transaction. */
  unset(open: OpenChanges, gone: ChangeRecord, isKept: boolean): void
  /** Change -> the earlier one of these that it cannot go before. `all`: what is open of the product. */
  waiting(open: readonly ChangeRecord[], all: readonly ChangeRecord[]): Map<number, number>
  /** What differs between two states of the product. */
  differences(before: RemoteProduct, after: RemoteProduct): Deed[]
}
