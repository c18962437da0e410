import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { ConflictPage } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { useChangesStore } from '../../stores/changes-store'
import { shareEqual } from '../../stores/share-equal'
import { onPage } from './Pages'

/** Where a page was turned to; an object of its own for each turn. */
export type Turn = { offset: number }

/**
 * A page of the conflicts, read again when there is news: from the first one it showed, so that nothing moves below the pointer when
 * one before it is settled. Null before the first answer.
 */
export function useConflicts(connectionId: string, turn: Turn) {
  const revision = useThrottledValue(
    useChangesStore((state) => state.revision),
    200,
  )
  const [conflicts, setConflicts] = useState<ConflictPage | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const shown = useRef<{ turn: Turn; from: number | undefined } | null>(null)
  useEffect(() => {
    let here = true
    const from = shown.current?.turn === turn ? shown.current.from : undefined
    call('changes.conflicts', { connectionId, offset: turn.offset, limit: onPage, from }).then(
      (answer) => {
        if (!here) return
        shown.current = { turn, from: answer.offset > 0 ? answer.conflicts[0]?.id : undefined }
        setConflicts((before) => shareEqual(before, answer))
        setProblem(null)
      },
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, turn, revision])
  return { conflicts, problem }
}
