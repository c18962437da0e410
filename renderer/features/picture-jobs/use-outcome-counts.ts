import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { reportOutcomes, type PictureJob, type ReportOutcome } from '../../../electron/shared/picture-job'
import { call } from '../../bridge'

type Counts = Partial<Record<ReportOutcome, number>>

/** How many files have each outcome, followed once a second. */
export function useOutcomeCounts({ connectionId, id: jobId }: PictureJob, revision: string): Counts {
  const followed = useThrottledValue(revision, 1000)
  const [counts, setCounts] = useState<Counts>({})
  useEffect(() => {
    let here = true
    const ask = async (outcome: ReportOutcome) => {
      const { total } = await call('pictureJobs.report', { connectionId, jobId, offset: 0, limit: 1, outcome })
      return [outcome, total] as const
    }
    // Without an answer the tabs simply stand as they were.
    Promise.all(reportOutcomes.map(ask)).then(
      (entries) => here && setCounts(Object.fromEntries(entries)),
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [connectionId, jobId, followed])
  return counts
}
