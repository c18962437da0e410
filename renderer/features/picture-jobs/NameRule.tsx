import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PatternPreview, PictureJob, PictureVerdict } from '../../../electron/shared/picture-job'
import { call } from '../../bridge'
import { Status } from '../../components/Status'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { setJobOptions } from './job-actions'
import { FileName } from './FileName'
import classes from './options.module.css'
import { usePreview } from './use-preview'

/** A rule of one's own for file names, tried on these files while it is typed. */
export function NameRule({ job }: { job: PictureJob }) {
  const { connectionId, id: jobId, options } = job
  const [text, setText] = useState(options.pattern ?? '')
  const { preview, problem } = usePreview(text, (pattern) =>
    call('pictureJobs.previewPattern', { connectionId, jobId, pattern }),
  )
  const fault = preview?.problem ?? problem
  const isUsed = text === (options.pattern ?? '')
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>File names</h3>
      <TextInput
        label="Rule of your own"
        description="Parts of the name in braces; a slash stands for a folder. Empty: the usual conventions."
        placeholder="{sku}-{position}"
        value={text}
        maxLength={200}
        error={text !== '' && fault ? fault : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {preview && !fault && text !== '' && (
        <output className={classes.preview}>
          <Text fz="xs">
            {formatNumber(preview.counts.matched)} matched, {formatNumber(preview.counts.doubtful)} doubtful,{' '}
            {formatNumber(preview.counts.unmatched)} unmatched
          </Text>
          <ul className={classes.samples}>
            {telling(preview.samples).map((sample) => (
              <li key={sample.fileId}>
                <FileName name={sample.name} className={classes.sampleName} />
                <span className={classes.sampleParts}>
                  {Object.entries(sample.parts).map(([part, value]) => (
                    <span key={part} className={classes.part}>
                      {part} <strong>{value}</strong>
                    </span>
                  ))}
                </span>
                <Status tone={sample.verdict === 'matched' ? 'success' : 'warning'} fz="xs">
                  {sample.reason}
                </Status>
              </li>
            ))}
          </ul>
        </output>
      )}
      {!isUsed && (
        <Group gap="xs" mt="xs">
          <Button
            size="compact-sm"
            disabled={text !== '' && (fault !== '' || preview === null)}
            onClick={() => void setJobOptions(job, { pattern: text === '' ? null : text })}
          >
            {text === '' ? 'Use the usual conventions' : 'Match by this rule'}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setText(options.pattern ?? '')}>
            Cancel
          </Button>
        </Group>
      )}
    </section>
  )
}

const tellingOrder: readonly PictureVerdict[] = ['matched', 'doubtful', 'unmatched']

/** Two of each kind say more than the first files of the folder. */
function telling(samples: PatternPreview['samples']): PatternPreview['samples'] {
  return tellingOrder.flatMap((verdict) => samples.filter((sample) => sample.verdict === verdict).slice(0, 2))
}
