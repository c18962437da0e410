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
import { productsText } from '../../../electron/shared/words/counts'
import { writingText } from './bulk-words'
import { timesText } from './timed-words'
import { TimesForm } from './TimesForm'
import { applyProposal } from './review-actions'
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
  const { state, products } = proposal
  const hasTime = times.startsAt !== null || times.endsAt !== null
  const discard = async () => tellWhyNot(await discardProposal(proposal))
  const apply = async () => {
    setBusy(true)
    await applyProposal(proposal, times)
    clearPicked()
    setBusy(false)
  }
  if (state === 'applied' || state === 'applying') return <Written proposal={proposal} onClose={() => void discard()} />
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
          disabled={!canUpdate || products === 0}
          onClick={() => setTiming(true)}
        >
          {hasTime ? 'Change the time…' : 'Give it a time…'}
        </Button>
      )}
      {state === 'ready' && <SaveReview proposal={proposal} label="Export as CSV" />}
      <Button variant="default" onClick={() => void discard()}>
        Discard
      </Button>
      <Button
        disabled={state !== 'ready' || products === 0 || !canUpdate}
        loading={isBusy}
        color={proposal.deletions > 0 ? 'red.9' : undefined}
        onClick={() => void apply()}
      >
        {times.startsAt === null ? `Apply to ${productsText(products)}` : `Start ${formatMoment(times.startsAt)}`}
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
