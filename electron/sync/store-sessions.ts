import { AppError } from '../shared/errors'
import type { OpenStore } from './open-store'

type Parts = {
  open: (connectionId: string) => OpenStore
  /** Connections there are now. */
  connectionIds: () => string[]
}

/** The open stores, one session each. A session starts sending as soon as it is open, also when another store is on the screen. */
export function createStoreSessions({ open, connectionIds }: Parts) {
  const sessions = new Map<string, OpenStore>()

  function of(connectionId: string): OpenStore {
    const session = sessions.get(connectionId)
    if (session) return session
    if (!connectionIds().includes(connectionId)) {
      throw new AppError('not-found', 'This connection does not exist any more.')
    }
    const opened = open(connectionId)
    sessions.set(connectionId, opened)
    opened.start()
    return opened
  }

  return {
    of,
    /** Opens every store, so that what waits in any of them is sent. */
    openAll(onError: (connectionId: string, error: unknown) => void): void {
      for (const id of connectionIds()) {
        try {
          of(id)
        } catch (error) {
          onError(id, error)
        }
      }
    },
    resumeAll: (): void => sessions.forEach((session) => session.resume()),
    resume: (connectionId: string): void => sessions.get(connectionId)?.resume(),
    async close(connectionId: string): Promise<void> {
      const session = sessions.get(connectionId)
      sessions.delete(connectionId)
      await session?.close()
    },
    async closeAll(): Promise<void> {
      await Promise.allSettled([...sessions.values()].map((session) => session.close()))
      sessions.clear()
    },
  }
}
export type StoreSessions = ReturnType<typeof createStoreSessions>
