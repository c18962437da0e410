import { create } from 'zustand'
import type { ErrorInfo } from '../../electron/shared/errors'
import type { StoreSnapshot } from '../../electron/shared/store'
import { call, problemOf } from '../bridge'
import { askAhead, forgetCatalogue } from './catalogue-store'
import { rememberConnection } from './settings-store'
import { showConnection, useViewStore } from './view-store'
import { loadChangesSummary } from './changes-store'

type OpenStore = {
  /** The store on screen: profile, categories, product types, how far its copy is. Null until main has opened it. */
  snapshot: StoreSnapshot | null
  /** Why the store could not be opened. */
  problem: ErrorInfo | null
  /** The window remembers what was read; main goes on sending it. */
  readNotices: string[]
}

export const useStoreStore = create<OpenStore>(() => ({ snapshot: null, problem: null, readNotices: [] }))

/** Shows a store: the view changes at once, its copy is opened behind it. */
export async function openStore(connectionId: string): Promise<void> {
  if (useViewStore.getState().connectionId !== connectionId) showConnection(connectionId)
  useStoreStore.setState({ snapshot: null, problem: null })
  rememberConnection(connectionId)
  try {
    const opened = call('stores.open', { connectionId })
    askAhead(connectionId)
    const snapshot = await opened
    if (isShown(connectionId)) useStoreStore.setState({ snapshot })
    await loadChangesSummary(connectionId)
  } catch (error) {
    if (useStoreStore.getState().snapshot === null) forgetCatalogue(connectionId)
    if (isShown(connectionId)) useStoreStore.setState({ problem: problemOf(error) })
  }
}

/** The engine is another one: it does not know yet that this store is looked at. What is shown stays until then. */
export async function openStoreAgain(): Promise<void> {
  const { connectionId } = useViewStore.getState()
  if (connectionId === null) return
  try {
    const snapshot = await call('stores.open', { connectionId })
    if (isShown(connectionId)) useStoreStore.setState({ snapshot, problem: null })
    await loadChangesSummary(connectionId)
  } catch (error) {
    if (isShown(connectionId)) useStoreStore.setState({ problem: problemOf(error) })
  }
}

/** Back to the first screen: no store is shown. */
export function leaveStore(): void {
  showConnection(null)
  useStoreStore.setState({ snapshot: null, problem: null })
}

export function dismissStoreNotice(): void {
  useStoreStore.setState(({ snapshot, readNotices }) =>
    snapshot?.notice ? { readNotices: [...readNotices, snapshot.notice] } : {},
  )
}

/** What is to be told about the local copy as a whole; null once it was read. */
export function unreadNotice({ snapshot, readNotices }: OpenStore): string | null {
  const notice = snapshot?.notice ?? null
  return notice !== null && readNotices.includes(notice) ? null : notice
}

function isShown(connectionId: string): boolean {
  return useViewStore.getState().connectionId === connectionId
}
