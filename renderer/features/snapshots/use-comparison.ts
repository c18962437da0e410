import { useEffect, useState } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { Comparison } from '../../../electron/shared/snapshot'
import { call, problemOf } from '../../bridge'

const atOnce = 50

/** What differs between a snapshot and now, as it was found when it was asked for. */
export function useComparison(connectionId: string, snapshotId: number) {
  const [found, setFound] = useState<Comparison | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)

  useEffect(() => {
    let here = true
    call('snapshots.compare', { connectionId, snapshotId, offset: 0, limit: atOnce }).then(
      (first) => here && setFound(first),
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, snapshotId])

  function showMore(): void {
    if (!found) return
    const offset = found.things.length
    call('snapshots.compare', { connectionId, snapshotId, offset, limit: atOnce }).then(
      ({ things }) => setFound({ ...found, things: [...found.things, ...things] }),
      (error: unknown) => setProblem(problemOf(error)),
    )
  }

  return { found, problem, rest: found ? found.total - found.things.length : 0, showMore }
}
