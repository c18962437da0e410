import { ActionIcon, Switch } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { AltPattern } from './AltPattern'
import { setJobOptions } from './job-actions'
import { NameRule } from './NameRule'
import { PrepareChoice } from './PrepareChoice'
import classes from './options.module.css'
import { toggleOptions } from './review-store'

/** How names are read, what the alt texts say, and how pictures are prepared. */
export function OptionsPanel({ job }: { job: PictureJob }) {
  return (
    <aside className={classes.panel} aria-label="Options">
      <div className={classes.head}>
        <h2 className={classes.title}>Options</h2>
        <ActionIcon size="sm" aria-label="Close options" onClick={toggleOptions}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <section className={classes.group}>
        <h3 className={classes.groupTitle}>Main picture</h3>
        <Switch
          label="The first new picture becomes the main one"
          description="Products without a picture get it in any case."
          checked={job.options.newIsMain}
          onChange={({ currentTarget }) => void setJobOptions(job, { newIsMain: currentTarget.checked })}
        />
      </section>
      <NameRule job={job} />
      <AltPattern job={job} />
      <PrepareChoice job={job} />
    </aside>
  )
}
