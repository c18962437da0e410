import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { Comparison } from '../../../electron/shared/snapshot'
import { call, problemOf } from '../../bridge'
import { useChangesStore } from '../../stores/changes-store'

const [atOnce, most] = [50, 500]
const lookEveryMs = 2000

/** What differs between a snapshot and now; looked at anew some time after something has changed. */
export function useComparison(connectionId: string, snapshotId: number) {
  const [found, setFound] = useState<Comparison | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const shown = useRef(atOnce)
  const news = useThrottledValue(
    useChangesStore((state) => state.revision),
    lookEveryMs,
  )

  useEffect(() => {
    let here = true
    call('snapshots.compare', { connectionId, snapshotId, offset: 0, limit: shown.current }).then(
      (first) => {
        if (!here) return
        setFound(first)
        setProblem(null)
      },
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, snapshotId, news])

  function showMore(): void {
    if (!found) return
    const offset = found.things.length
    call('snapshots.compare', { connectionId, snapshotId, offset, limit: atOnce }).then(
      ({ things }) => {
        shown.current = Math.min(most, offset + things.length)
        setFound({ ...found, things: [...found.things, ...things] })
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }

  return { found, problem, rest: found ? found.total - found.things.length : 0, showMore }
}
