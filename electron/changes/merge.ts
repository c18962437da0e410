import type { ChangeRecord } from '../shared/change-record'
import { isEqual } from '../shared/fields/equal'
import type { Kind } from '../shared/fields/kind'
import { entriesOf } from '../shared/fields/list-kind'
import type { Field } from '../shared/fields/field'
import { fieldOf, type ProductField } from '../shared/fields/product-fields'
import { text } from '../shared/fields/text-kinds'
import { mergeLists } from './merge-lists'

export type Merge =
  | { outcome: 'same' } // the store already has it
  | { outcome: 'send'; value: unknown }
  | { outcome: 'conflict'; value: unknown }

/** Three-way merge of one field: what the person started from, what they made of it, what the store has now. */
export function mergeField(field: ProductField, before: unknown, mine: unknown, theirs: unknown): Merge {
  return mergeValues(fieldOf(field), before, mine, theirs)
}

/** How the two sides of a value come together, and what of it is the same. */
export type Way = Pick<Field, 'merge' | 'kind'>

const wayOfKind = (kind: Kind): Way => ({ merge: kind.merge, kind })

/** The same of any field, which says in which `way`. */
export function mergeValues({ merge, kind }: Way, before: unknown, mine: unknown, theirs: unknown): Merge {
  if (merge === 'difference') return mergeDifference(Number(before), Number(mine), Number(theirs))
  const { isSame } = kind
  // Typed and typed back: nothing was decided that could clash.
  if (isSame(mine, theirs) || isSame(before, mine)) return { outcome: 'same' }
  // What this version does not know of an entry stays as the store has it now, also where it has the same fields as before.
  const { list } = kind
  if (list) return mergeLists({ list, isSame }, entriesOf(before), entriesOf(mine), entriesOf(theirs), mergeValues)
  if (isSame(before, theirs)) return { outcome: 'send', value: mine }
  if (merge === 'set') return settle(mergeSets(asArray(before), asArray(mine), asArray(theirs)), theirs)
  if (merge === 'record') return mergeRecords(kind, asRecord(before), asRecord(mine), asRecord(theirs))
  return { outcome: 'conflict', value: mine }
}

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
  if (lost.length === 0) return { arrived: [], merge: asOne(edits) }
  const [first, last] = [lost[0]?.before, lost.at(-1)?.after]
  if (way.kind.isSame(last, theirs) || (!isValue && asOne(lost).outcome === 'same')) {
    const later = edits.filter((edit) => !lost.includes(edit))
    return { arrived: lost, merge: later.length > 0 ? asOne(later) : { outcome: 'same' } }
  }
  const step = lost.at(-1)?.token?.step
  if (step && way.kind.isSame(step.made, theirs)) return { arrived: [], merge: fromStep(way, edits, lost, step.wanted) }
  const isMissing = way.kind.isSame(first, theirs) || (!isValue && asOne(lost).outcome === 'send')
  return { arrived: [], merge: isMissing ? asOne(edits) : { outcome: 'conflict', value: edits.at(-1)?.after } }
}

/** The store is where their first step was to bring it: they go on from there, and what was typed since comes on top. */
function fromStep(way: Way, edits: readonly Edit[], lost: readonly Edit[], wanted: unknown): Merge {
  const merge = mergeValues(way, lost.at(-1)?.after, edits.at(-1)?.after, wanted)
  return merge.outcome === 'same' ? { outcome: 'send', value: wanted } : merge
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

/** Parts are merged as their kinds say, so that two people who each add an entry to a list within both win. */
function mergeRecords({ parts }: Kind, before: Plain, mine: Plain, theirs: Plain): Merge {
  const value: Plain = { ...theirs }
  let clash = false
  for (const key of new Set([...Object.keys(before), ...Object.keys(mine)])) {
    const merge = mergeValues(wayOfKind(parts[key]?.kind ?? text), before[key], mine[key], theirs[key])
    if (merge.outcome === 'same') continue
    if (merge.outcome === 'conflict') clash = true
    if (merge.value === undefined) delete value[key]
    else value[key] = merge.value
  }
  return clash ? { outcome: 'conflict', value } : settle(value, theirs)
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const asRecord = (value: unknown): Plain => (typeof value === 'object' && value !== null ? (value as Plain) : {})
