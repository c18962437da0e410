import { Button, Group, Loader, Progress, Text } from '@mantine/core'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { discardJob, holdJob } from './job-actions'
import { scanDetail, scanText } from './job-text'
import classes from './screen.module.css'

/** Folders are walked and names matched; nothing is uploaded meanwhile. */
export function Scanning({ job }: { job: PictureJob }) {
  if (job.isHeld) return <AskToGoOn job={job} />
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

/** It ended with the program, and does not begin again by itself. */
function AskToGoOn({ job }: { job: PictureJob }) {
  return (
    <section className={classes.zone} aria-label="Looking at the files has stopped">
      <Text fw={600} fz="md">
        These files were not looked at to the end
      </Text>
      <Text c="dimmed" maw={460} ta="center">
        {job.problem}
      </Text>
      <Group gap="xs">
        <Button onClick={() => void holdJob(job, false)}>Go on</Button>
        <Button variant="default" onClick={() => void discardJob(job)}>
          Cancel
        </Button>
      </Group>
    </section>
  )
}
