import type { BulkAction } from '../shared/bulk-action'
import type { CountedThings, Proposal } from '../shared/proposal'
import type { SnapshotOccasion } from '../shared/snapshot'
import { bulkLabel } from './bulk-label'

/** With more products nobody looks at each of them. */
const mostWithout = 100

/** Before what a snapshot is taken; null: it needs none. */
export function riskOf(action: BulkAction, things: Pick<Proposal, CountedThings>): SnapshotOccasion | null {
  if (action.kind === 'import') return { code: 'import', file: action.file }
  if (things.products <= mostWithout) return null
  return bulkLabel(action, things)
}
