import { Text } from '@mantine/core'
import { IconCalendarClock } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { TimedProposal } from '../../../electron/shared/proposal'
import { timedTitle } from '../../../electron/shared/words/timed'
import { FoldingHead } from '../../components/FoldingHead'
import cards from '../../components/folding-cards.module.css'
import { Status } from '../../components/Status'
import { useTimed } from '../../stores/timed-store'
import { ReviewRows } from './ReviewRows'
import { TimedActions } from './TimedActions'
import classes from './timed.module.css'
import { stageText } from './timed-words'

/** What waits for its time, and what goes back at one. */
export function TimedChanges() {
  const timed = useTimed()
  if (timed.length === 0) return null
  return (
    <section aria-label="At their time" className={classes.timed}>
      <h2 className={classes.title}>At their time</h2>
      <ul className={cards.cards}>
        {timed.map((one) => (
          <TimedCard key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

const everything = { by: 'product', order: 'list', filter: 'in' } as const

function TimedCard({ one }: { one: TimedProposal }) {
  const [isOpen, setOpen] = useState(false)
  const rowsId = useId()
  const needsOwner = one.missed !== null || one.refused > 0
  return (
    <li className={cards.card}>
      <FoldingHead
        title={timedTitle(one)}
        about={
          needsOwner ? (
            <Status tone="warning" fz="xs">
              {stageText(one)}
            </Status>
          ) : (
            <Text component="span" fz="xs" c="dimmed" className={classes.when}>
              <IconCalendarClock size={14} aria-hidden />
              {stageText(one)}
            </Text>
          )
        }
        isOpen={isOpen}
        controls={rowsId}
        onTurn={() => setOpen(!isOpen)}
      >
        <div className={classes.actions}>
          <TimedActions one={one} />
        </div>
      </FoldingHead>
      <div id={rowsId} className={classes.rows} hidden={!isOpen}>
        {isOpen && (
          <ReviewRows
            proposal={{ ...one, state: 'timed' }}
            view={one.stage === 'over' ? { ...everything, filter: 'refused' } : everything}
          />
        )}
      </div>
    </li>
  )
}
