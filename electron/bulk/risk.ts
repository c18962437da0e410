import { deedOfAction, type BulkAction } from '../shared/bulk-action'
import type { Proposal } from '../shared/proposal'
import type { SnapshotOccasion } from '../shared/snapshot'

/** With more products nobody looks at each of them. */
const mostWithout = 100

/** Before what a snapshot is taken; null: it needs none. */
export function riskOf(
  action: BulkAction,
  { products, shelves }: Pick<Proposal, 'products' | 'shelves'>,
): SnapshotOccasion | null {
  if (action.kind === 'import') return { code: 'import', file: action.file }
  if (products <= mostWithout) return null
  return { code: 'many-products', ...deedOfAction(action), products, ...(shelves > 0 && { shelves }) }
}
