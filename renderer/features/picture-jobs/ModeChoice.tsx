import { Button, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import type { PictureJob, PictureMode } from '../../../electron/shared/picture-job'
import { setJobOptions } from './job-actions'
import { countOf } from '../../../electron/shared/words/counts'
import { RemovalsDialog } from './RemovalsDialog'
import classes from './review.module.css'

const modes: { value: PictureMode; label: string }[] = [
  { value: 'append', label: 'Add to gallery' },
  { value: 'ifNone', label: 'Fill empty galleries' },
  { value: 'replace', label: 'Replace gallery' },
]

/** What happens to the pictures a product has. */
export function ModeChoice({ job }: { job: PictureJob }) {
  const [isListed, setListed] = useState(false)
  return (
    <div className={classes.mode}>
      <SegmentedControl
        aria-label="What happens to the pictures a product has"
        data={modes}
        value={job.options.mode}
        onChange={(mode) => void setJobOptions(job, { mode: mode as PictureMode })}
      />
      {job.removals > 0 ? (
        <Button variant="subtle" color="red" size="compact-sm" onClick={() => setListed(true)}>
          {countOf(job.removals, 'picture')} will be removed
        </Button>
      ) : (
        <Text fz="xs" c="dimmed" className={classes.modeHint}>
          {hints[job.options.mode]}
        </Text>
      )}
      <RemovalsDialog job={job} opened={isListed} onClose={() => setListed(false)} />
    </div>
  )
}

const hints: Record<PictureMode, string> = {
  append: 'What a product has stays.',
  ifNone: 'Products and variations that have a picture are left as they are.',
  replace: 'None of them has a picture to replace.',
}
