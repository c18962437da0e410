import { Button, Progress } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { Banner } from '../../components/Banner'
import { useNow } from '../../components/use-now'
import { percentOf } from '../../format/upload-progress'
import { CancelQuestion } from '../../overlays/CancelQuestion'
import { useChangesSummary } from '../../stores/changes-store'
import { useTaking } from '../../stores/snapshots-store'
import { useUploadsStore } from '../../stores/uploads-store'
import { FileName } from './FileName'
import { cancelJob, holdJob } from './job-actions'
import { doneText, paceText, snapshotText } from './job-text'
import { countOf } from '../../../electron/shared/words/counts'
import { ReportTable } from './ReportTable'
import { RetryFailed } from './RetryFailed'
import classes from './upload.module.css'

const words = { goOn: 'Go on uploading', takeBack: 'Remove what is there', cancel: 'Cancel the upload' }

/** How far an upload is, and the way to hold or end it. The window stays free for other work. */
export function Uploading({ job }: { job: PictureJob }) {
  const [asked, setAsked] = useState(false)
  const { progress, isHeld } = job
  const blockedBy = useChangesSummary()?.blockedBy?.code ?? null
  return (
    <div className={classes.upload}>
      {job.problem && blockedBy !== 'rate-limited' && <Banner tone="warning">{job.problem}</Banner>}
      <section className={classes.progress} aria-label="Progress of the upload">
        <div className={classes.line}>
          <p className={classes.done}>{doneText(progress)}</p>
          <Pace job={job} isFault={blockedBy !== null && blockedBy !== 'rate-limited'} />
          <span className={classes.ways}>
            <RetryFailed job={job} />
            <Button
              size="compact-md"
              variant="default"
              leftSection={
                isHeld ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />
              }
              onClick={() => void holdJob(job, !isHeld)}
            >
              {isHeld ? 'Release' : 'Hold'}
            </Button>
            <Button size="compact-md" variant="subtle" color="gray" onClick={() => setAsked(true)}>
              Cancel…
            </Button>
          </span>
        </div>
        <Progress
          value={percentOf(progress)}
          size="md"
          aria-label="Pictures uploaded"
          color={isHeld ? 'gray' : undefined}
        />
        <Now job={job} />
      </section>
      <ReportTable job={job} />
      <CancelQuestion
        title="Cancel this upload?"
        isSent={progress.sent > 0}
        words={words}
        opened={asked}
        onClose={() => setAsked(false)}
        onCancel={(keepSent) => cancelJob(job, keepSent)}
      >
        {progress.sent === 0
          ? 'No picture is in the store yet. Those that wait are not uploaded.'
          : `${countOf(progress.sent, 'picture is', 'pictures are')} in the store already. Those that wait are not uploaded.`}
      </CancelQuestion>
    </div>
  )
}

/** Told each second, so that a wait counts down. */
function Pace({ job, isFault }: { job: PictureJob; isFault: boolean }) {
  const now = useNow(1000)
  const taking = useTaking(job.connectionId)
  return <p className={classes.pace}>{snapshotText(job, taking) ?? paceText(job, now, isFault)}</p>
}

/** What is on the wire right now. */
function Now({ job }: { job: PictureJob }) {
  const all = useUploadsStore(({ byConnection }) => byConnection[job.connectionId])
  // Single pictures of other products are uploaded at the same time.
  const uploads = all?.filter(({ changeSetId }) => changeSetId === job.changeSetId) ?? []
  return (
    // Always there: the table below must not jump when a picture is done and the next one has not begun.
    <ul className={classes.now} aria-label="Being uploaded now">
      {uploads.slice(0, 4).map(({ changeId, name, progress }) => (
        <li key={changeId} className={classes.nowFile}>
          <FileName name={name} className={classes.nowName} />
          <Progress value={progress * 100} size={3} aria-label={`Uploading ${name}`} />
        </li>
      ))}
    </ul>
  )
}
