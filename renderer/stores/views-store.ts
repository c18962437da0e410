import { useMemo } from 'react'
import type { ErrorInfo } from '../../electron/shared/errors'
import { foldText } from '../../electron/shared/fold-text'
import type { KeptView } from '../../electron/shared/kept-view'
import { problemOf } from '../bridge'
import { showFound, useCatalogueStore } from './catalogue-store'
import { becomeView, beginWithView, faceNow, useFace, useOpenViewStore } from './open-view-store'
import { saveSettings, useSettingsStore } from './settings-store'
import { ownLook, sheetLook, useSheetLook } from './sheet-looks'
import { isMoreThanAll, isSameView, type Shown } from './shown-view'
import { showScreen } from './view-store'

const viewsNow = (): KeptView[] => useSettingsStore.getState().views

/** The views of a store, in the order of their owner. */
export function useViews(connectionId: string | null): readonly KeptView[] {
  const views = useSettingsStore((settings) => settings.views)
  return useMemo(() => views.filter((view) => view.connectionId === connectionId), [views, connectionId])
}

/** Null: all products. */
export function useOpenView(): KeptView | null {
  const viewId = useOpenViewStore((open) => open.viewId)
  return useSettingsStore(({ views }) => views.find(({ id }) => id === viewId) ?? null)
}

/** Whether what is shown is another than its view has, or more than all products. */
export function useIsViewChanged(connectionId: string): boolean {
  const view = useOpenView()
  const filters = useCatalogueStore((state) => state.filters)
  const sort = useCatalogueStore((state) => state.sort)
  const face = useFace()
  const look = useSheetLook(connectionId)
  const hasOwnLook = useSettingsStore((settings) => ownLook(connectionId, settings) !== undefined)
  const shown = { filters, sort, sheet: face === 'sheet' ? look : null }
  return view ? !isSameView(view, shown) : isMoreThanAll(shown, hasOwnLook)
}

/** The same at a moment. */
export function isViewChangedNow(connectionId: string): boolean {
  const view = openViewNow()
  const shown = shownNow(connectionId)
  return view ? !isSameView(view, shown) : isMoreThanAll(shown, ownLook(connectionId) !== undefined)
}

export const viewWithId = (wanted: string | null): KeptView | null => viewsNow().find(({ id }) => id === wanted) ?? null
export const openViewNow = (): KeptView | null => viewWithId(useOpenViewStore.getState().viewId)

function shownNow(connectionId: string): Shown {
  const { filters, sort } = useCatalogueStore.getState()
  if (faceNow() === 'list') return { filters, sort, sheet: null }
  const { columns, frozen, unfolded, flat } = sheetLook(connectionId)
  return { filters, sort, sheet: { columns, frozen, unfolded, flat } }
}

/** Shows what a view finds as it was saved; null: all products. */
export function openView(view: KeptView | null): void {
  showScreen('catalogue')
  beginWithView(view)
  showFound(view ?? { filters: {}, sort: null })
  const { connectionId } = useCatalogueStore.getState()
  if (connectionId !== null) rememberOpen(connectionId, view?.id ?? null)
}

/** What comes is no change of the open view. */
export function leaveView(): void {
  if (useOpenViewStore.getState().viewId !== null) openView(null)
}

/** Whether the same is shown, of the same view, as at the moment of this call. */
function nothingMeanwhile(): () => boolean {
  const [open, { connectionId, filters, sort }] = [useOpenViewStore.getState(), useCatalogueStore.getState()]
  return () => {
    const now = useCatalogueStore.getState()
    const isSameList = now.connectionId === connectionId && now.filters === filters && now.sort === sort
    return isSameList && useOpenViewStore.getState() === open
  }
}

/** Keeps what is shown under a name, behind the others, and answers with why not. */
export async function saveAsView(connectionId: string, name: string): Promise<ErrorInfo | null> {
  const view: KeptView = { id: crypto.randomUUID(), connectionId, name, ...shownNow(connectionId), isOpen: true }
  const isAsBefore = nothingMeanwhile()
  const problem = await changeViews((views) => [...views.map(closedIn(connectionId)), view])
  if (problem) return problem
  if (isAsBefore()) becomeView(view)
  else if (useCatalogueStore.getState().connectionId === connectionId)
    rememberOpen(connectionId, openViewNow()?.id ?? null)
  return null
}

/** What is shown takes the place of what the open view had. Answers with why not. */
export async function saveView(view: KeptView): Promise<ErrorInfo | null> {
  const next = { ...view, ...shownNow(view.connectionId) }
  const isAsBefore = nothingMeanwhile()
  const problem = await changeViews((views) => views.map((each) => (each.id === view.id ? next : each)))
  if (!problem && isAsBefore()) becomeView(next)
  return problem
}

export const renameView = (view: KeptView, name: string): Promise<ErrorInfo | null> =>
  changeViews((views) => views.map((each) => (each.id === view.id ? { ...each, name } : each)))

/** Puts one to a place among those of its store. */
export function moveView({ id, connectionId }: KeptView, to: number): Promise<ErrorInfo | null> {
  return changeViews((views) => {
    const own = views.filter((each) => each.connectionId === connectionId)
    const from = own.findIndex((each) => each.id === id)
    const moved = own[from]
    if (!moved || to < 0 || to >= own.length || to === from) return views
    const others = views.filter((each) => each.connectionId !== connectionId)
    const next = [...others, ...own.toSpliced(from, 1).toSpliced(to, 0, moved)]
    // Seen at once: what was put down does not go back for a moment.
    useSettingsStore.setState({ views: next })
    return next
  })
}

/** Whether another view of the store is called so. */
export const hasViewNamed = (connectionId: string, name: string, but: string | null): boolean =>
  viewsNow().some(
    (each) => each.connectionId === connectionId && each.id !== but && foldText(each.name) === foldText(name),
  )

/** All products are shown where it was open. Answers with why not, and with what puts it back. */
export async function removeView(view: KeptView): Promise<{ problem: ErrorInfo | null; putBack: () => PutBack }> {
  const { connectionId } = view
  const at = viewsNow()
    .filter((each) => each.connectionId === connectionId)
    .findIndex(({ id }) => id === view.id)
  const problem = await changeViews((views) => views.filter(({ id }) => id !== view.id))
  const wasOpen = useOpenViewStore.getState().viewId === view.id
  if (!problem && wasOpen) openView(null)
  return { problem, putBack: () => putBackAt(view, at, wasOpen) }
}

type PutBack = Promise<ErrorInfo | null>

async function putBackAt(view: KeptView, at: number, wasOpen: boolean): PutBack {
  const problem = await changeViews((views) => {
    const own = views.filter(({ connectionId }) => connectionId === view.connectionId)
    const others = views.filter(({ connectionId }) => connectionId !== view.connectionId)
    return [...others, ...own.toSpliced(at, 0, { ...view, isOpen: false })]
  })
  const isShown = useCatalogueStore.getState().connectionId === view.connectionId
  if (!problem && wasOpen && isShown) openView(view)
  return problem
}

/** Which view is shown at the next start is not worth a message: all products are, then. */
function rememberOpen(connectionId: string, viewId: string | null): void {
  const isRight = (view: KeptView) => view.connectionId !== connectionId || view.isOpen === (view.id === viewId)
  void changeViews((views) =>
    views.every(isRight) ? views : views.map((view) => (isRight(view) ? view : { ...view, isOpen: !view.isOpen })),
  )
}

const closedIn = (connectionId: string) => (view: KeptView) =>
  view.connectionId === connectionId ? { ...view, isOpen: false } : view

let last: Promise<unknown> = Promise.resolve()

/** One after the other, each upon what the one before has left. Answers with why not. */
function changeViews(change: (views: KeptView[]) => KeptView[]): Promise<ErrorInfo | null> {
  const next = last.then(async () => {
    const before = viewsNow()
    const views = change(before)
    if (views === before) return null
    try {
      await saveSettings({ views })
      return null
    } catch (error) {
      useSettingsStore.setState({ views: before })
      return problemOf(error)
    }
  })
  last = next
  return next
}
