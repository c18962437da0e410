import { create } from 'zustand'

type Network = {
  online: boolean
  /** UNIX ms; null while online. */
  offlineSince: number | null
}

export const useNetworkStore = create<Network>(() => ({ online: true, offlineSince: null }))

export function setOnline(online: boolean): void {
  useNetworkStore.setState((before) => ({
    online,
    offlineSince: online ? null : (before.offlineSince ?? Date.now()),
  }))
}
