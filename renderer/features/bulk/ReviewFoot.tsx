import { Button, Progress, Text } from '@mantine/core'
import { IconCalendarClock } from '@tabler/icons-react'
import { useState } from 'react'
import type { Proposal } from '../../../electron/shared/proposal'
import { tellWhyNot } from '../../components/notify'
import { Status } from '../../components/Status'
import { formatMoment } from '../../format/moments'
import { Modal } from '../../overlays/Modal'
import { useAccess } from '../../stores/access'
import { discardProposal, giveTimes, useTimesOf } from '../../stores/bulk-store'
import { clearPicked } from '../../stores/product-selection'
import { useTaking } from '../../stores/snapshots-store'
import { showChangesTab } from '../../stores/view-store'
import { countOf, thingsText } from '../../../electron/shared/words/counts'
import { isNothing as isNothingOf, writingText } from './bulk-words'
import { timesText } from './timed-words'
import { TimesForm } from './TimesForm'
import { applyProposal, discardReview } from './review-actions'
import { SaveReview } from './SaveReview'
import { SendingLine } from './SendingLine'
import { SendingWays } from './SendingWays'
import classes from './review.module.css'

/** What happens next, and the yes. */
export function ReviewFoot({ proposal }: { proposal: Proposal }) {
  const { canUpdate, reason } = useAccess()
  const [isBusy, setBusy] = useState(false)
  const [isTiming, setTiming] = useState(false)
  const times = useTimesOf(proposal)
  const { action, state, products, newCategories } = proposal
  const made = newCategories.filter(({ hasRow }) => hasRow).length
  const isNothing = products === 0 && made === 0
  const hasTime = times.startsAt !== null || times.endsAt !== null
  const close = async () => tellWhyNot(await discardProposal(proposal))
  const apply = async () => {
    setBusy(true)
    await applyProposal(proposal, times)
    clearPicked()
    setBusy(false)
  }
  if (isNothingOf(proposal)) return <Already onClose={() => void close()} />
  if (state === 'applied' || state === 'applying') return <Written proposal={proposal} onClose={() => void close()} />
  return (
    <footer className={classes.foot} data-foot>
      <div className={classes.footText}>
        {canUpdate ? (
          <Text c="dimmed" className="tabular">
            {hasTime
              ? `${timesText(times)}. Stockroom has to run then.`
              : 'Nothing is written before you say so. All of it can be undone.'}
          </Text>
        ) : (
          <Status tone="info">{reason}</Status>
        )}
      </div>
      {state === 'ready' && (
        <Button
          variant="subtle"
          leftSection={<IconCalendarClock size={16} aria-hidden />}
          disabled={!canUpdate || isNothing}
          onClick={() => setTiming(true)}
        >
          {hasTime ? 'Change the time…' : 'Give it a time…'}
        </Button>
      )}
      {state === 'ready' && <SaveReview proposal={proposal} label="Export as CSV" />}
      <Button variant="default" onClick={() => void discardReview(proposal)}>
        {action.kind === 'typed' ? 'Back to the sheet' : 'Discard'}
      </Button>
      <Button
        disabled={state !== 'ready' || isNothing || !canUpdate}
        loading={isBusy}
        color={proposal.deletions > 0 ? 'red.9' : undefined}
        onClick={() => void apply()}
      >
        {times.startsAt === null ? applyText(proposal, made) : `Start ${formatMoment(times.startsAt)}`}
      </Button>
      <Modal opened={isTiming} onClose={() => setTiming(false)} title="Start and end">
        <TimesForm
          times={times}
          onClose={() => setTiming(false)}
          onTimes={(next) => {
            giveTimes(proposal, next)
            return Promise.resolve(null)
          }}
        />
      </Modal>
    </footer>
  )
}

/** Nothing is asked. */
function Already({ onClose }: Pick<WrittenProps, 'onClose'>) {
  return (
    <footer className={classes.foot} data-foot>
      <div className={classes.footText} />
      <Button onClick={onClose}>Close</Button>
    </footer>
  )
}

const applyText = (proposal: Proposal, newCategories: number): string =>
  proposal.products === 0 && newCategories > 0
    ? `Make ${countOf(newCategories, 'category', 'categories')}`
    : `Apply to ${thingsText(proposal)}`

type WrittenProps = { proposal: Proposal; onClose: () => void }

function Written({ proposal, onClose }: WrittenProps) {
  const { state, products, made } = proposal
  const isDone = state === 'applied'
  const taking = useTaking(proposal.connectionId)
  return (
    <footer className={classes.foot} data-foot>
      <div className={classes.footText}>
        {isDone ? (
          <SendingLine proposal={proposal} />
        ) : (
          <>
            <Text className="tabular">{writingText(proposal, taking)}</Text>
            <Progress value={products === 0 ? 0 : (100 * made) / products} aria-label="Products written" mt={4} />
          </>
        )}
      </div>
      <SendingWays proposal={proposal} />
      {isDone && (
        <>
          <SaveReview proposal={proposal} label="Results as CSV" />
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button onClick={() => showChangesTab('all')}>Open Changes</Button>
        </>
      )}
    </footer>
  )
}
