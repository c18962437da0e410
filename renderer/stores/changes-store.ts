import { create } from 'zustand'
import type { ChangesSummary } from '../../electron/shared/change'
import { call } from '../bridge'
import { useViewStore } from './view-store'

type Changes = {
  /** Per connection: what waits, what was refused. */
  summaries: Record<string, ChangesSummary>
  /** Goes up with every news about changes: whoever shows a list of them reads it again. */
  revision: number
}

export const useChangesStore = create<Changes>(() => ({ summaries: {}, revision: 0 }))

export function noteChanges(summary: ChangesSummary): void {
  useChangesStore.setState(({ summaries, revision }) => ({
    summaries: { ...summaries, [summary.connectionId]: summary },
    revision: revision + 1,
  }))
}

export async function loadChangesSummary(connectionId: string): Promise<void> {
  noteChanges(await call('changes.summary', { connectionId }))
}

/** The summary of the store on screen. */
export function useChangesSummary(): ChangesSummary | null {
  const connectionId = useViewStore((view) => view.connectionId)
  return useChangesStore(({ summaries }) => (connectionId ? (summaries[connectionId] ?? null) : null))
}
