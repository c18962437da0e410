import { create } from 'zustand'
import { refresh } from './catalogue-store'
import { noteExportsLost } from './exports-store'
import { refreshProduct } from './product-store'
import { useSavingsStore } from './savings-store'
import { openStoreAgain } from './store-store'

/** How often the part that keeps the stores' data had to be started again. */
export const useEngineStore = create<{ restarts: number }>(() => ({ restarts: 0 }))

/** Whatever was asked of the one before had no answer, so what is shown is read again. */
export async function noteRestart(): Promise<void> {
  useEngineStore.setState(({ restarts }) => ({ restarts: restarts + 1 }))
  noteExportsLost()
  // What was on its way to this computer ended with it.
  useSavingsStore.setState({ byConnection: {} })
  await openStoreAgain()
  refresh()
  await refreshProduct()
}
