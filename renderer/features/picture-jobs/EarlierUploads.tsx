import { Progress, Text, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { filesText } from '../../../electron/shared/words/set-label'
import { Ago } from '../../components/Ago'
import { formatDateTime } from '../../format/dates'
import { percentOf } from '../../format/upload-progress'
import { choosePictureJob, hasEnded } from '../../stores/picture-jobs-store'
import { standingText } from './job-text'
import classes from './screen.module.css'

/** The other uploads of this store: those that are not at their end come first. */
export function EarlierUploads({ jobs }: { jobs: PictureJob[] }) {
  const open = jobs.filter((job) => !hasEnded(job))
  return (
    <>
      <Uploads title="Not finished yet" jobs={open} />
      <Uploads title="Earlier uploads" jobs={jobs.filter(hasEnded)} />
    </>
  )
}

function Uploads({ title, jobs }: { title: string; jobs: PictureJob[] }) {
  if (jobs.length === 0) return null
  return (
    <section className={classes.earlier} aria-label={title}>
      <h2 className={classes.earlierTitle}>{title}</h2>
      <ul className={classes.earlierList}>
        {jobs.map((job) => (
          <li key={job.id}>
            <UnstyledButton
              className={classes.earlierRow}
              onClick={() => choosePictureJob(job.connectionId, job.id)}
              aria-description={formatDateTime(job.createdAt)}
            >
              <bdi className={classes.earlierName}>{filesText(job.label)}</bdi>
              {(job.state === 'preparing' || job.state === 'uploading') && (
                <Progress
                  value={percentOf(job.progress)}
                  size="sm"
                  className={classes.earlierBar}
                  color={job.isHeld ? 'gray' : undefined}
                  aria-label={`${filesText(job.label)}: pictures uploaded`}
                />
              )}
              <Text component="span" c="dimmed" fz="xs" className={classes.earlierStanding}>
                {standingText(job)}
              </Text>
              <Text
                component="span"
                c="dimmed"
                fz="xs"
                className={classes.earlierTime}
                title={formatDateTime(job.createdAt)}
              >
                <Ago at={job.createdAt} />
              </Text>
              <IconChevronRight size={16} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
