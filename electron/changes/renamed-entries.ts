import { calledBefore, calledSo, formerlyOf, nameBetween, namesOf, withFormerly } from '../shared/fields/formerly'
import type { Entry, List } from '../shared/fields/kind'
import { entriesOf, isSameEntry, keyOf } from '../shared/fields/list-kind'
import { readPlain } from '../shared/fields/plain-field'

export type Entries = ReadonlyMap<string, Entry>
export type Sides = Record<'before' | 'mine' | 'theirs', Entries>

/**
 * The three sides of a list with what I renamed under the name that it has on my side now, so that it is one entry on all of them. Where
 * the store has both names already, because a rename goes there in steps, the old one is left for what it is, and goes without a question if
 * the new one has all that others made of it.
 */
export function asRenamed(list: List, sides: Sides): Sides {
  if (list.formerly === null) return sides
  const { before, mine, theirs } = withNamesOfOthers(list, asRenamedThere(list, sides))
  const [old, now] = [new Map(before), new Map(theirs)]
  for (const [key, entry] of mine) {
    if (before.has(key)) continue
    const was = [...before].find(([name, other]) => !mine.has(name) && isRenamed(list, other, entry))
    if (!was) continue
    old.set(key, was[1])
    const [left, moved] = [now.get(was[0]), now.get(key)]
    if (left && moved && isTakenOver(list, was[1], left, moved)) old.set(was[0], left)
    if (moved) continue
    const names = [...namesOf(list, was[1]), ...namesOf(list, entry)]
    const there = names.find((name) => now.has(name) && !mine.has(name))
    if (there === undefined) continue
    old.delete(was[0])
    now.set(key, now.get(there) ?? {})
    now.delete(there)
  }
  return { before: inOrderOf(old, before), mine, theirs: inOrderOf(now, theirs) }
}

/**
 * The same of those that were given the name of another, which has a new one too or goes: all of them at once. Where the store has come
 * so far that each is what it is to be, it may still have old names, and those between.
 */
function withNamesOfOthers(list: List, sides: Sides): Sides {
  const { before, mine, theirs } = sides
  const renamed = new Map(
    [...mine].flatMap(([key, entry]) => {
      const was = [...before].find(([name]) => isNameOfAnother(list, sides, name, key, entry))
      return was ? [[was[0], key] as const] : []
    }),
  )
  if (renamed.size === 0) return sides
  const taken = new Set(renamed.values())
  const nameNow = (key: string) => renamed.get(key) ?? (taken.has(key) ? `${key}\n` : key)
  const underNames = (entries: Entries) => new Map([...entries].map(([key, entry]) => [nameNow(key), entry]))
  const isThere = [...taken].every((key) => {
    const [own, there] = [mine.get(key), theirs.get(key)]
    return own !== undefined && there !== undefined && isSameEntry(list, own, there)
  })
  const [old, now] = [underNames(before), isThere ? theirs : underNames(theirs)]
  const left = [...(isThere ? renamed.keys() : []), ...[...taken].map(nameBetween)].filter((key) => !mine.has(key))
  for (const key of left) if (theirs.has(key)) old.set(key, theirs.get(key) ?? {})
  return { before: old, mine, theirs: now }
}

/** Whether the one of that name has another's name on my side, or had and is renamed back. */
function isNameOfAnother(list: List, { before, mine }: Sides, was: string, key: string, entry: Entry): boolean {
  if (was === key || !(before.has(key) || mine.has(was))) return false
  const has = (entries: Entries, at: string, name: string) => formerlyOf(list, entries.get(at) ?? {}).includes(name)
  const isSince = formerlyOf(list, entry).includes(was) && !has(before, key, was)
  return isSince || (has(before, was, key) && !has(mine, was, key))
}

/**
 * The same of what was renamed on their side, where that says so: an edit that is undone under a later rename meets it. What I took away
 * after it was renamed, and which they have under its old name, is the same as well: the rename before is taken back.
 */
function asRenamedThere(list: List, { before, mine, theirs }: Sides): Sides {
  const now = new Map<string, string>()
  for (const [key, entry] of theirs) {
    if (before.has(key) || mine.has(key)) continue
    const names = formerlyOf(list, entry)
    const isOld = (name: string) => !mine.has(name) && formerlyOf(list, before.get(name) ?? {}).includes(key)
    const was =
      names.find((name) => before.has(name) && mine.has(name) && !theirs.has(name)) ??
      [...before.keys()].find((name) => !theirs.has(name) && isOld(name))
    if (was !== undefined) now.set(was, key)
  }
  const named = (entries: Entries) => new Map([...entries].map(([key, entry]) => [now.get(key) ?? key, entry]))
  return now.size > 0 ? { before: named(before), mine: named(mine), theirs } : { before, mine, theirs }
}

/** Whether all that the store made of the old one is in the new one as well: its going loses nothing. */
const isTakenOver = (list: List, before: Entry, left: Entry, moved: Entry): boolean =>
  Object.entries(list.fields).every(([name, field]) => {
    const [was, old, now] = [before, left, moved].map((side) => readPlain(side, name, field))
    return field.kind.isSame(old, was) || field.kind.isSame(old, now)
  })

/** Whether one was called as the other is, on either side: what is undone is renamed back. */
const isRenamed = (list: List, one: Entry, other: Entry): boolean => {
  const names = new Set(namesOf(list, one))
  return (
    (formerlyOf(list, one).length > 0 || formerlyOf(list, other).length > 0) &&
    namesOf(list, other).some((name) => names.has(name))
  )
}

/** A map keeps the place of a key, and puts a new one last: renamed entries stay where they stood. */
function inOrderOf(renamed: Map<string, Entry>, original: Entries): Entries {
  const keys = [...renamed.keys()]
  const placeOf = (key: string) => [...original.values()].indexOf(renamed.get(key) ?? {})
  return new Map(keys.sort((a, b) => placeOf(a) - placeOf(b)).map((key) => [key, renamed.get(key) ?? {}]))
}

/** What was merged, which says by which other names the store or its variations may still know it. */
export const namedAfter = (list: List, merged: Entry, sides: readonly Entry[]): Entry =>
  withFormerly(
    list,
    merged,
    sides.flatMap((side) => namesOf(list, side)),
  )

/**
 * What a field says that names an entry, by the name that the entry has on my side; one that is not there is none. Undefined: the field
 * names nothing.
 */
export function nameInMine(of: List, name: string, mine: Entry, side: Entry): unknown {
  const { fields, naming } = of
  const [field, target] = [fields[name], naming[name]]
  const list = target === undefined ? null : (fields[target]?.kind.list ?? null)
  if (!field || target === undefined || !list) return undefined
  const named = readPlain(of.meant(side), name, field)
  const there = calledSo(list, entriesOf(side[target]), String(named))
  if (!there) return field.empty
  const all = entriesOf(mine[target])
  const own = calledSo(list, all, String(named)) ?? calledBefore(list, all, there)
  return own ? keyOf(list, own) : named
}
