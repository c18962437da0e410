import { create } from 'zustand'
import { isEqual } from '../../electron/shared/fields/equal'
import { call } from '../bridge'
import { listQuery, useCatalogueStore } from './catalogue-store'

type Varied = { index: number; id: number; count: number }

type VariedProducts = {
  /** Whether the list has any; of the question before, until this one is answered. */
  isAny: boolean
  /** All products of the list with variations, in its order, also far from what is in sight: what stands below them keeps its place. */
  all: readonly Varied[]
}

export const useVariedProducts = create<VariedProducts>(() => ({ isAny: false, all: [] }))
const { getState, setState } = useVariedProducts

/** Knows them of the list as it changes, until the function it returns is called. */
export function followVaried(connectionId: string): () => void {
  let isAsking = false
  let isOld = false
  let isOver = false

  async function ask(): Promise<void> {
    isOld = true
    if (isAsking) return
    isAsking = true
    while (isOld && !isOver) {
      isOld = false
      await read().catch(() => {
        // The list asks the same of the same place, and says what is wrong.
      })
    }
    isAsking = false
  }

  async function read(): Promise<void> {
    const { answered, sequence } = useCatalogueStore.getState()
    // What is on its way is another list.
    if (answered !== sequence) return
    const { indexes, ids, counts } = await call('catalogue.variationCounts', { connectionId, query: listQuery() })
    if (isOver || useCatalogueStore.getState().sequence !== sequence) return
    const all = indexes.map((index, at) => ({ index, id: ids[at] ?? 0, count: counts[at] ?? 0 }))
    if (!isEqual(all, getState().all)) setState({ isAny: all.length > 0, all })
    else setState({ isAny: all.length > 0 })
  }

  setState({ isAny: false, all: [] })
  void ask()
  const stopListening = useCatalogueStore.subscribe((now, before) => {
    if (now.answered === before.answered && now.revision === before.revision) return
    // Their places were those of another list.
    if (now.answered !== before.answered) setState({ all: [] })
    void ask()
  })
  return () => {
    isOver = true
    stopListening()
  }
}
