import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../bridge'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { createComparing, type Compared } from './comparing'

const lookEveryMs = 2000

/** What differs between a snapshot and now; looked at anew some time after something has changed, here or in the store. */
export function useComparison(connectionId: string, snapshotId: number) {
  const [{ found, problem }, tell] = useState<Compared>({ found: null, problem: null })
  const comparing = useRef<ReturnType<typeof createComparing> | null>(null)
  const news = useThrottledValue(
    useCatalogueRevisionStore(({ byConnection }) => byConnection[connectionId]?.revision ?? 0),
    lookEveryMs,
  )
  useEffect(() => {
    const own = createComparing((page) => call('snapshots.compare', { connectionId, snapshotId, ...page }), tell)
    comparing.current = own
    return own.end
  }, [connectionId, snapshotId])
  useEffect(() => comparing.current?.look(), [connectionId, snapshotId, news])
  const rest = found ? Math.max(0, found.total - found.things.length) : 0
  return { found, problem, rest, showMore: () => comparing.current?.showMore() }
}
