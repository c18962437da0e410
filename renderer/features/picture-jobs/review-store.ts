import { create } from 'zustand'
import type {
  PictureAssignment,
  PictureJobFile,
  PictureJobProduct,
  PictureVerdict,
} from '../../../electron/shared/picture-job'

export type OpenMenu = { file: PictureJobFile; product: PictureJobProduct; opener: HTMLElement }
export type Alike = { fileIds: number[]; to: PictureAssignment }
/** Files somebody is looking for a product for. */
export type Picking = {
  fileIds: number[]
  name: string
  hint: string
  /** Already known; only its variation is asked for. */
  product?: { id: number; name: string }
}

type Review = {
  jobId: number | null
  tab: PictureVerdict
  search: string
  selected: ReadonlySet<number>
  /** Other files that can be decided as the last ones were. */
  alike: Alike | null
  picking: Picking | null
  menu: OpenMenu | null
  optionsOpen: boolean
  /** Rises when something was decided here: the lists are read again. */
  revision: number
}

const fresh: Review = {
  jobId: null,
  tab: 'matched',
  search: '',
  selected: new Set(),
  alike: null,
  picking: null,
  menu: null,
  optionsOpen: false,
  revision: 0,
}

/** How the review of one job is looked at; a job that is shown anew starts anew. */
export const useReviewStore = create<Review>(() => fresh)
const { setState } = useReviewStore

export function openReview(jobId: number, tab: PictureVerdict): void {
  if (useReviewStore.getState().jobId !== jobId) setState({ ...fresh, jobId, tab })
}

export function showTab(tab: PictureVerdict): void {
  setState({ tab, selected: new Set(), menu: null, alike: null })
}

export function searchReview(search: string): void {
  setState({ search, selected: new Set() })
}

export function select(fileIds: readonly number[], on: boolean): void {
  setState(({ selected }) => {
    const next = new Set(selected)
    for (const id of fileIds) {
      if (on) next.add(id)
      else next.delete(id)
    }
    return { selected: next }
  })
}

export function clearSelection(fileIds?: readonly number[]): void {
  if (fileIds) select(fileIds, false)
  else setState({ selected: new Set() })
}

export function offerAlike(alike: Alike | null): void {
  setState({ alike })
}

export function pick(picking: Picking | null): void {
  setState({ picking, menu: null })
}

export function openMenu(menu: OpenMenu | null): void {
  setState({ menu })
}

export function toggleOptions(): void {
  setState(({ optionsOpen }) => ({ optionsOpen: !optionsOpen }))
}

export function touchReview(): void {
  setState(({ revision }) => ({ revision: revision + 1 }))
}

export function useReviewedJobId(): number {
  return useReviewStore((review) => review.jobId ?? 0)
}
