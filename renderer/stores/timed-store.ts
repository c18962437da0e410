import { create } from 'zustand'
import type { ErrorInfo } from '../../electron/shared/errors'
import type { TimedProposal, Times } from '../../electron/shared/proposal'
import { call, problemOf } from '../bridge'
import { useViewStore } from './view-store'

/** Mirror of what begins or ends at a time of its own, per connection. */
export const useTimedStore = create<{ timed: Record<string, TimedProposal[]> }>(() => ({ timed: {} }))

export function noteTimed({ connectionId, timed }: { connectionId: string; timed: TimedProposal[] }): void {
  useTimedStore.setState((state) => ({ timed: { ...state.timed, [connectionId]: timed } }))
}

export async function loadTimed(connectionId: string): Promise<void> {
  try {
    noteTimed({ connectionId, timed: await call('bulk.timed', { connectionId }) })
  } catch {
    // The store cannot be opened, which its own screen says.
  }
}

type Named = Pick<TimedProposal, 'connectionId' | 'id'>
const named = ({ connectionId, id: proposalId }: Named) => ({ connectionId, proposalId })

/** Each answers with why not. No start: it begins now. */
export const setTimes = (one: Named, times: Times) => follow(one, () => call('bulk.setTimes', { ...named(one), times }))
export const endNow = (one: Named) => follow(one, () => call('bulk.endNow', named(one)))
export const letGo = (one: Named) =>
  follow(one, async () => {
    await call('bulk.discard', named(one))
    return call('bulk.timed', { connectionId: one.connectionId })
  })

async function follow({ connectionId }: Named, ask: () => Promise<TimedProposal[]>): Promise<ErrorInfo | null> {
  try {
    noteTimed({ connectionId, timed: await ask() })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

const none: TimedProposal[] = []

/** Of the store on screen. */
export function useTimed(): TimedProposal[] {
  const connectionId = useViewStore((view) => view.connectionId)
  return useTimedStore(({ timed }) => (connectionId ? (timed[connectionId] ?? none) : none))
}
