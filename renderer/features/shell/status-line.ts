import type { ChangesSummary } from '../../../electron/shared/change'
import type { Connection } from '../../../electron/shared/connection'
import type { SyncStatus } from '../../../electron/shared/store'
import { formatDuration } from '../../format/dates'
import { formatNumber } from '../../../electron/shared/numbers/numbers'

export type StatusLine = {
  tone: 'calm' | 'busy' | 'waiting' | 'problem'
  text: string
  /** The whole story, where the line is only its headline. */
  detail?: string
  /** 0..1 while something of known length runs. */
  progress?: number
}

export type Standing = {
  online: boolean
  offlineSince: number | null
  keyPlace: Connection['keyPlace']
  sync: SyncStatus | null
  summary: ChangesSummary | null
}

/** One quiet line about the store on screen: what matters most right now, and nothing else. */
export function statusLine(standing: Standing, now: number): StatusLine {
  const { online, keyPlace, sync, summary } = standing
  if (!online) return offlineLine(standing)
  if (keyPlace === 'missing') return { tone: 'problem', text: 'The key of this store is missing' }
  const waitUntil = Math.max(sync?.waitingUntil ?? 0, summary?.pausedUntil ?? 0)
  if (waitUntil > now) {
    const wait = formatDuration(Math.ceil((waitUntil - now) / 1000))
    const asked = (sync?.waitingUntil ?? 0) > now || summary?.blockedBy?.code === 'rate-limited'
    const text = asked ? `Waiting ${wait} because Ecwid asked` : `Trying again in ${wait}`
    return { tone: 'waiting', text, detail: summary?.blockedBy?.message }
  }
  if (sync?.phase === 'pulling') return pullingLine(sync)
  if (summary && summary.sending > 0) return { tone: 'busy', text: sendingIn(summary) }
  if (summary?.blockedBy) return { tone: 'problem', text: 'Sending has stopped', detail: summary.blockedBy.message }
  if (sync?.phase === 'paused') {
    return { tone: 'waiting', text: `Paused at ${countOf(sync)}`, progress: fraction(sync) }
  }
  if (sync?.phase === 'failed') {
    return { tone: 'problem', text: 'Not up to date', detail: sync.problem?.message }
  }
  if (summary && heldIn(summary) > 0) return heldLine(heldIn(summary))
  if (summary && summary.waiting > 0) return { tone: 'waiting', text: `${changes(summary.waiting)} waiting` }
  if (sync && sync.setAside > 0) return setAsideLine(sync.setAside)
  if (sync?.syncedAt) return { tone: 'calm', text: upToDate(sync.syncedAt, now) }
  return { tone: 'waiting', text: sync ? 'Not brought in yet' : 'Opening the store' }
}

function heldLine(count: number): StatusLine {
  const text = count === 1 ? '1 unsent change held' : `${formatNumber(count)} unsent changes held`
  return { tone: 'waiting', text, detail: 'Kept on this computer and not sent until you release it in Changes.' }
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${formatNumber(count)} changes`
}

/** All that is to go, so that the number is the one that the list of screens shows. */
function sendingIn({ sending, waiting, holdAll }: ChangesSummary): string {
  if (holdAll || waiting === 0) return `Sending ${changes(sending)}`
  return `Sending ${formatNumber(sending)} of ${changes(sending + waiting)}`
}

/** Kept back by their owner: some, or with the switch on all that wait. */
function heldIn({ held, holdAll, waiting }: ChangesSummary): number {
  return holdAll ? held + waiting : held
}

function offlineLine({ offlineSince, summary }: Standing): StatusLine {
  const since = offlineSince === null ? '' : ` since ${clock.format(offlineSince)}`
  const waiting = summary ? summary.waiting + summary.sending : 0
  const queue = waiting > 0 ? `, ${changes(waiting)} waiting` : ''
  const detail = 'You can go on working. What you save is kept here and sent when the network is back.'
  return { tone: 'waiting', text: `Offline${since}${queue}`, detail }
}

function setAsideLine(count: number): StatusLine {
  const products = count === 1 ? 'One product' : `${formatNumber(count)} products`
  const detail =
    'The store sent something about it that cannot be read. All other products are here and nothing of yours is lost. It is tried again whenever it changes in the store, and once a day.'
  return { tone: 'problem', text: `${products} could not be read`, detail }
}

function pullingLine(sync: SyncStatus): StatusLine {
  if (sync.total === 0) return { tone: 'busy', text: 'Looking for news from the store' }
  const left = sync.secondsLeft === null ? undefined : `About ${formatDuration(sync.secondsLeft)} left`
  return { tone: 'busy', text: `Bringing in ${countOf(sync)}`, detail: left, progress: fraction(sync) }
}

function upToDate(syncedAt: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - syncedAt) / 1000))
  return seconds < 5 ? 'Up to date' : `Up to date ${formatDuration(seconds)} ago`
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const countOf = ({ done, total }: SyncStatus) => `${formatNumber(done)} of ${formatNumber(total)}`
const fraction = ({ done, total }: SyncStatus) => (total > 0 ? Math.min(1, done / total) : 0)
