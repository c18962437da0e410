import { firstTables } from './0001-first-tables'
import { changeLinks } from './0002-change-links'
import { pictureJobs } from './0003-picture-jobs'
import { altTexts } from './0004-alt-texts'
import { turnedPictures } from './0005-turned-pictures'
import { waitingForPictures } from './0006-waiting-for-pictures'
import { queue } from './0007-queue'
import { jobAttempts } from './0008-job-attempts'
import { labelsAsCodes } from './0009-labels-as-codes'
import { reasonsAsCodes } from './0010-reasons-as-codes'
import { changeAddresses } from './0011-change-addresses'
import { outOfStock } from './0012-out-of-stock'
import { takenBack } from './0013-taken-back'
import { problemsAsCodes } from './0014-problems-as-codes'
import { shelves } from './0015-shelves'
import { fieldColumns } from './0016-field-columns'
import { queueOfThings } from './0017-queue-of-things'
import { heldUploads } from './0018-held-uploads'
import { namedFields } from './0019-named-fields'
import { madeAs } from './0020-made-as'
import { fileReasonsAsCodes } from './0021-file-reasons-as-codes'
import { refusalsAsCodes } from './0022-refusals-as-codes'
import { entries } from './0023-entries'
import { entriesOfPictures } from './0024-entries-of-pictures'
import { barcodes } from './0025-barcodes'
import { applies } from './0026-applies'
import { untranslated } from './0027-untranslated'
import { proposals } from './0028-proposals'
import { proposalProducts } from './0029-proposal-products'
import { endingProposals } from './0030-ending-proposals'
import { timedProposals } from './0031-timed-proposals'
import { categoriesInSight } from './0032-categories-in-sight'
import { importedRows } from './0033-imported-rows'
import { proposedProducts } from './0034-proposed-products'
import { keptTables } from './0035-kept-tables'
import { proposedCategories } from './0036-proposed-categories'
import { snapshots } from './0037-snapshots'
import { pictureContents } from './0038-picture-contents'
import { variedProducts } from './0039-varied-products'
import { deletions } from './0040-deletions'
import { spareIds } from './0041-spare-ids'
import { editReasonsAsCodes } from './0042-edit-reasons-as-codes'
import { snapshotPictures } from './0043-snapshot-pictures'
import { countedPictures } from './0044-counted-pictures'
import { rowsOfCategories } from './0045-rows-of-categories'
import { proposedSame } from './0046-proposed-same'
import { countedShelves } from './0047-counted-shelves'

/** In order; the number of a migration is its place here, and SQLite's user_version is how many ran. Never edited once released. */
export const migrations: readonly string[] = [
  firstTables,
  changeLinks,
  pictureJobs,
  altTexts,
  turnedPictures,
  waitingForPictures,
  queue,
  jobAttempts,
  labelsAsCodes,
  reasonsAsCodes,
  changeAddresses,
  outOfStock,
  takenBack,
  problemsAsCodes,
  shelves,
  fieldColumns,
  queueOfThings,
  heldUploads,
  namedFields,
  madeAs,
  fileReasonsAsCodes,
  refusalsAsCodes,
  entries,
  entriesOfPictures,
  barcodes,
  applies,
  untranslated,
  proposals,
  proposalProducts,
  endingProposals,
  timedProposals,
  categoriesInSight,
  importedRows,
  proposedProducts,
  keptTables,
  proposedCategories,
  snapshots,
  pictureContents,
  variedProducts,
  deletions,
  spareIds,
  editReasonsAsCodes,
  snapshotPictures,
  countedPictures,
  rowsOfCategories,
  proposedSame,
  countedShelves,
]
