import { deedOfAction, type BulkAction } from '../shared/bulk-action'
import type { Proposal } from '../shared/proposal'
import type { SetLabel } from '../shared/set-label'

export const bulkLabel = (
  action: BulkAction,
  { products, shelves }: Pick<Proposal, 'products' | 'shelves'>,
): SetLabel => ({
  code: 'many-products',
  ...deedOfAction(action),
  products,
  ...(shelves > 0 && { shelves }),
})
