import { create } from 'zustand'
import type { ChangeSetView } from '../../../electron/shared/change'
import { revertSet } from './change-actions'

/** The change set whose undoing is being looked at before it happens. */
type Review = { connectionId: string; set: ChangeSetView } | null

export const useRevertReviewStore = create<{ review: Review }>(() => ({ review: null }))

/** One product goes back at once; what touches several is shown first. */
export async function askRevert(connectionId: string, set: ChangeSetView): Promise<void> {
  if (set.productCount > 1) useRevertReviewStore.setState({ review: { connectionId, set } })
  else await revertSet(connectionId, set.id, set.label)
}

export function closeReview(): void {
  useRevertReviewStore.setState({ review: null })
}
