import { create } from 'zustand'
import type { RevertEntry } from '../../../electron/shared/change'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { revertChanges } from './change-actions'

/** A revert that is being looked at before it happens. */
export type RevertReview = {
  connectionId: string
  changeSetId: number
  title: string
  entries: RevertEntry[]
  /** Changes that go back. */
  chosen: ReadonlySet<number>
}

export const useRevertReviewStore = create<{ review: RevertReview | null }>(() => ({ review: null }))

type Wanted = Pick<RevertReview, 'connectionId' | 'changeSetId' | 'title'> & {
  changeIds?: number[]
  /** One change that nobody touched since, whose diff is on the screen already: goes back at once. */
  seen?: boolean
}

/** Shows what going back would do; what was changed since has to be asked for. */
export async function askRevert({ changeIds, seen = false, ...review }: Wanted): Promise<void> {
  try {
    const { connectionId, changeSetId } = review
    const entries = await call('changes.previewRevert', { connectionId, changeSetId, ...(changeIds && { changeIds }) })
    const [only] = entries
    if (seen && entries.length === 1 && only && isPlain(only)) {
      await revertChanges({ connectionId, changeSetId, changeIds: [only.changeId] }, `Undone: ${review.title}`)
      return
    }
    const chosen = new Set(entries.filter(isPlain).map(({ changeId }) => changeId))
    useRevertReviewStore.setState({ review: { ...review, entries, chosen } })
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

export function choose(changeIds: readonly number[], on: boolean): void {
  useRevertReviewStore.setState(({ review }) => {
    if (!review) return {}
    const chosen = new Set(review.chosen)
    for (const id of changeIds) {
      if (on) chosen.add(id)
      else chosen.delete(id)
    }
    return { review: { ...review, chosen } }
  })
}

export function closeReview(): void {
  useRevertReviewStore.setState({ review: null })
}

/** Goes back without overwriting anybody. */
const isPlain = ({ standing }: RevertEntry): boolean => standing === 'clean' || standing === 'waiting'
export const canChoose = ({ standing }: RevertEntry): boolean => standing !== 'done' && standing !== 'stuck'
