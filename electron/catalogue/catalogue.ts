import type { WrittenNews } from '../shared/written'
import { createAppliesTable } from './applies-table'
import { createCategoriesTable } from './categories-table'
import { createChangesTable } from './changes-table'
import { copyBefore } from './copy-before'
import { openDatabase, type Db } from './database'
import { createDraftsTable } from './drafts-table'
import { createFacetsTable } from './facets-table'
import { addFieldColumns } from './field-columns'
import { createKeptTables } from './kept-tables'
import { createMatchSource } from './match-source'
import { createMetaTable } from './meta-table'
import { migrate } from './migrate'
import { migrations } from './migrations/all'
import { createPictureContents } from './picture-contents-table'
import { createPictureJobEffects } from './picture-job-effects'
import { createPictureJobFilesTable } from './picture-job-files-table'
import { createPictureJobsTable } from './picture-jobs-table'
import { createProductIndex } from './product-index'
import { createProductTypesTable } from './product-types-table'
import { createProductsOfType } from './products-of-type'
import { createProductsTable } from './products-table'
import { createImportedRowsTable } from './imported-rows-table'
import { createProposalsTable } from './proposals-table'
import { createProposedCategoriesTable } from './proposed-categories-table'
import { createProposedEditsTable } from './proposed-edits-table'
import { createProposedProductsTable } from './proposed-products-table'
import { createRevisions } from './revisions'
import { salvage } from './salvage'
import { createProductSearch } from './search/product-search'
import { createStoreLanguages } from './store-languages'
import { createShelvesTable } from './shelves-table'
import { createSentProducts } from './sent-products'
import { createSnapshotsTable } from './snapshots-table'
import { createSpareIds } from './spare-ids'
import { createWrittenNotes } from './written-notes'

export type Catalogue = ReturnType<typeof createCatalogue>

type Options = {
  log?: (message: string) => void
  onDamaged?: () => void
  /** Hears after each turn that wrote what searches remember. */
  onWritten?: (news: WrittenNews) => void
}

/**
 * The local copy of one store: one database file. Everything is synchronous.
 * `onDamaged`: a page of the file turned out to be unreadable, now or later.
 * @throws AppError('storage'); `storageProblemOf` tells whether the file is damaged, locked, newer or cannot be written.
 */
export function openCatalogue(file: string, { log, onDamaged, onWritten = () => {} }: Options = {}): Catalogue {
  const db = openDatabase(file, log, onDamaged)
  try {
    migrate(db, migrations, (version) => copyBefore(db, file, version))
    addFieldColumns(db)
    const notes = createWrittenNotes(onWritten)
    const revisions = createRevisions(notes.topics)
    return createCatalogue(db, { notes, revisions, search: createProductSearch(db, revisions) })
  } catch (error) {
    db.close()
    throw error
  }
}

type Parts = {
  notes: ReturnType<typeof createWrittenNotes>
  revisions: ReturnType<typeof createRevisions>
  search: ReturnType<typeof createProductSearch>
}

/** All tables on one connection. What that may do decides what of them can be used: see `openReadable`. */
export function createCatalogue(db: Db, { notes, revisions, search }: Parts) {
  const productTypes = createProductTypesTable(db)
  const facets = createFacetsTable(db, revisions)
  const languages = createStoreLanguages(db)
  const meta = createMetaTable(db)
  const { removeRow, ...products } = createProductsTable(db, revisions, languages.now, (id, place) => {
    search.onPlace(id, place)
    notes.place(id, place)
  })
  const index = createProductIndex({
    db,
    revisions,
    facets,
    isShown: productTypes.isShown,
    isBarcode: productTypes.isBarcode,
    attributeOf: productTypes.attributeOf,
    onSkus(id, lines) {
      search.onSkus(id, lines)
      notes.skus(id, lines)
    },
    onWords(id, words) {
      search.onWords(id, words)
      notes.words(id, words)
    },
  })

  const shelves = createShelvesTable(db)
  const snapshots = createSnapshotsTable(db)

  function forget(): void {
    productTypes.forget()
    languages.forget()
  }

  db.onRollback(() => {
    revisions.bumpAll()
    facets.forget()
    forget()
    search.forget()
    notes.anything()
  })

  return {
    /** All or nothing; nested calls join the outer one. On disk when it returns. */
    transaction: db.transaction,
    /** A part of a transaction that may fail by itself. */
    attempt: db.attempt,
    /** The same for what can be read or done again: it need not outlast a power cut, and costs no wait for the disk. */
    repeatable: db.repeatable,
    /** All that is read in it is of one moment, whoever writes meanwhile. */
    moment: db.snapshot,
    /** What is remembered of what another connection may have written. */
    forget,
    products: {
      ...products,
      ...createProductsOfType(db),
      index: (...what: Parameters<typeof index.index>): void => {
        snapshots.note(what[0])
        index.index(...what)
      },
      /** Takes a product out of lists' facts and searches, to be indexed anew as a whole. */
      unindex: index.clear,
      remove: (id: number) =>
        db.transaction(() => {
          snapshots.note(id)
          index.clear(id)
          removeRow(id)
        }),
    },
    /** As the store sent them, many at a time. */
    sentProducts: createSentProducts(db, languages.now),
    shelves,
    categories: createCategoriesTable(db, revisions),
    productTypes,
    changes: createChangesTable(db),
    applies: createAppliesTable(db),
    proposals: createProposalsTable(db),
    importedRows: createImportedRowsTable(db),
    keptTables: createKeptTables(db),
    proposedEdits: createProposedEditsTable(db),
    proposedProducts: createProposedProductsTable(db),
    proposedCategories: createProposedCategoriesTable(db),
    snapshots,
    spareIds: createSpareIds(db, { products, shelves }),
    meta: {
      ...meta,
      set(key: string, value: unknown): void {
        meta.set(key, value)
        languages.forget()
      },
    },
    /** Of the store, its first one first. */
    languages: languages.now,
    drafts: createDraftsTable(db),
    /** Takes what had not been sent over from a damaged file; see salvage.ts. */
    salvageFrom: (file: string) => salvage(file, db, products),
    pictureContents: createPictureContents(db),
    pictureJobs: createPictureJobsTable(db),
    pictureJobFiles: createPictureJobFilesTable(db),
    pictureJobEffects: createPictureJobEffects(db),
    matchSource: createMatchSource(db),
    /** A page of the products a query finds; an empty first page says which filter to drop. */
    search: search.search,
    searchIds: search.ids,
    variationCounts: search.variationCounts,
    facets: facets.list,
    /** Bytes on disk. */
    size: db.size,
    close: db.close,
  }
}
