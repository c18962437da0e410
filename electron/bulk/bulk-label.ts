import { deedOfAction, type BulkAction } from '../shared/bulk-action'
import type { CountedThings, Proposal } from '../shared/proposal'
import type { SetLabel } from '../shared/set-label'

export const bulkLabel = (action: BulkAction, { products, categories, productTypes }: Pick<Proposal, CountedThings>) =>
  ({
    code: 'many-products',
    ...deedOfAction(action),
    products,
    ...(categories > 0 && { categories }),
    ...(productTypes > 0 && { productTypes }),
  }) satisfies SetLabel
