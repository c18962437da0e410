import { isEqual } from '../shared/fields/equal'
import type { Entry, Kind, List } from '../shared/fields/kind'
import { byKey, isSameEntry } from '../shared/fields/list-kind'
import { readPlain } from '../shared/fields/plain-field'
import type { Merge, Way } from './merge'
import { asRenamed, nameInMine, namedAfter, type Entries } from './renamed-entries'

type MergeOne = (way: Way, before: unknown, mine: unknown, theirs: unknown) => Merge

/**
 * Three-way merge of a list. Whoever adds an entry or takes one away wins; what both made of one comes together field by field.
 * A question is only the same field of the same entry, one that goes on one side and is changed on the other, and two orders.
 */
export function mergeLists(
  { list, isSame }: Pick<Kind, 'isSame'> & { list: List },
  before: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
  mergeOne: MergeOne,
): Merge {
  const sides = asRenamed(list, { before: byKey(list, before), mine: byKey(list, mine), theirs: byKey(list, theirs) })
  const { before: old, mine: own, theirs: now } = sides
  const found = new Map<string, Entry>()
  let isClash = false
  for (const key of new Set([...now.keys(), ...own.keys()])) {
    const merged = mergeEntry(list, { before: old.get(key), mine: own.get(key), theirs: now.get(key) }, mergeOne)
    isClash ||= merged.isClash
    if (merged.entry) found.set(key, merged.entry)
  }
  const order = list.isOrdered ? orderOf(list, old, own, now) : { keys: [...now.keys(), ...own.keys()], isClash: false }
  // Each once, where it stands first.
  const value = [...new Set(order.keys)].flatMap((key) => found.get(key) ?? [])
  if (isClash || order.isClash) return { outcome: 'conflict', value }
  return isSame(value, theirs) ? { outcome: 'same' } : { outcome: 'send', value }
}

type Sides = Record<'before' | 'mine' | 'theirs', Entry | undefined>

function mergeEntry(list: List, { before, mine, theirs }: Sides, mergeOne: MergeOne) {
  if (mine && theirs) return mergeFields(list, before ?? {}, mine, theirs, mergeOne)
  const left = mine ?? theirs
  // Of two that knew it, one let it go: what the other made of it meanwhile is not lost unasked.
  const isClash = before !== undefined && left !== undefined && !isSameEntry(list, before, left)
  const isTakenAway = before !== undefined && (mine === undefined || !isClash)
  return { entry: isTakenAway ? undefined : left, isClash }
}

function mergeFields(list: List, before: Entry, mine: Entry, theirs: Entry, mergeOne: MergeOne) {
  const entry: Record<string, unknown> = { ...theirs }
  let isClash = false
  for (const name of Object.keys(mine)) {
    const isMoved = !isEqual(theirs[name], before[name])
    if (!Object.hasOwn(list.fields, name) && !isMoved) entry[name] = mine[name]
  }
  for (const [name, field] of Object.entries(list.fields)) {
    const [old, own, now] = [before, mine, theirs].map(
      (side) => nameInMine(list, name, mine, side) ?? readPlain(list.meant(side), name, field),
    )
    const merge = mergeOne(field, old, own, now)
    // What follows from the others needs no saying.
    const isImplied = !Object.hasOwn(mine, name) && Object.hasOwn(list.meant(mine), name)
    if (merge.outcome !== 'same' && !isImplied) entry[name] = merge.value
    isClash ||= merge.outcome === 'conflict'
  }
  return { entry: namedAfter(list, entry, [mine, theirs, before]), isClash }
}

/** The order of whoever arranged them; what the other added stands behind what it was put behind. */
function orderOf(list: List, old: Entries, own: Entries, now: Entries): { keys: string[]; isClash: boolean } {
  const isCommon = (key: string) => old.has(key) && own.has(key) && now.has(key)
  const [before, mine, theirs] = [old, own, now].map((side) => [...side.keys()].filter(isCommon))
  const isMine = !isEqual(before, mine)
  const isClash = isMine && !isEqual(before, theirs) && !isEqual(mine, theirs)
  const isPlaced = list.isPlacedByStore && isEqual(before, theirs)
  const [lead, other] = isMine || isPlaced ? [own, now] : [now, own]
  const keys = [...lead.keys()]
  let last = -1
  for (const key of other.keys()) {
    const at = keys.indexOf(key)
    if (at < 0) keys.splice(++last, 0, key)
    else last = at
  }
  return { keys, isClash }
}
