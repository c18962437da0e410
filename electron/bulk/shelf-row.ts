import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import type { EditReason } from '../shared/edit-reason'
import type { BulkWarning } from '../shared/proposal'
import type { ShelfEdit } from '../shared/shelf-edit'

type Told = { reason?: EditReason | null; warnings?: BulkWarning[] }

/** A row of a review that is about a category or product type. `reason`: why it cannot be. */
export const shelfRow = (
  before: ShelfEdit | null,
  after: ShelfEdit,
  { reason = null, warnings = [] }: Told = {},
): NewProposedEdit => ({
  variationId: null,
  variation: null,
  field: 'shelf',
  before,
  after,
  standing: reason === null ? 'in' : 'refused',
  reason,
  follows: null,
  warnings,
  weight: after.field === null ? 1e11 : 1e10,
})
