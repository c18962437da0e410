import type { RowReason } from '../shared/row-reason'
import { rowReasonText } from '../shared/words/row-reason'
import type { Outcome } from './row-outcomes'

export type RowResult = { result: string; reason: string; isFailed: boolean }

const notYet: ReadonlySet<Outcome['is']> = new Set<Outcome['is']>([
  'in',
  'made',
  'waiting',
  'sending',
  'unknown',
  'held',
])

/**
 * What became of a row, in two cells: its worst, and what else there is to know. `outcomes` null: it is not known what it is about. `why`:
 * nothing is taken of it.
 */
export function rowResult(why: RowReason | null, outcomes: readonly Outcome[] | null): RowResult {
  if (outcomes === null) return { result: 'Not read', reason: why === null ? '' : rowReasonText(why), isFailed: true }
  if (why !== null) return { result: 'Left out', reason: rowReasonText(why), isFailed: false }
  const those = (is: (one: Outcome) => boolean) => outcomes.filter(is)
  const refused = those(({ is }) => is === 'refused')
  const conflicts = those(({ is }) => is === 'conflict')
  const waiting = those(({ is }) => notYet.has(is))
  const sent = those(({ is }) => is === 'sent')
  const out = those(({ is }) => is === 'out')
  const others = [conflicts, waiting, sent]
  const result = refused.length > 0 ? refusedText(others.some((some) => some.length > 0)) : bestText(outcomes, others)
  const leftOut = out.length > 0 && result !== 'Left out' ? [`Left out: ${labelsOf(out)}.`] : []
  const reason = [...reasonsOf([...refused, ...conflicts]), ...leftOut].join(' ')
  return { result, reason, isFailed: refused.length > 0 }
}

const refusedText = (inPart: boolean): string => (inPart ? 'Refused in part' : 'Refused')

function bestText(outcomes: readonly Outcome[], [conflicts, waiting, sent]: readonly Outcome[][]): string {
  const has = (wanted: Outcome['is']) => outcomes.some(({ is }) => is === wanted)
  if (conflicts?.length) return 'Needs your decision'
  if (waiting?.length) return waiting.every(({ is }) => is === 'held') ? 'Held' : 'Waiting'
  if (sent?.length) return 'Sent'
  if (has('undone')) return 'Undone'
  if (has('taken-back')) return 'Taken back'
  return has('out') ? 'Left out' : 'Nothing new'
}

/** What several fields have in common is said once. */
function reasonsOf(outcomes: readonly Outcome[]): string[] {
  const byReason = new Map<string, Outcome[]>()
  for (const one of outcomes) {
    if (one.reason !== null) byReason.set(one.reason, [...(byReason.get(one.reason) ?? []), one])
  }
  return [...byReason].map(([reason, some]) => `${labelsOf(some)}: ${reason}`)
}

const labelsOf = (some: readonly Outcome[]): string => [...new Set(some.map(({ label }) => label))].join(', ')
