import type { TimedProposal, Times } from '../../../electron/shared/proposal'
import { formatMoment } from '../../format/moments'
import { productsText } from '../../../electron/shared/words/counts'

/** `Starts Fri 27 Nov, 00:00, ends Sun 29 Nov, 23:59`; empty: it has no time. */
export function timesText({ startsAt, endsAt }: Times): string {
  const parts = [
    ...(startsAt === null ? [] : [`starts ${formatMoment(startsAt)}`]),
    ...(endsAt === null ? [] : [`ends ${formatMoment(endsAt)}`]),
  ]
  const text = parts.join(', ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** How it stands, as a sentence. */
export function stageText({ stage, missed, startsAt, endsAt, refused }: TimedProposal): string {
  if (missed === 'start' && startsAt !== null) {
    return `It should have started ${formatMoment(startsAt)}, when Stockroom did not run. Nothing was changed.`
  }
  if (missed === 'end' && endsAt !== null) {
    return `It should have ended ${formatMoment(endsAt)}, when Stockroom did not run. It still goes on.`
  }
  const left = refused > 0 ? ` ${productsText(refused)} could not be changed.` : ''
  if (stage === 'rests') return timesText({ startsAt, endsAt })
  if (stage === 'starts') return 'It starts: its changes are being written.'
  if (stage === 'over') return `It has started.${left}`
  return endsAt === null ? left : `It goes on, and goes back as it was ${formatMoment(endsAt)}.${left}`
}
