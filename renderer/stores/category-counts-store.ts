import { useEffect } from 'react'
import { create } from 'zustand'
import { call } from '../bridge'
import { useCatalogueRevisionStore } from './catalogue-revision-store'
import { shareEqual } from './share-equal'

type Counts = { connectionId: string | null; counts: Readonly<Record<number, number>> }

/** How many products are in which category, as long as a screen shows that. */
export const useCategoryCounts = create<Counts>(() => ({ connectionId: null, counts: {} }))
const { getState, setState } = useCategoryCounts

/** Not more often while many products come in. */
const restMs = 300

export function useCountedCategories(connectionId: string | null): void {
  useEffect(() => {
    if (connectionId === null) return
    let waiting: ReturnType<typeof setTimeout> | null = null
    let isHere = true
    const read = async () => {
      const counts = await call('catalogue.categoryCounts', { connectionId }).catch(() => null)
      if (counts && isHere) setState({ connectionId, counts: shareEqual(getState().counts, counts) })
    }
    const readSoon = () => {
      waiting ??= setTimeout(() => {
        waiting = null
        void read()
      }, restMs)
    }
    setState({ connectionId, counts: {} })
    void read()
    const stop = useCatalogueRevisionStore.subscribe(({ byConnection }, before) => {
      if (byConnection[connectionId] !== before.byConnection[connectionId]) readSoon()
    })
    return () => {
      isHere = false
      stop()
      if (waiting) clearTimeout(waiting)
    }
  }, [connectionId])
}

export const useCategoryCount = (id: number): number => useCategoryCounts(({ counts }) => counts[id] ?? 0)
