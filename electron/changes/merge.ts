import type { ChangeRecord } from '../shared/change-record'
import { isEqual } from '../shared/fields/equal'
import type { MergeKind } from '../shared/fields/kind'
import { fieldOf, type ProductField } from '../shared/fields/product-fields'
import { text } from '../shared/fields/text-kinds'

export type Merge =
  | { outcome: 'same' } // the store already has it
  | { outcome: 'send'; value: unknown }
  | { outcome: 'conflict'; value: unknown }

/** Three-way merge of one field: what the person started from, what they made of it, what the store has now. */
export function mergeField(field: ProductField, before: unknown, mine: unknown, theirs: unknown): Merge {
  return mergeValues(wayOf(field), before, mine, theirs)
}

/** How the two sides of a value come together, and what of it is the same. */
export type Way = { merge: MergeKind; isSame: (a: unknown, b: unknown) => boolean }

const wayOf = (thing: ProductField | 'text'): Way => {
  if (thing === 'text') return text
  const { merge, kind } = fieldOf(thing)
  return { merge, isSame: kind.isSame }
}

/** The same of any field, which says in which `way`. */
export function mergeValues({ merge: kind, isSame }: Way, before: unknown, mine: unknown, theirs: unknown): Merge {
  if (kind === 'difference') return mergeDifference(Number(before), Number(mine), Number(theirs))
  // Typed and typed back: nothing was decided that could clash.
  if (isSame(mine, theirs) || isSame(before, mine)) return { outcome: 'same' }
  if (isSame(before, theirs)) return { outcome: 'send', value: mine }
  if (kind === 'set') return settle(mergeSets(asArray(before), asArray(mine), asArray(theirs)), theirs)
  if (kind === 'record') return mergeRecords(asRecord(before), asRecord(mine), asRecord(theirs))
  return { outcome: 'conflict', value: mine }
}

/** One edit of a thing, as far as merging it goes. */
export type Edit = Pick<ChangeRecord, 'before' | 'after' | 'state'>

/**
 * All open edits of one thing, oldest first, as one: ten edits of a price are one request. Those whose answer was lost went
 * in one request, and what the store has now tells whether they `arrived`; where it tells neither, their owner is asked.
 * `merge` is about the others. `thing`: the field, or 'text' for what is no field of the product.
 */
export function mergeEdits<One extends Edit>(
  thing: ProductField | 'text',
  edits: readonly One[],
  theirs: unknown,
): { arrived: One[]; merge: Merge } {
  return mergeEditsBy(wayOf(thing), edits, theirs)
}

/** The same of any field, which says in which `way`. */
export function mergeEditsBy<One extends Edit>(
  way: Way,
  edits: readonly One[],
  theirs: unknown,
): { arrived: One[]; merge: Merge } {
  const isValue = way.merge === 'value'
  const asOne = (some: readonly Edit[]) => mergeValues(way, some[0]?.before, some.at(-1)?.after, theirs)
  const lost = edits.filter(({ state }) => state === 'unknown')
  if (lost.length === 0) return { arrived: [], merge: asOne(edits) }
  const [first, last] = [lost[0]?.before, lost.at(-1)?.after]
  if (way.isSame(last, theirs) || (!isValue && asOne(lost).outcome === 'same')) {
    const later = edits.filter((edit) => !lost.includes(edit))
    return { arrived: lost, merge: later.length > 0 ? asOne(later) : { outcome: 'same' } }
  }
  const isMissing = way.isSame(first, theirs) || (!isValue && asOne(lost).outcome === 'send')
  return { arrived: [], merge: isMissing ? asOne(edits) : { outcome: 'conflict', value: edits.at(-1)?.after } }
}

function mergeDifference(before: number, mine: number, theirs: number): Merge {
  return mine === before ? { outcome: 'same' } : { outcome: 'send', value: theirs + (mine - before) }
}

function settle(value: unknown, theirs: unknown): Merge {
  return isEqual(value, theirs) ? { outcome: 'same' } : { outcome: 'send', value }
}

function mergeSets(before: unknown[], mine: unknown[], theirs: unknown[]): unknown[] {
  const removed = new Set(before.filter((item) => !mine.includes(item)))
  const added = mine.filter((item) => !before.includes(item) && !theirs.includes(item))
  return [...theirs.filter((item) => !removed.has(item)), ...added]
}

type Plain = Record<string, unknown>

function mergeRecords(before: Plain, mine: Plain, theirs: Plain): Merge {
  const value: Plain = { ...theirs }
  let clash = false
  for (const key of new Set([...Object.keys(before), ...Object.keys(mine)])) {
    if (isEqual(mine[key], before[key])) continue
    if (!isEqual(theirs[key], before[key]) && !isEqual(theirs[key], mine[key])) clash = true
    if (mine[key] === undefined) delete value[key]
    else value[key] = mine[key]
  }
  return clash ? { outcome: 'conflict', value } : settle(value, theirs)
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const asRecord = (value: unknown): Plain => (typeof value === 'object' && value !== null ? (value as Plain) : {})
