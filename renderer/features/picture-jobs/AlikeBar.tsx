import { Button } from '@mantine/core'
import type { PictureAssignment, PictureJob } from '../../../electron/shared/picture-job'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { assignFiles } from './job-actions'
import { countOf } from '../../../electron/shared/words/counts'
import classes from './file-rows.module.css'
import { offerAlike, useReviewStore } from './review-store'

/** After a decision: the same for all other files it fits. */
export function AlikeBar({ job }: { job: PictureJob }) {
  const alike = useReviewStore((review) => review.alike)
  if (!alike) return null
  const { count, query, to } = alike
  return (
    <output className={classes.alike}>
      <span>
        {countOf(count, 'other file')} {count === 1 ? 'is' : 'are'} of the same kind.
      </span>
      <Button size="compact-xs" onClick={() => void assignFiles(job, { query, except: [] }, to)}>
        {words[to.kind]} {count === 1 ? 'it' : `these ${formatNumber(count)}`} the same way
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => offerAlike(null)}>
        No
      </Button>
    </output>
  )
}

const words: Record<PictureAssignment['kind'], string> = {
  product: 'Assign',
  sku: 'Assign',
  candidate: 'Confirm',
  leaveOut: 'Leave out',
  automatic: 'Decide',
}
