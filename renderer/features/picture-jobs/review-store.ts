import { create } from 'zustand'
import type {
  AlikeFiles,
  FileSelection,
  PictureAssignment,
  PictureJobFile,
  PictureJobProduct,
  PictureVerdict,
} from '../../../electron/shared/picture-job'
import { allFiles, isChosen, noFiles, toSelection, withChosen, withoutFiles, type ChosenFiles } from './chosen-files'

export type OpenMenu = { file: PictureJobFile; product: PictureJobProduct; opener: HTMLElement }
export type Alike = AlikeFiles & { to: PictureAssignment }
/** Files somebody is looking for a product for. */
export type Picking = {
  files: FileSelection
  name: string
  hint: string
  /** Already known; only its variation is asked for. */
  product?: { id: number; name: string }
}

type Review = {
  jobId: number | null
  tab: PictureVerdict
  search: string
  selected: ChosenFiles
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
  selected: noFiles,
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
  setState({ tab, selected: noFiles, menu: null, alike: null })
}

export function searchReview(search: string): void {
  setState({ search, selected: noFiles })
}

export function select(fileIds: readonly number[], on: boolean): void {
  setState(({ selected }) => ({ selected: withChosen(selected, fileIds, on) }))
}

/** All that the tab and the search find, also those that were never scrolled to; or none of them. */
export function selectAll(on: boolean): void {
  setState({ selected: on ? allFiles : noFiles })
}

/** What is selected of the list as it is shown. */
export function selectedFiles(): FileSelection {
  const { selected, tab, search } = useReviewStore.getState()
  return toSelection(selected, { filter: tab, search })
}

/** A selected file takes the other selected ones along. */
export function selectedWith(fileId: number): FileSelection {
  return isChosen(useReviewStore.getState().selected, fileId) ? selectedFiles() : { ids: [fileId] }
}

/** They were decided about, and have left the list. */
export function deselect(files: FileSelection): void {
  setState(({ selected }) => ({ selected: 'ids' in files ? withoutFiles(selected, files.ids) : noFiles }))
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
