import { becomeOf, namedListsIn, namesOf, withFormerly } from '../shared/fields/formerly'
import type { Entry, List } from '../shared/fields/kind'
import { entriesOf, isSameEntry, keyOf } from '../shared/fields/list-kind'
import { asEntry, becomeBy, type Step } from './become-since'

type Since = { isRenamed: boolean; isGone: boolean }

/**
 * What a change did to a list, said in the names that its entries have after `later` ones: without ids, one that was renamed since would
 * be taken for another. What the change renamed itself keeps both of its own names. isRenamed: that, or what it added, has another one since.
 * isGone: what it made another of an entry went with that since.
 */
export function namedSince(
  list: List,
  { before, after }: Step,
  later: readonly Step[],
  was: 'before' | 'after',
): Step & Since {
  const [old, made] = [entriesOf(before), entriesOf(after)]
  if (list.formerly === null || later.length === 0) return { before, after, ...untouched }
  const there = was === 'before' ? old : made
  const become = new Map(there.map((entry) => [entry, becomeBy(list, entry, later)]))
  const madeOf = new Map(old.map((entry) => [entry, becomeOf(list, old, made, keyOf(list, entry))]))
  const oldOf = new Map([...madeOf].flatMap(([entry, own]) => (own ? [[own, entry] as const] : [])))
  let { isRenamed, isGone } = untouched

  function named(entry: Entry, other: Entry | undefined, side: 'before' | 'after'): Entry[] {
    const found = become.get(side === was ? entry : (other ?? {}))
    // What went since is not brought back by what was made of it before.
    if (!found) {
      isGone ||= other !== undefined && !isSameEntry(list, entry, other)
      return other === undefined ? [entry] : []
    }
    const isItsDoing = other === undefined || keyOf(list, other) !== keyOf(list, entry)
    const isMoved = found.name !== keyOf(list, side === was ? entry : (other ?? {}))
    if (isItsDoing && isMoved) isRenamed = true
    const isKept = side !== was && isItsDoing
    const whole = isMoved ? called(list, entry, isKept ? keyOf(list, entry) : found.name, found.name) : entry
    return [{ ...whole, ...within(entry, other ?? {}, side, found.steps) }]
  }

  function within(entry: Entry, other: Entry, side: 'before' | 'after', steps: readonly Step[]): Entry {
    const inner: Record<string, unknown> = {}
    for (const { name, list: within } of namedListsIn(list)) {
      if (!Array.isArray(entry[name])) continue
      const [from, to] = side === 'before' ? [entry, other] : [other, entry]
      const innerSteps = steps.map((step) => ({ before: asEntry(step.before)[name], after: asEntry(step.after)[name] }))
      const all = namedSince(within, { before: from[name], after: to[name] }, innerSteps, was)
      inner[name] = all[side]
      isRenamed ||= all.isRenamed
      isGone ||= all.isGone
    }
    return inner
  }

  const sides = {
    before: old.flatMap((entry) => named(entry, madeOf.get(entry), 'before')),
    after: made.flatMap((entry) => named(entry, oldOf.get(entry), 'after')),
  }
  return { ...sides, isRenamed, isGone }
}

/** Nothing was done to it since. */
export const untouched: Since = { isRenamed: false, isGone: false }

function called(list: List, entry: Entry, name: string, known: string): Entry {
  const [key = ''] = list.key
  return withFormerly(list, { ...entry, [key]: name }, [...namesOf(list, entry), known])
}
