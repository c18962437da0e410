import { create } from 'zustand'
import type { FileSaving } from '../../electron/shared/transfers'

type Savings = { byConnection: Record<string, FileSaving[]> }

/** Every file for buyers that is being saved on this computer, per connection. */
export const useSavingsStore = create<Savings>(() => ({ byConnection: {} }))

export function noteSavings(connectionId: string, savings: FileSaving[]): void {
  useSavingsStore.setState(({ byConnection }) => ({ byConnection: { ...byConnection, [connectionId]: savings } }))
}

/** From 0 to 1; null: it is not on its way. */
export function useSaving(connectionId: string, productId: number, fileId: number): number | null {
  return useSavingsStore(({ byConnection }) => {
    const found = byConnection[connectionId]?.find((each) => each.productId === productId && each.fileId === fileId)
    return found?.progress ?? null
  })
}
