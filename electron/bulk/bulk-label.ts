import { deedOfAction, type BulkAction } from '../shared/bulk-action'
import type { SetLabel } from '../shared/set-label'

export const bulkLabel = (action: BulkAction, products: number): SetLabel => ({
  code: 'many-products',
  ...deedOfAction(action),
  products,
})
