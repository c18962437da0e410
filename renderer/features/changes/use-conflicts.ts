import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { ConflictPage } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { useChangesStore } from '../../stores/changes-store'

/** The first `limit` conflicts, read again when there is news. Null before the first answer. */
export function useConflicts(connectionId: string, limit: number) {
  const revision = useThrottledValue(
    useChangesStore((state) => state.revision),
    200,
  )
  const [page, setPage] = useState<ConflictPage | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  useEffect(() => {
    let here = true
    call('changes.conflicts', { connectionId, offset: 0, limit }).then(
      (answer) => {
        if (!here) return
        setPage(answer)
        setProblem(null)
      },
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, limit, revision])
  return { page, problem }
}
