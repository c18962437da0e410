import { create } from 'zustand'
import type { RevertEntry, RevertTally } from '../../../electron/shared/change'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { createOverlappingReads } from '../../stores/overlapping-reads'
import { revertChanges } from './change-actions'
import { onPage } from './Pages'

/** A revert that is being looked at before it happens, a page of its products at a time. */
export type RevertReview = {
  /** Another one for each look: an answer that was asked for an earlier one is not taken. */
  id: number
  connectionId: string
  changeSetId: number
  /** Only this one of its changes. */
  changeId?: number | undefined
  title: string
  page: number
  entries: RevertEntry[]
  /** Null: it is still being counted. */
  tally: RevertTally | null
  /** What would overwrite nobody goes back, but for these; of what was changed since, these. */
  except: ReadonlySet<number>
  also: ReadonlySet<number>
}

export const useRevertReviewStore = create<{ review: RevertReview | null }>(() => ({ review: null }))

let lastId = 0
const rereads = createOverlappingReads()

type Wanted = Pick<RevertReview, 'connectionId' | 'changeSetId' | 'changeId' | 'title'> & {
  /** One change that nobody touched since, whose diff is on the screen already: goes back at once, and this says so. */
  seen?: string | null
}

/** Shows what going back would do; what was changed since has to be asked for. */
export async function askRevert({ seen = null, ...wanted }: Wanted): Promise<void> {
  const { connectionId, changeSetId, changeId } = wanted
  try {
    const entries = await readPage(wanted, 1)
    const [only] = entries
    if (seen !== null && entries.length === 1 && only && isPlain(only)) {
      await revertChanges({ connectionId, changeSetId, choice: { except: [], also: [] } }, seen)
      return
    }
    const tally = changeId === undefined ? null : tallyOf(entries)
    const id = (lastId += 1)
    // The one change that was asked for by name is chosen already.
    const also = new Set(entries.flatMap((entry) => (entry.changeId === changeId && isMoved(entry) ? [changeId] : [])))
    const review = { id, ...wanted, page: 1, entries, tally, except: new Set<number>(), also }
    useRevertReviewStore.setState({ review })
    if (tally) return
    const counted = await call('changes.tallyRevert', { connectionId, changeSetId })
    patch(id, { tally: counted })
  } catch (error) {
    // Something else is looked at by now: that is cancelled, which says nothing.
    notifyProblem(problemOf(error))
  }
}

export async function turnReview(page: number): Promise<void> {
  const { review } = useRevertReviewStore.getState()
  if (!review) return
  try {
    const entries = await readPage(review, page)
    patch(review.id, { page, entries })
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

/** What waits may be in the store by now: the page that is shown is read again. */
export async function rereadReview(): Promise<void> {
  const { review } = useRevertReviewStore.getState()
  if (!review?.entries.some(({ standing }) => standing === 'waiting' || standing === 'stuck')) return
  const read = rereads.begin()
  try {
    const entries = await readPage(review, review.page)
    const now = useRevertReviewStore.getState().review
    if (now?.id !== review.id || now.page !== review.page || !read.isNews()) return
    patch(review.id, { entries })
    const { connectionId, changeSetId, changeId } = review
    if (stuckIn(entries) === stuckIn(now.entries)) return
    const tally =
      changeId === undefined ? await call('changes.tallyRevert', { connectionId, changeSetId }) : tallyOf(entries)
    patch(review.id, { tally })
  } catch {
    // What is shown stays: the yes goes by what is there then.
  }
}

export function choose(entries: readonly RevertEntry[], on: boolean): void {
  const { review } = useRevertReviewStore.getState()
  if (!review) return
  const [except, also] = [new Set(review.except), new Set(review.also)]
  for (const entry of entries) {
    const [from, isIn] = isPlain(entry) ? [except, !on] : [also, on]
    if (isIn) from.add(entry.changeId)
    else from.delete(entry.changeId)
  }
  patch(review.id, { except, also })
}

export const isChosen = ({ except, also }: RevertReview, entry: RevertEntry): boolean =>
  isPlain(entry) ? !except.has(entry.changeId) : also.has(entry.changeId)

/** How many changes go back; null: it is still being counted. */
export const chosenCount = ({ tally, except, also }: RevertReview): number | null =>
  tally && tally.plain - except.size + also.size

/** Does what was chosen; whether it was done. */
export function revertChosen({ connectionId, changeSetId, changeId, except, also }: RevertReview, done: string) {
  const set = { connectionId, changeSetId }
  const choice = { except: [...except], also: [...also] }
  return revertChanges(changeId === undefined ? { ...set, choice } : { ...set, changeId }, done)
}

export function closeReview(): void {
  useRevertReviewStore.setState({ review: null })
}

const readPage = ({ connectionId, changeSetId, changeId }: Wanted, page: number): Promise<RevertEntry[]> =>
  call('changes.previewRevert', {
    ...{ connectionId, changeSetId, offset: (page - 1) * onPage, limit: onPage },
    ...(changeId !== undefined && { changeId }),
  })

function patch(id: number, known: Partial<RevertReview>): void {
  useRevertReviewStore.setState(({ review }) => (review?.id === id ? { review: { ...review, ...known } } : {}))
}

function tallyOf(entries: readonly RevertEntry[]): RevertTally {
  return {
    things: 1,
    total: entries.length,
    plain: entries.filter(isPlain).length,
    moved: entries.filter(isMoved).length,
  }
}

const stuckIn = (entries: readonly RevertEntry[]): number =>
  entries.filter(({ standing }) => standing === 'stuck').length

/** Goes back without overwriting anybody. */
const isPlain = ({ standing }: RevertEntry): boolean => standing === 'clean' || standing === 'waiting'
const isMoved = ({ standing }: RevertEntry): boolean => standing === 'moved'
export const canChoose = ({ standing }: RevertEntry): boolean => standing !== 'done' && standing !== 'stuck'
