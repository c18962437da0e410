import type { ChangeRecord } from '../shared/change-record'
import { fromThere, isHalfSent, onceThrough, type Through } from './half-sent'
import { mergeValues, type Merge, type Way } from './merge'

/** One edit of a thing, as far as merging it goes. */
export type Edit = Pick<ChangeRecord, 'before' | 'after' | 'state'> & Partial<Pick<ChangeRecord, 'token'>>

/**
 * All open edits of one field, oldest first, as one: ten edits of a price are one request. Those whose answer was lost went
 * in one request, and what the store has now tells whether they `arrived`; where it tells neither, their owner is asked.
 * `merge` is about the others.
 */
export function mergeEdits<One extends Edit>(
  way: Way,
  edits: readonly One[],
  theirs: unknown,
): { arrived: One[]; merge: Merge } {
  const isValue = way.merge === 'value'
  const asOne = (some: readonly Edit[]) => mergeValues(way, some[0]?.before, some.at(-1)?.after, theirs)
  const lost = edits.filter(({ state }) => state === 'unknown')
  const half = edits.findLast(isHalfSent)
  const through = onceThrough(way, half?.token ?? null, theirs)
  const onTop = half && through && goingOn(way, half, edits, through)
  if (onTop) return { arrived: [], merge: onTop }
  if (lost.length === 0) return { arrived: [], merge: asOne(edits) }
  const [first, last] = [lost[0]?.before, lost.at(-1)?.after]
  if (way.kind.isSame(last, theirs) || (!isValue && asOne(lost).outcome === 'same')) {
    const later = edits.filter((edit) => !lost.includes(edit))
    return { arrived: lost, merge: later.length > 0 ? asOne(later) : { outcome: 'same' } }
  }
  const isMissing = way.kind.isSame(first, theirs) || (!isValue && asOne(lost).outcome === 'send')
  return { arrived: [], merge: isMissing ? asOne(edits) : { outcome: 'conflict', value: edits.at(-1)?.after } }
}

/** The steps go on from where they brought the store, and what is wanted besides comes on top of what they lead to. */
function goingOn(way: Way, half: Edit, edits: readonly Edit[], { value, isClash }: Through): Merge {
  const merge = mergeValues(way, fromThere(half), edits.at(-1)?.after, value)
  if (isClash) return { outcome: 'conflict', value: merge.outcome === 'same' ? value : merge.value }
  return merge.outcome === 'same' ? { outcome: 'send', value } : merge
}
