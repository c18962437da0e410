import { Button, Loader, Progress, Text } from '@mantine/core'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { discardJob } from './job-actions'
import { scanDetail, scanText } from './job-text'
import classes from './screen.module.css'

/** Folders are walked and names matched; nothing is uploaded meanwhile. */
export function Scanning({ job }: { job: PictureJob }) {
  const { found, checked } = job.scan
  const isCounting = job.state === 'matching' || found === 0
  return (
    <section className={classes.zone} aria-label="Looking at the files" aria-busy>
      <Loader size="sm" aria-hidden />
      <Text fw={600} fz="md" className="tabular">
        {scanText(job)}
      </Text>
      <Progress
        className={classes.scanBar}
        value={isCounting ? 100 : (100 * checked) / found}
        animated={isCounting}
        size="sm"
        aria-label="Files looked at"
      />
      <Text c="dimmed" className="tabular">
        {scanDetail(job) || 'Nothing is uploaded yet.'}
      </Text>
      <Button variant="default" onClick={() => void discardJob(job)}>
        Cancel
      </Button>
    </section>
  )
}
