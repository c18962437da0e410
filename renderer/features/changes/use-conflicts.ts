import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { ConflictPage } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { useChangesStore } from '../../stores/changes-store'
import { shareEqual } from '../../stores/share-equal'
import { onPage, pagesOf } from './Pages'

/** A page of the conflicts, read again when there is news. Null before the first answer. */
export function useConflicts(connectionId: string, wanted: number) {
  const revision = useThrottledValue(
    useChangesStore((state) => state.revision),
    200,
  )
  const [conflicts, setConflicts] = useState<ConflictPage | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  // Once what came behind it is decided, the last page there is.
  const page = conflicts ? Math.min(wanted, pagesOf(conflicts.total)) : wanted
  useEffect(() => {
    let here = true
    call('changes.conflicts', { connectionId, offset: (page - 1) * onPage, limit: onPage }).then(
      (answer) => {
        if (!here) return
        setConflicts((before) => shareEqual(before, answer))
        setProblem(null)
      },
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, page, revision])
  return { conflicts, page, problem }
}
