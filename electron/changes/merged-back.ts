import type { ChangeRecord, Deed } from '../shared/change-record'
import type { WayBack } from './adapters/adapter'
import { mergeValues, type Way } from './merge'

/** From what is there `now` back to what a change started from, merged in its `way`: what came since stays where it can. */
export function mergedBack(
  way: Way,
  { before, after }: Pick<ChangeRecord, 'before' | 'after'>,
  now: unknown,
  about: Omit<Deed, 'before' | 'after'>,
): WayBack {
  const deed = { ...about, before: now, after: now }
  const merge = mergeValues(way, after, before, now)
  if (merge.outcome === 'same') return { standing: 'done', deed }
  return { standing: merge.outcome === 'conflict' ? 'moved' : 'clean', deed: { ...deed, after: merge.value } }
}
