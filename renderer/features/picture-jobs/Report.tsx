import { Anchor, Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { Banner } from '../../components/Banner'
import { Question } from '../../overlays/Question'
import { useAccess } from '../../stores/access'
import { clearFilters, setFilters } from '../../stores/catalogue-store'
import { leaveView } from '../../stores/views-store'
import { closeProduct, showScreen } from '../../stores/view-store'
import { discardJob, saveReport, undoUpload } from './job-actions'
import { isUndone, standingText, undoSentence } from './job-text'
import { countOf } from '../../../electron/shared/words/counts'
import { ReportTable } from './ReportTable'
import { RetryFailed } from './RetryFailed'
import { useFreshJob } from './use-fresh-job'
import classes from './upload.module.css'

/** What became of every file, for looking up, keeping and undoing. */
export function Report({ job }: { job: PictureJob }) {
  const { canUpdate } = useAccess()
  const [asked, setAsked] = useState(false)
  const { progress, state, changeSetId, undo } = job
  const undoText = undoSentence(job)
  useFreshJob(job)
  const isGood = state === 'done' && progress.failed === 0
  const Sign = isUndone(job) ? IconArrowBackUp : isGood ? IconCircleCheck : IconCircleX
  return (
    <div className={classes.upload}>
      {job.problem && <Banner tone="warning">{job.problem}</Banner>}
      <section className={classes.progress} aria-label="What became of the upload">
        <div className={classes.line}>
          <Sign size={20} aria-hidden className={classes.sign} data-good={isGood && !isUndone(job)} />
          <p className={classes.done}>{standingText(job)}</p>
          <span className={classes.ways}>
            <RetryFailed job={job} />
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => void saveReport(job)}
            >
              Save as CSV
            </Button>
            {undoText && <Text c="dimmed">{undoText}</Text>}
            {changeSetId !== null && undo.standing > 0 && undo.underWay === 0 && canUpdate && (
              <Button
                size="compact-md"
                variant="default"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                onClick={() => setAsked(true)}
              >
                {undo.undone > 0 ? 'Undo the rest' : 'Undo this upload'}
              </Button>
            )}
            <Button size="compact-md" variant="subtle" color="gray" onClick={() => void discardJob(job)}>
              Remove from list
            </Button>
          </span>
        </div>
        <Anchor component="button" className={classes.withoutAlt} onClick={showWithoutAlt}>
          Products whose pictures have no alt text
        </Anchor>
      </section>
      <ReportTable job={job} />
      <UndoDialog job={job} opened={asked} onClose={() => setAsked(false)} />
    </div>
  )
}

function showWithoutAlt(): void {
  leaveView()
  clearFilters()
  setFilters({ text: undefined, pictures: 'withoutAlt' })
  closeProduct()
  showScreen('catalogue')
}

function UndoDialog({ job, opened, onClose }: { job: PictureJob; opened: boolean; onClose: () => void }) {
  const { undo, removals } = job
  const back = removals > 0 ? `, and the ${countOf(removals, 'picture')} it replaced come back` : ''
  const act = async () => {
    if (await undoUpload(job)) onClose()
  }
  return (
    <Question
      opened={opened}
      title="Undo this upload?"
      no="Keep them"
      onNo={onClose}
      yes={{ label: 'Undo this upload', act }}
    >
      {`${countOf(undo.standing, 'picture')} of this upload will be removed from the store${back}. Pictures added before or since stay.`}
    </Question>
  )
}
