import { create } from 'zustand'
import type { Connection } from '../../electron/shared/connection'
import { useViewStore } from './view-store'

type Connections = { connections: Connection[] }

/** Mirror of main's connections, in the order they were added. */
export const useConnectionStore = create<Connections>(() => ({ connections: [] }))

/** The connection of the store on screen. */
export function useCurrentConnection(): Connection | null {
  const connectionId = useViewStore((view) => view.connectionId)
  return useConnectionStore((state) => state.connections.find(({ id }) => id === connectionId) ?? null)
}
