import { create } from 'zustand'
import type { ErrorInfo } from '../../electron/shared/errors'
import type { Snapshots, SnapshotsKeptFor } from '../../electron/shared/snapshot'
import { call, problemOf, tokensOf } from '../bridge'

/** Mirror of the engine’s, per connection. */
export const useSnapshotsStore = create<{ all: Record<string, Snapshots> }>(() => ({ all: {} }))

export const noteSnapshots = (news: Snapshots): void =>
  useSnapshotsStore.setState(({ all }) => ({ all: { ...all, [news.connectionId]: news } }))

/** How far the snapshot is that is being taken of a store; null: none is. */
export const useTaking = (connectionId: string): Snapshots['taking'] =>
  useSnapshotsStore(({ all }) => all[connectionId]?.taking ?? null)

/** Each answers with why not. */
export const loadSnapshots = (connectionId: string): Promise<ErrorInfo | null> =>
  tried(async () => noteSnapshots(await call('snapshots.list', { connectionId })))
export const takeSnapshot = (connectionId: string): Promise<ErrorInfo | null> =>
  tried(() => call('snapshots.take', { connectionId }))
export const removeSnapshot = (connectionId: string, snapshotId: number): Promise<ErrorInfo | null> =>
  tried(() => call('snapshots.remove', { connectionId, snapshotId }))
export const keepSnapshotsFor = (connectionId: string, days: SnapshotsKeptFor): Promise<ErrorInfo | null> =>
  tried(() => call('snapshots.keepFor', { connectionId, days }))

/** Reads an archive among them. */
export async function openArchive(
  connectionId: string,
  file: File,
): Promise<{ snapshotId: number } | { problem: ErrorInfo }> {
  const [token] = tokensOf([file])
  try {
    return await call('snapshots.openArchive', { connectionId, file: token ?? '' })
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

async function tried(ask: () => Promise<unknown>): Promise<ErrorInfo | null> {
  try {
    await ask()
    return null
  } catch (error) {
    return problemOf(error)
  }
}
