import { create } from 'zustand'
import type { Connection, ConnectionDraft } from '../../electron/shared/connection'
import { call } from '../bridge'
import { leaveStore, openStore } from './store-store'
import { useViewStore } from './view-store'

type Connections = { connections: Connection[] }

/** Mirror of main's connections, in the order they were added. */
export const useConnectionStore = create<Connections>(() => ({ connections: [] }))

/** The connection of the store on screen. */
export function useCurrentConnection(): Connection | null {
  const connectionId = useViewStore((view) => view.connectionId)
  return useConnection(connectionId)
}

export function useConnection(connectionId: string | null): Connection | null {
  return useConnectionStore((state) => state.connections.find(({ id }) => id === connectionId) ?? null)
}

/** Saves a new connection and shows its store. */
export async function addConnection(draft: ConnectionDraft): Promise<Connection> {
  const connection = await call('connections.add', draft)
  show(connection)
  return connection
}

/** Starts the built-in demo store and shows it. */
export async function openDemo(): Promise<void> {
  show(await call('connections.openDemo', {}))
}

export async function replaceKey(connectionId: string, key: string): Promise<void> {
  const connection = await call('connections.replaceKey', { connectionId, key })
  remember(connection)
  if (useViewStore.getState().connectionId === connectionId) void openStore(connectionId)
}

export async function renameConnection(connectionId: string, name: string): Promise<void> {
  remember(await call('connections.rename', { connectionId, name }))
}

/** Removes a connection with its local copy; when it was on screen, the first of the others takes its place. */
export async function removeConnection(connectionId: string, dropUnsent: boolean): Promise<void> {
  await call('connections.remove', { connectionId, dropUnsent })
  const rest = useConnectionStore.getState().connections.filter(({ id }) => id !== connectionId)
  useConnectionStore.setState({ connections: rest })
  if (useViewStore.getState().connectionId !== connectionId) return
  const next = rest[0]
  if (next) void openStore(next.id)
  else leaveStore()
}

function show(connection: Connection): void {
  remember(connection)
  void openStore(connection.id)
}

/** The answer of a call can be here before the event that tells everybody. */
function remember(connection: Connection): void {
  useConnectionStore.setState(({ connections }) => ({
    connections: connections.some(({ id }) => id === connection.id)
      ? connections.map((other) => (other.id === connection.id ? connection : other))
      : [...connections, connection],
  }))
}
