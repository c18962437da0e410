import { isOpen, type ChangeRecord } from '../shared/change-record'
import { namedListsIn, namesOf, withFormerly } from '../shared/fields/formerly'
import type { Entry, List } from '../shared/fields/kind'
import { entriesOf, keyOf } from '../shared/fields/list-kind'
import { mergeValues, type Way } from './merge'
import { nameInMine } from './renamed-entries'

type Token = ChangeRecord['token']
type HalfSent = Pick<ChangeRecord, 'state'> & Partial<Pick<ChangeRecord, 'token'>>

/**
 * Whether a change that goes in steps may have brought the first of them to the store. Let go of, it leads back as what is sent does: the
 * store would keep both what was there and what was to be.
 */
export const isHalfSent = (change: HalfSent): boolean => isOpen(change) && change.token?.step !== undefined

/**
 * How far it came, for the change that takes its place or leads back from there: to that one, the names that it was to bring are those
 * that there are.
 */
export function halfOf(way: Way, { token }: Pick<ChangeRecord, 'token'>): Pick<NonNullable<Token>, 'step' | 'places'> {
  const { step, places } = token ?? {}
  return {
    ...(step && { step: { ...step, wanted: withoutEarlier(way, step.wanted), ofEarlier: true } }),
    ...(places && { places }),
  }
}

/** A list that says of none of its entries what it was called before. */
export function withoutEarlier({ kind: { list } }: Way, value: unknown): unknown {
  return list ? allUnnamed(list, entriesOf(value)) : value
}

const allUnnamed = (list: List, entries: readonly Entry[]): Entry[] => entries.map((entry) => unnamed(list, entry))

/** What it names of its own is named as it is called now. */
function unnamed(list: List, entry: Entry): Entry {
  const naming = Object.keys(list.fields).flatMap((name) => {
    const named = nameInMine(list, name, entry, entry)
    return named !== undefined && Object.hasOwn(entry, name) ? [[name, named]] : []
  })
  const inner = namedListsIn(list).flatMap(({ name, list: within }) =>
    Array.isArray(entry[name]) ? [[name, allUnnamed(within, entriesOf(entry[name]))]] : [],
  )
  return withFormerly(list, { ...entry, ...Object.fromEntries(inner), ...Object.fromEntries(naming) }, [])
}

/** The first of its steps did not come to the store. */
export function withoutSteps(token: Token): Token {
  const { step: _, places: __, ...rest } = token ?? {}
  return Object.keys(rest).length > 0 ? rest : null
}

/** `isClash`: others changed what was still to go. */
export type Through = { value: unknown; isClash: boolean }

/** What the steps that are begun would make of the store, beside what others made of it meanwhile. Null: it is not on that way. */
export function onceThrough(way: Way, token: Token, theirs: unknown): Through | null {
  const { step } = token ?? {}
  const { list } = way.kind
  if (!step || !list || way.kind.isSame(step.made, step.wanted)) return null
  if (way.kind.isSame(step.made, theirs)) return { value: step.wanted, isClash: false }
  if (!hasAllOf(list, entriesOf(step.made), entriesOf(theirs))) return null
  // Where the store has both, a name from before is that of another entry: it is said once they are merged.
  const merge = mergeValues(way, withoutEarlier(way, step.made), withoutEarlier(way, step.wanted), theirs)
  if (merge.outcome === 'same') return null
  const value = withNamesOf(list, entriesOf(merge.value), entriesOf(step.wanted))
  return { value, isClash: merge.outcome === 'conflict' }
}

/** Each says of itself what the same of these says that it was called. */
export function withNamesOf(list: List, entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  return entries.map((entry) => {
    const other = others.find((each) => keyOf(list, each) === keyOf(list, entry))
    if (!other) return entry
    const inner = namedListsIn(list).flatMap(({ name, list: within }) =>
      Array.isArray(entry[name]) ? [[name, withNamesOf(within, entriesOf(entry[name]), entriesOf(other[name]))]] : [],
    )
    return withFormerly(list, { ...entry, ...Object.fromEntries(inner) }, namesOf(list, other))
  })
}

/** What a change starts from where its steps, or those that it goes on from, are through. */
export const fromThere = ({ after, token }: Pick<ChangeRecord, 'after'> & { token?: Token }): unknown =>
  token?.step?.ofEarlier ? token.step.wanted : after

/** Lists in it count where they are known by names as well. */
const hasAllOf = (list: List, made: readonly Entry[], theirs: readonly Entry[]): boolean =>
  made.every((entry) => {
    const there = theirs.find((each) => keyOf(list, each) === keyOf(list, entry))
    return (
      there &&
      namedListsIn(list).every((each) => hasAllOf(each.list, entriesOf(entry[each.name]), entriesOf(there[each.name])))
    )
  })
