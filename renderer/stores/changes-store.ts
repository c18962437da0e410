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

/** Whether nothing of the store on screen is sent for now. For entries of a list: the summary changes with every news. */
export function useAllHeld(): boolean {
  return useChangesSummaryPart((summary) => summary?.holdAll ?? false)
}

/** The summary of the store on screen. */
export function useChangesSummary(): ChangesSummary | null {
  return useChangesSummaryPart((summary) => summary)
}

function useChangesSummaryPart<Part>(partOf: (summary: ChangesSummary | null) => Part): Part {
  const connectionId = useViewStore((view) => view.connectionId)
  return useChangesStore(({ summaries }) => partOf(connectionId ? (summaries[connectionId] ?? null) : null))
}
