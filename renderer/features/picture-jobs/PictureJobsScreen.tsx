import { Button, Text, Title } from '@mantine/core'
import { IconBlockquote, IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { filesText } from '../../../electron/shared/words/set-label'
import { Ago } from '../../components/Ago'
import { Menu } from '../../overlays/Menu'
import { openAltTexts } from '../../stores/alt-texts-store'
import { useCurrentConnection } from '../../stores/connection-store'
import { choosePictureJob, hasEnded, usePictureJobs, useShownJob } from '../../stores/picture-jobs-store'
import { DropZone } from './DropZone'
import { EarlierUploads } from './EarlierUploads'
import { standingText } from './job-text'
import { Report } from './Report'
import { Review } from './Review'
import { Scanning } from './Scanning'
import classes from './screen.module.css'
import { Uploading } from './Uploading'

/** Pictures by the folder: drop, review, upload, report. */
export function PictureJobsScreen() {
  const connection = useCurrentConnection()
  const jobs = usePictureJobs()
  const job = useShownJob()
  if (!connection) return null
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <Title order={1}>Pictures</Title>
        {job ? <JobChoice job={job} jobs={jobs} /> : <Text c="dimmed">{connection.name}</Text>}
        {!job && (
          <Button
            className={classes.newUpload}
            variant="default"
            size="compact-sm"
            leftSection={<IconBlockquote size={14} aria-hidden />}
            onClick={() => openAltTexts(connection.id, { pictures: 'withoutAlt' })}
          >
            Alt texts
          </Button>
        )}
        {job && (
          <Button
            className={classes.newUpload}
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => choosePictureJob(connection.id, 'new')}
          >
            New upload
          </Button>
        )}
      </header>
      {job ? (
        <JobBody key={`${job.connectionId} ${job.id}`} job={job} />
      ) : (
        <div className={classes.start}>
          <DropZone connectionId={connection.id} />
          <EarlierUploads jobs={jobs} />
        </div>
      )}
    </div>
  )
}

function JobBody({ job }: { job: PictureJob }) {
  const { connectionId, id } = job
  // What is looked at stays when it ends: its report follows.
  useEffect(() => choosePictureJob(connectionId, id), [connectionId, id])
  if (job.state === 'scanning' || job.state === 'matching') return <Scanning job={job} />
  if (job.state === 'review') return <Review job={job} />
  return hasEnded(job) ? <Report job={job} /> : <Uploading job={job} />
}

/** Which upload is shown, when there are several. */
function JobChoice({ job, jobs }: { job: PictureJob; jobs: PictureJob[] }) {
  if (jobs.length < 2) return <Text c="dimmed">{filesText(job.label)}</Text>
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.choice}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {filesText(job.label)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Uploads" className={classes.choices}>
        {jobs.map((other) => (
          <Menu.Item
            key={other.id}
            aria-current={other.id === job.id}
            onClick={() => choosePictureJob(other.connectionId, other.id)}
          >
            <span className={classes.choiceName}>{filesText(other.label)}</span>
            <Text component="span" fz="xs" c="dimmed">
              {standingText(other)} · <Ago at={other.createdAt} />
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
