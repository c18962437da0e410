import { useEffect, useState } from 'react'
import type { ChangeSetView, ChangeView } from '../../../electron/shared/change'
import { call } from '../../bridge'

const pageSize = 200

/** The first changes of a set come with it; the rest is read when it is asked for, and again when there is news. */
export function useChangesOfSet(connectionId: string, set: ChangeSetView) {
  const [wanted, setWanted] = useState(0)
  const [further, setFurther] = useState<ChangeView[]>([])
  const first = set.changes.length

  useEffect(() => {
    let here = true
    if (wanted === 0) return
    readChanges(connectionId, set.id, first, wanted).then(
      (changes) => here && setFurther(changes),
      // What is shown stays; the next news reads it again.
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [connectionId, set, first, wanted])

  const changes = further.length === 0 ? set.changes : [...set.changes, ...further]
  return {
    changes,
    rest: Math.max(0, set.changeCount - changes.length),
    showMore: () => setWanted(further.length + pageSize),
  }
}

async function readChanges(connectionId: string, changeSetId: number, from: number, wanted: number) {
  const changes: ChangeView[] = []
  while (changes.length < wanted) {
    const page = { connectionId, changeSetId, offset: from + changes.length, limit: pageSize }
    const answer = await call('changes.ofSet', page)
    changes.push(...answer)
    if (answer.length < pageSize) break
  }
  return changes
}
