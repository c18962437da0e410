import type { Catalogue } from '../catalogue/catalogue'
import { namedProducts } from '../changes/named-products'
import { createRevertTally, previewRevert } from '../changes/revert-preview'
import { rowsThatMayShow } from '../changes/rows-that-may-show'
import { sheetRows } from '../changes/sheet-rows'
import { shelfDetail } from '../changes/shelf-detail'
import { typeTally } from '../changes/type-tally'
import {
  changesOfSet,
  lastRedoable,
  lastUndoable,
  listChangeSets,
  listConflicts,
  productHistory,
} from '../changes/views'

type Query<Read extends (catalogue: Catalogue, query: never) => unknown> = Parameters<Read>[1]

/** What a window asks of a local copy without changing it. */
export function createStoreReads(catalogue: Catalogue) {
  return {
    search: catalogue.search,
    /** Of all that a search finds, in its order. */
    ids: catalogue.searchIds,
    variationCounts: catalogue.variationCounts,
    facets: catalogue.facets,
    owner: catalogue.products.owner,
    named: (references: readonly number[]) => namedProducts(catalogue, references),
    sheetRows: (productIds: readonly number[], asked: Parameters<typeof sheetRows>[2]) =>
      sheetRows(catalogue, productIds, asked),
    rowsThatMayShow: (asked: Query<typeof rowsThatMayShow>) => rowsThatMayShow(catalogue, asked),
    takenSkus: (skus: readonly string[], exceptProductId: number | null) =>
      skus.filter((sku) => catalogue.products.skuOwner(sku, exceptProductId) !== null),
    changeSets: (query: Query<typeof listChangeSets>) => listChangeSets(catalogue, query),
    changesOfSet: (query: Query<typeof changesOfSet>) => changesOfSet(catalogue, query),
    history: (query: Query<typeof productHistory>) => productHistory(catalogue, query),
    conflicts: (query: Query<typeof listConflicts>) => listConflicts(catalogue, query),
    previewRevert: (page: Query<typeof previewRevert>) => previewRevert(catalogue, page),
    tallyRevert: createRevertTally(catalogue),
    categoryCounts: catalogue.categories.counts,
    typeTally: (id: number) => typeTally(catalogue, id),
    shelf: (query: Query<typeof shelfDetail>) => shelfDetail(catalogue, query),
    lastUndoable: () => lastUndoable(catalogue),
    lastRedoable: () => lastRedoable(catalogue),
  }
}
