import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { onPage, pagesOf } from './Pages'

type Answer = { total: number; entries: HistoryEntry[] }

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
        setAnswer(history)
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
