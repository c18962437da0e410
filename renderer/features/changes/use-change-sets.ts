import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { ChangeSetView, changeFilters } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { useChangesStore } from '../../stores/changes-store'
import { shareEqual } from '../../stores/share-equal'

export type ChangeFilter = (typeof changeFilters)[number]
export type ChangeList = { total: number; sets: ChangeSetView[] }

const mostPerCall = 200

/** The newest `count` change sets of a tab, read again when there is news. Null before the first answer. */
export function useChangeSets(connectionId: string, filter: ChangeFilter, count: number) {
  const revision = useThrottledValue(
    useChangesStore((state) => state.revision),
    300,
  )
  const [answer, setAnswer] = useState<{ filter: ChangeFilter; connectionId: string; list: ChangeList } | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)

  useEffect(() => {
    let here = true
    readSets(connectionId, filter, count).then(
      (list) => {
        if (!here) return
        setAnswer((before) => shareEqual(before, { filter, connectionId, list }))
        setProblem(null)
      },
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, filter, count, revision])

  const fits = answer !== null && answer.filter === filter && answer.connectionId === connectionId
  return { list: fits ? answer.list : null, problem }
}

async function readSets(connectionId: string, filter: ChangeFilter, count: number): Promise<ChangeList> {
  const sets: ChangeSetView[] = []
  let total = 0
  do {
    const limit = Math.min(mostPerCall, count - sets.length)
    const page = await call('changes.list', { connectionId, filter, offset: sets.length, limit })
    sets.push(...page.sets)
    total = page.total
    if (page.sets.length < limit) break
  } while (sets.length < count)
  return { total, sets }
}
