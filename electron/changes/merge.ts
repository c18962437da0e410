import type { ProductField } from '../shared/product'

/**
 * How the two sides of a field come together when both changed it.
 * value: one must give way. set: additions and removals of both. difference: the change in number travels. record: key by key.
 */
type MergeKind = 'value' | 'set' | 'difference' | 'record'

const kinds: Partial<Record<ProductField, MergeKind>> = {
  quantity: 'difference',
  categoryIds: 'set',
  attributes: 'record',
  dimensions: 'record',
  shipping: 'record',
  tax: 'record',
  ribbon: 'record',
}

export type Merge =
  | { outcome: 'same' } // the store already has it
  | { outcome: 'send'; value: unknown }
  | { outcome: 'conflict'; value: unknown }

/** Three-way merge of one field: what the person started from, what they made of it, what the store has now. */
export function mergeField(field: ProductField, before: unknown, mine: unknown, theirs: unknown): Merge {
  const kind = kinds[field] ?? 'value'
  if (kind === 'difference') return mergeDifference(Number(before), Number(mine), Number(theirs))
  // Typed and typed back: nothing was decided that could clash.
  if (isEqual(mine, theirs) || isEqual(before, mine)) return { outcome: 'same' }
  if (isEqual(before, theirs)) return { outcome: 'send', value: mine }
  if (kind === 'set') return settle(mergeSets(asArray(before), asArray(mine), asArray(theirs)), theirs)
  if (kind === 'record') return mergeRecords(asRecord(before), asRecord(mine), asRecord(theirs))
  return { outcome: 'conflict', value: mine }
}

/** One edit of a field, as far as merging it goes. `inDoubt`: its answer was lost, so the store may have it. */
export type FieldEdit = { before: unknown; after: unknown; inDoubt: boolean }

/** All waiting edits of one field, oldest first, as one. With an edit in doubt they are laid on one by one: some may be there. */
export function mergeEdits(field: ProductField, edits: readonly FieldEdit[], theirs: unknown): Merge {
  const whole = mergeField(field, edits[0]?.before, edits.at(-1)?.after, theirs)
  if (!edits.some(({ inDoubt }) => inDoubt)) return whole
  let value = theirs
  for (const { before, after } of edits) {
    const merge = mergeField(field, before, after, value)
    if (merge.outcome === 'conflict') return whole
    if (merge.outcome === 'send') value = merge.value
  }
  return isEqual(value, theirs) ? { outcome: 'same' } : { outcome: 'send', value }
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

/** Deep equality of JSON values; numbers within a millionth, because prices are doubles that both sides round. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-6
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = a as Plain
  const right = b as Plain
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isEqual(left[key], right[key]))
}
