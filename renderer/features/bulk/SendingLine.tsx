import { Progress, Text } from '@mantine/core'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Proposal, SendingEnd } from '../../../electron/shared/proposal'
import { Status } from '../../components/Status'
import { formatDuration } from '../../format/dates'
import { formatMoment } from '../../format/moments'
import { useBulkStore } from '../../stores/bulk-store'
import { countOf, thingsText } from '../../../electron/shared/words/counts'

/** How far what was written is on its way to the store. */
export function SendingLine({ proposal }: { proposal: Proposal }) {
  const { sending, ending, endsAt } = proposal
  const perSecond = useBulkStore((state) => state.pace)
  if (sending && ending !== null) return <Status tone="info">{endText(sending, ending, endsAt !== null)}</Status>
  if (sending?.isUndone) return <Status tone="info">All of it was undone. Changes shows how far that is.</Status>
  if (!sending || sending.sent === sending.total) {
    return <Status tone="success">{doneText(thingsText(proposal), endsAt)}</Status>
  }
  const { sent, total, needOwner, held } = sending
  const left = held > 0 ? ', held' : perSecond ? `, ${formatDuration((total - sent - needOwner) / perSecond)} left` : ''
  return (
    <>
      <Text className="tabular">
        {thingsText(proposal)} changed here. In the store: {formatNumber(sent)} of {countOf(total, 'change')}
        {sent + needOwner < total && left}
      </Text>
      {needOwner > 0 && <Status tone="warning">{needYouText(needOwner)}</Status>}
      <Progress value={(100 * sent) / total} aria-label="Changes sent" mt={4} />
    </>
  )
}

const needYouText = (count: number): string =>
  `${countOf(count, 'change')} ${count === 1 ? 'needs' : 'need'} you. Changes shows which.`

function doneText(things: string, endsAt: number | null): string {
  const done = `${things} changed.`
  if (endsAt === null) return `${done} All or some of it can be undone in Changes.`
  return `${done} They go back as they were ${formatMoment(endsAt)}.`
}

function endText({ sent, takenBack }: NonNullable<Proposal['sending']>, ending: SendingEnd, isByTime: boolean): string {
  if (isByTime) return 'Its time is over: what it changed goes back. Changes shows how far it is.'
  if (ending === 'keep' || ending === 'revert') {
    return 'It is being cancelled: what waits is taken back, and what is on its way right now is waited for.'
  }
  if (ending === 'reverted')
    return 'It was cancelled. What was in the store already is being undone; Changes shows how far it is.'
  return `It was cancelled. In the store: ${formatNumber(sent)} of ${formatNumber(sent + takenBack)} changes. The others were taken back.`
}
