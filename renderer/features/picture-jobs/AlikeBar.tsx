import { Button } from '@mantine/core'
import type { PictureAssignment, PictureJob } from '../../../electron/shared/picture-job'
import { assignFiles } from './job-actions'
import { countOf } from './job-text'
import classes from './file-rows.module.css'
import { offerAlike, useReviewStore } from './review-store'

/** After a decision: the same for all other files it fits. */
export function AlikeBar({ job }: { job: PictureJob }) {
  const alike = useReviewStore((review) => review.alike)
  if (!alike) return null
  const files = countOf(alike.fileIds.length, 'other file')
  return (
    <output className={classes.alike}>
      <span>
        {files} {alike.fileIds.length === 1 ? 'is' : 'are'} of the same kind.
      </span>
      <Button size="compact-xs" onClick={() => void assignFiles(job, alike.fileIds, alike.to)}>
        {words[alike.to.kind]} {alike.fileIds.length === 1 ? 'it' : `these ${alike.fileIds.length}`} the same way
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
