import type { Entry, List } from './kind'
import { keyOf } from './list-kind'

/**
 * Options and their choices have no ids: one is what it is called. So an entry that is renamed here carries what it was called
 * before, and a merge, the variations that name it and the store's calls follow it. The store never gets to see it.
 */
export const formerlyOf = ({ formerly }: Pick<List, 'formerly'>, entry: Entry): readonly string[] => {
  const names = formerly === null ? undefined : entry[formerly]
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string').map((name) => name.trim()) : []
}

/** All that an entry is and was called. */
export const namesOf = (list: List, entry: Entry): readonly string[] => [keyOf(list, entry), ...formerlyOf(list, entry)]

/** The lists within an entry whose entries are known by names as well. */
export const namedListsIn = (list: List): { name: string; list: List }[] =>
  Object.entries(list.fields).flatMap(([name, { kind }]) => (kind.list?.formerly ? [{ name, list: kind.list }] : []))

/** With these earlier names and no others; its own is none of them. */
export function withFormerly(list: List, entry: Entry, names: readonly string[]): Entry {
  if (list.formerly === null) return entry
  const { [list.formerly]: _, ...rest } = entry
  const own = keyOf(list, entry)
  const earlier = [...new Set(names)].filter((name) => name !== own && name !== '')
  return earlier.length > 0 ? { ...rest, [list.formerly]: earlier } : rest
}

/**
 * The entry that is called so, else the one that was before it was renamed here. Blanks at the ends of a name are no part of it, though a
 * store may hold them.
 */
export function calledSo(list: List, entries: readonly Entry[], name: string): Entry | undefined {
  if (name === '') return undefined
  const known = name.trim()
  return (
    entries.find((entry) => keyOf(list, entry) === known) ??
    entries.find((entry) => formerlyOf(list, entry).includes(known))
  )
}

/** What an entry is among those from before it was renamed. */
export const calledBefore = (list: List, before: readonly Entry[], entry: Entry): Entry | undefined =>
  namesOf(list, entry)
    .map((name) => before.find((each) => keyOf(list, each) === name))
    .find((each) => each !== undefined)

/** What the store calls it for a moment, where its new name is still another's. */
export const nameBetween = (name: string): string => `${name} (…)`

/**
 * What the entry of a name has become of `from` in `to`; undefined: it is gone. A name may be another's by then: the entry that had it is
 * followed to its own. What `from` does not have is whichever is or was called so.
 */
export function becomeOf(list: List, from: readonly Entry[], to: readonly Entry[], called: string): Entry | undefined {
  const name = called.trim()
  const wasCalled = (entry: Entry, was: string) =>
    keyOf(list, entry) !== was &&
    formerlyOf(list, entry).includes(was) &&
    !from.some((each) => keyOf(list, each) === keyOf(list, entry) && formerlyOf(list, each).includes(was))
  const there = calledSo(list, to, called)
  if (!from.some((entry) => keyOf(list, entry) === name)) return there
  const renamed = to.find((entry) => wasCalled(entry, name))
  if (renamed || !there) return renamed
  const isAnother = from.some((entry) => wasCalled(there, keyOf(list, entry)))
  return isAnother ? undefined : there
}
