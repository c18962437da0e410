import { create } from 'zustand'

/** Which dialog about a connection is open, if any. Any screen may ask for one. */
export type ConnectionDialog =
  | { kind: 'add' }
  | { kind: 'rename'; connectionId: string }
  | { kind: 'replace-key'; connectionId: string }
  | { kind: 'remove'; connectionId: string }

type State = { dialog: ConnectionDialog | null }

export const useConnectionDialogStore = create<State>(() => ({ dialog: null }))

export function openConnectionDialog(dialog: ConnectionDialog): void {
  useConnectionDialogStore.setState({ dialog })
}

export function closeConnectionDialog(): void {
  useConnectionDialogStore.setState({ dialog: null })
}
