import { create } from 'zustand'
import type { ProductQuery } from '../../electron/shared/product-query'
import { useViewStore } from './view-store'

/** Another list than the catalogue's, from which a product was opened: what finds it, and where in it one stands. */
export type WalkedList = {
  connectionId: string
  query: ProductQuery
  /** As sentences call it. */
  name: string
  total: number
  index: number
  productId: number
}

/** `isOn`: the open product is of it. Where one stood in it is remembered longer, for whoever comes back to it. */
export const useWalkedList = create<{ list: WalkedList | null; isOn: boolean }>(() => ({ list: null, isOn: false }))
const { getState, setState } = useWalkedList

/** Next and previous lead through this list as long as they alone open other products. To be told before its product is shown. */
export const walkIn = (list: WalkedList): void => setState({ list, isOn: true })

/** They lead through the catalogue's. */
export const walkCatalogue = (): void => setState({ isOn: false })

export const walkedNow = (): WalkedList | null => (getState().isOn ? getState().list : null)

useViewStore.subscribe(({ connectionId, product }) => {
  const { list, isOn } = getState()
  if (isOn && (product !== list?.productId || connectionId !== list.connectionId)) walkCatalogue()
})
