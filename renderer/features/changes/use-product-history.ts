import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { shareEqual } from '../../stores/share-equal'
import { onPage, pagesOf } from './Pages'

/** What was changed together. */
export type Moment = { id: number; entries: HistoryEntry[] }
type Answer = { total: number; moments: Moment[] }

/** A page of the life of a product, newest first, read again when there is news of its store. Null before the first answer. */
export function useProductHistory(connectionId: string, productId: number, wanted: number) {
  const revision = useThrottledValue(
    useCatalogueRevisionStore(({ byConnection }) => byConnection[connectionId]?.revision ?? 0),
    300,
  )
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const page = answer ? Math.min(wanted, pagesOf(answer.total)) : wanted
  useEffect(() => {
    let here = true
    call('changes.history', { connectionId, productId, offset: (page - 1) * onPage, limit: onPage }).then(
      (history) => {
        if (!here) return
        const next = { total: history.total, moments: byMoment(history.entries) }
        setAnswer((before) => shareEqual(before, next))
        setProblem(null)
      },
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, productId, page, revision])
  return { history: answer, page, problem }
}

/** What was changed together stands together. */
function byMoment(entries: readonly HistoryEntry[]): Moment[] {
  const moments: Moment[] = []
  for (const entry of entries) {
    const last = moments.at(-1)
    if (last?.entries[0]?.changeSetId === entry.changeSetId) last.entries.push(entry)
    else moments.push({ id: entry.id, entries: [entry] })
  }
  return moments
}
