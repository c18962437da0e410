import { Button, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { Status } from '../../components/Status'
import { Question } from '../../overlays/Question'
import { useAccess } from '../../stores/access'
import { applyJob, discardJob } from './job-actions'
import { sizeText } from './job-text'
import { countOf } from '../../../electron/shared/words/counts'
import { RemovalsDialog } from './RemovalsDialog'
import classes from './review-footer.module.css'

/** What will happen in one sentence, and the button that begins it. */
export function ReviewFooter({ job }: { job: PictureJob }) {
  const { canUpdate, reason } = useAccess()
  const [asked, setAsked] = useState<'removals' | 'discard' | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const upload = async (confirmed: boolean) => {
    if (job.needsConfirmation && !confirmed) return setAsked('removals')
    setBusy(true)
    setProblem(await applyJob(job, confirmed))
    setAsked(null)
    setBusy(false)
  }
  const inTheWay = canUpdate ? problem?.message : reason
  const count = job.progress.total
  return (
    <footer className={classes.footer} data-foot>
      <div className={classes.summary}>
        <p className={classes.sentence}>{job.problem ?? job.sentence}</p>
        {inTheWay ? (
          <Status tone={problem ? 'danger' : 'info'} role={problem ? 'alert' : undefined} fz="xs">
            {inTheWay}
          </Status>
        ) : (
          <Text fz="xs" c="dimmed" className="tabular">
            {sizeText(job)}
          </Text>
        )}
      </div>
      <Button variant="subtle" color="gray" onClick={() => setAsked('discard')}>
        Discard
      </Button>
      <Button
        leftSection={<IconUpload size={16} aria-hidden />}
        disabled={!canUpdate || count === 0}
        loading={busy}
        onClick={() => void upload(false)}
      >
        Upload {countOf(count, 'picture')}
      </Button>
      <RemovalsDialog
        job={job}
        opened={asked === 'removals'}
        onClose={() => setAsked(null)}
        onConfirm={() => upload(true)}
      />
      <Question
        opened={asked === 'discard'}
        title="Discard this upload?"
        no="Keep it"
        onNo={() => setAsked(null)}
        yes={{ label: 'Discard', act: () => discardJob(job) }}
      >
        The matches and what you decided are forgotten. Nothing was uploaded, and the files stay where they are.
      </Question>
    </footer>
  )
}
