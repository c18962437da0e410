import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { FieldCount, ReviewView } from '../../../electron/shared/proposal'
import { call } from '../../bridge'
import { useBulkStore } from '../../stores/bulk-store'
import { shareEqual } from '../../stores/share-equal'
import type { ReviewedProposal } from './review-actions'

const none: FieldCount[] = []

/** How many edits of each field a view lists; none where it does not go by field. */
export function useFieldCounts({ connectionId, id: proposalId }: ReviewedProposal, view: ReviewView): FieldCount[] {
  const revision = useThrottledValue(
    useBulkStore((state) => state.revision),
    300,
  )
  const [found, setFound] = useState<{ question: string; counts: FieldCount[] } | null>(null)
  const question = JSON.stringify(view)
  useEffect(() => {
    if (view.by !== 'field') return
    let isWanted = true
    call('bulk.fields', { connectionId, proposalId, view }).then(
      (counts) => isWanted && setFound((before) => shareEqual(before, { question, counts })),
      // The rows, which are asked for besides, say why.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [connectionId, proposalId, view, question, revision])
  return view.by === 'field' && found?.question === question ? found.counts : none
}
