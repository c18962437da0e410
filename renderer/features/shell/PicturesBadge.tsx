import { Badge } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { percentOf } from '../../format/upload-progress'
import { toldJob, usePictureJobs } from '../../stores/picture-jobs-store'
import classes from './Sidebar.module.css'

/** How far the pictures of a bulk upload are, on every screen. */
export function PicturesBadge({ small }: { small: boolean }) {
  const job = toldJob(usePictureJobs())
  if (!job) return null
  const { told, isStuck } = wordsOf(job)
  if (small) {
    return (
      <span className={classes.badgeDot} data-stuck={isStuck}>
        {isStuck && <span aria-hidden>!</span>}
        <span className="visually-hidden">{told}</span>
      </span>
    )
  }
  return (
    <Badge color={isStuck ? 'red' : 'gray'} leftSection={isStuck && <IconAlertCircle size={12} aria-hidden />}>
      {told}
    </Badge>
  )
}

function wordsOf(job: NonNullable<ReturnType<typeof toldJob>>): { told: string; isStuck: boolean } {
  if (job.state === 'review') return { told: 'Review', isStuck: false }
  if (job.state === 'scanning' || job.state === 'matching') return { told: 'Looking', isStuck: false }
  const percent = `${Math.floor(percentOf(job.progress))} %`
  return { told: job.isHeld ? `Held ${percent}` : percent, isStuck: job.progress.failed > 0 }
}
