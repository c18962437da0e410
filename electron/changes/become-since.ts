import type { ChangeRecord } from '../shared/change-record'
import { becomeOf, calledSo } from '../shared/fields/formerly'
import type { Entry, List } from '../shared/fields/kind'
import { entriesOf, keyOf } from '../shared/fields/list-kind'

export type Step = Pick<ChangeRecord, 'before' | 'after'>

/** `steps`: what was done to the entry itself. */
type Become = { name: string; steps: Step[] }

/** What later changes have made of an entry. Null: it has gone. One that went may have come back. */
export function becomeBy(list: List, entry: Entry, later: readonly Step[]): Become | null {
  let name = keyOf(list, entry)
  let isGone = false
  const steps: Step[] = []
  for (const { before, after } of later) {
    const [from, to] = [entriesOf(before), entriesOf(after)]
    const next = becomeOf(list, from, to, name)
    isGone = next === undefined
    if (!next) continue
    steps.push({ before: calledSo(list, from, name) ?? {}, after: next })
    name = keyOf(list, next)
  }
  return isGone ? null : { name, steps }
}

/** The names that an entry has had since it was last called what it was, which it is not now: that was its last change of that name. */
export function namesSince(list: List, entry: Entry, all: readonly Step[]): string[] {
  const has = (entries: unknown) => entriesOf(entries).some((each) => keyOf(list, each) === keyOf(list, entry))
  const left = all.findLastIndex(({ before, after }) => has(before) && !has(after))
  const become = left < 0 ? null : becomeBy(list, entry, all.slice(left))
  return become ? become.steps.map(({ after }) => keyOf(list, asEntry(after))).toReversed() : []
}

/** What was done to the lists of this name within the entries that are called so. */
export const stepsWithin = (list: List, names: readonly string[], name: string, all: readonly Step[]): Step[] =>
  all.flatMap(({ before, after }) => {
    const [from, to] = [before, after].map((side) => entriesOf(side).find((each) => names.includes(keyOf(list, each))))
    return from && to ? [{ before: from[name], after: to[name] }] : []
  })

export const asEntry = (value: unknown): Entry => entriesOf([value])[0] ?? {}
