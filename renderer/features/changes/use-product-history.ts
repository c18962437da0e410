import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'

type Answer = { productId: number; total: number; entries: HistoryEntry[] }

/** The newest `count` entries in the life of a product, read again when there is news of its store. Null before the first answer. */
export function useProductHistory(connectionId: string, productId: number, count: number) {
  const revision = useThrottledValue(
    useCatalogueRevisionStore(({ byConnection }) => byConnection[connectionId]?.revision ?? 0),
    300,
  )
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  useEffect(() => {
    let here = true
    call('changes.history', { connectionId, productId, offset: 0, limit: count }).then(
      (page) => {
        if (!here) return
        setAnswer({ productId, ...page })
        setProblem(null)
      },
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, productId, count, revision])
  return { history: answer?.productId === productId ? answer : null, problem }
}
