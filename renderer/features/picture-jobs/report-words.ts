import type { StatusTone } from '../../components/Status'
import type { PictureJob, ReportOutcome } from '../../../electron/shared/picture-job'

export const outcomeWords: Record<ReportOutcome, { label: string; tone: StatusTone }> = {
  added: { label: 'Added', tone: 'success' },
  waiting: { label: 'Waiting', tone: 'waiting' },
  failed: { label: 'Failed', tone: 'danger' },
  already: { label: 'Already there', tone: 'info' },
  leftOut: { label: 'Left out', tone: 'info' },
  unmatched: { label: 'No product', tone: 'warning' },
  refused: { label: 'Refused', tone: 'danger' },
  removed: { label: 'Removed', tone: 'info' },
}

/** What was added, once the whole upload is undone. */
export const takenBack = { label: 'Removed again', tone: 'info' } as const

/** The tabs worth showing: all, and each outcome that some file has. `counts` is what main counted. */
export function outcomeTabs(counts: Partial<Record<ReportOutcome, number>>): ReportOutcome[] {
  return (Object.keys(outcomeWords) as ReportOutcome[]).filter((outcome) => (counts[outcome] ?? 0) > 0)
}

/** What stands and falls with how far an upload is: the table is read again when it changes. */
export function reportRevision({ state, progress, counts, isHeld }: PictureJob): string {
  const { sent, sending, waiting, failed, prepared } = progress
  return JSON.stringify([state, isHeld, sent, sending, waiting, failed, prepared, counts])
}

/** The name and the last folders above it, whichever slash the system writes. */
export function namesIn(path: string): { fileName: string; folder: string } {
  const names = path.split(/[\\/]/).filter(Boolean)
  return { fileName: names.at(-1) ?? path, folder: names.slice(-3, -1).join(' / ') }
}
