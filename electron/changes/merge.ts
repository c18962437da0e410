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
