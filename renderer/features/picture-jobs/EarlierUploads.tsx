import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { formatAgo, formatDateTime } from '../../format/dates'
import { choosePictureJob } from '../../stores/picture-jobs-store'
import { standingText } from './job-text'
import classes from './screen.module.css'

export function EarlierUploads({ jobs }: { jobs: PictureJob[] }) {
  if (jobs.length === 0) return null
  return (
    <section className={classes.earlier} aria-label="Earlier uploads">
      <h2 className={classes.earlierTitle}>Earlier uploads</h2>
      <ul className={classes.earlierList}>
        {jobs.map((job) => (
          <li key={job.id}>
            <UnstyledButton
              className={classes.earlierRow}
              onClick={() => choosePictureJob(job.connectionId, job.id)}
              aria-description={formatDateTime(job.createdAt)}
            >
              <span className={classes.earlierName}>{job.label}</span>
              <Text component="span" c="dimmed" fz="xs" className={classes.earlierStanding}>
                {standingText(job)}
              </Text>
              <Text component="span" c="dimmed" fz="xs" title={formatDateTime(job.createdAt)}>
                {formatAgo(job.createdAt)}
              </Text>
              <IconChevronRight size={16} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
