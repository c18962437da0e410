import { UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'
import { sections, type FoldedName } from '../../../electron/shared/fields/field'
import { Chevron } from '../../components/Chevron'
import { OtherFields } from './fields/FormField'
import { useIsWrongIn } from './form-problems'
import classes from './folded-section.module.css'
import sectionClasses from '../../components/Section.module.css'
import { useSummary } from './use-summary'

/** A section that is rarely used: what is set in it stands beside its heading until it is opened. What is wrong keeps it open. */
export function FoldedSection({ section }: { section: FoldedName }) {
  const [isOpened, setOpened] = useState(false)
  const isOpen = useIsWrongIn(section) || isOpened
  const summary = useSummary(section)
  const body = useId()
  return (
    <section className={sectionClasses.section}>
      <h3 className={sectionClasses.title}>
        <UnstyledButton
          className={classes.heading}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpened(!isOpen)}
        >
          <Chevron isOpen={isOpen} />
          <span className={classes.title}>{sections[section].title}</span>
          {!isOpen && <span className={classes.summary}>{summary}</span>}
        </UnstyledButton>
      </h3>
      <div id={body} className={classes.body} hidden={!isOpen}>
        {isOpen && <OtherFields section={section} arranged={[]} />}
      </div>
    </section>
  )
}
