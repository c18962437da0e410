import type { ChangeRecord, Deed } from '../shared/change-record'
import type { WayBack } from './adapters/adapter'
import type { Step } from './become-since'
import { mergeValues, type Way } from './merge'
import { namedSince, untouched } from './named-since'

/**
 * From what is there `now` back to what a change started from, merged in its `way`: what came since stays where it can. `later`: what was
 * done to the same since.
 */
export function mergedBack(
  way: Way,
  change: Step,
  now: unknown,
  about: Omit<Deed, 'before' | 'after'>,
  later: readonly Step[] = [],
): WayBack {
  const deed = { ...about, before: now, after: now }
  const { before, after, isRenamed, isGone } = saidNow(way, change, later, 'after')
  const merge = mergeValues(way, after, before, now)
  if (merge.outcome === 'same')
    return isGone ? { standing: 'stuck', reason: 'entry-not-here' } : { standing: 'done', deed }
  const isMoved = merge.outcome === 'conflict' || isRenamed
  return { standing: isMoved ? 'moved' : 'clean', deed: { ...deed, after: merge.value } }
}

/** The same again from what is there `now`: of a list or a set it does what it did, under the names that there are now. */
export function mergedAgain(
  way: Way,
  change: Step,
  now: unknown,
  later: readonly Step[] = [],
): Pick<ChangeRecord, 'before' | 'after'> {
  if (way.merge === 'value') return { before: now, after: change.after }
  const { before, after } = saidNow(way, change, later, 'before')
  const merge = mergeValues(way, before, after, now)
  return { before: now, after: merge.outcome === 'same' ? now : merge.value }
}

function saidNow({ kind: { list } }: Way, change: Step, later: readonly Step[], was: 'before' | 'after') {
  return list ? namedSince(list, change, later, was) : { ...change, ...untouched }
}
