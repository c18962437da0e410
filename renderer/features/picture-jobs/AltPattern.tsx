import { Button, Group, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { altAdvisedLength, type PictureJob } from '../../../electron/shared/picture-job'
import { call } from '../../bridge'
import { isEnter } from '../../components/keys'
import { Status } from '../../components/Status'
import { setJobOptions } from './job-actions'
import { countOf } from '../../../electron/shared/words/counts'
import { FileName } from './FileName'
import classes from './options.module.css'
import { usePreview } from './use-preview'

const parts = ['{name}', '{option}', '{position}', '{sku}', '{file}']

/** What the pictures' alt texts will say. */
export function AltPattern({ job }: { job: PictureJob }) {
  const { connectionId, id: jobId, options } = job
  const [text, setText] = useState(options.altPattern)
  const input = useRef<HTMLInputElement>(null)
  const { preview, problem } = usePreview(text, (altPattern) =>
    call('pictureJobs.previewAlt', { connectionId, jobId, altPattern }),
  )
  const fault = preview?.problem ?? problem
  const save = (altPattern: string) => {
    if (altPattern !== options.altPattern) void setJobOptions(job, { altPattern })
  }
  const insert = (part: string) => {
    const next = [text.trim(), part].filter(Boolean).join(', ')
    setText(next)
    input.current?.focus()
  }
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>Alt texts</h3>
      <TextInput
        ref={input}
        label="Alt text of each picture"
        description="For people who do not see the picture, and for search engines. Empty: none."
        placeholder="{name}, {option}, {position}"
        value={text}
        maxLength={500}
        error={text !== '' && fault ? fault : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => isEnter(event) && !fault && save(text)}
      />
      <Group gap={4} mt={6}>
        {parts.map((part) => (
          <Button key={part} size="compact-xs" variant="default" onClick={() => insert(part)}>
            {part}
          </Button>
        ))}
      </Group>
      {preview && !fault && text !== '' && (
        <output className={classes.preview}>
          <ul className={classes.samples}>
            {preview.samples.slice(0, 3).map(({ fileId, name, alt }) => (
              <li key={fileId}>
                <FileName name={name} className={classes.sampleName} />
                <span>{alt}</span>
              </li>
            ))}
          </ul>
          {preview.tooLong > 0 && (
            <Status tone="warning" fz="xs">
              {countOf(preview.tooLong, 'alt text')} with more than {altAdvisedLength} characters: search engines cut
              them.
            </Status>
          )}
        </output>
      )}
      {text !== options.altPattern && (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" disabled={text !== '' && fault !== ''} onClick={() => save(text)}>
            {text === '' ? 'Use no alt texts' : 'Use for all pictures'}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setText(options.altPattern)}>
            Cancel
          </Button>
        </Group>
      )}
    </section>
  )
}
