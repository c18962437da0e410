import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeRecord } from '../shared/change-record'
import type { Entry } from '../shared/fields/kind'
import { entriesOf } from '../shared/fields/list-kind'
import { pairsIn } from '../shared/fields/renamed-variations'
import { describedField } from '../shared/fields/thing-fields'
import { isHalfSent, onceThrough, withNamesOf, withoutEarlier } from './half-sent'
import { mergeValues } from './merge'
import { letGoOf } from './revert'

type Rest = { now: number; until: number }

/**
 * Where the store keeps what others made of it, what is half there of these changes leads back, so that only theirs is left. That rests as
 * long as the decision. Belongs into a transaction.
 */
export function halfDecided(catalogue: Catalogue, asked: readonly ChangeRecord[], { now, until }: Rest): number[] {
  const half = asked.findLast(isHalfSent)
  if (!half) return []
  const ids = asked.filter(isHalfSent).map(({ id }) => id)
  letGoOf(catalogue, now, ids.toReversed())
  const open = catalogue.changes.openOf(half.thing, half.productId)
  const back = open.filter(({ reverts }) => reverts !== null && ids.includes(reverts))
  for (const each of back) {
    const led = each === back.at(-1) ? toWhatOthersLeft(each, half) : {}
    catalogue.changes.update(each.id, { retryAt: until, ...led })
  }
  return back.map(({ id }) => id)
}

/** To what was there before the first step, with what others made of it since. */
function toWhatOthersLeft({ after, token }: ChangeRecord, half: ChangeRecord) {
  const left = leftByOthers(half, after)
  if (left === null || !token?.step) return {}
  return { after: left, token: { ...token, step: { ...token.step, made: half.theirs } } }
}

/** Null: nothing of it is half there, or it is on another way. */
function leftByOthers(half: ChangeRecord, before: unknown): Entry[] | null {
  const [way, step] = [describedField(half), half.token?.step]
  const list = way?.kind.list
  if (!way || !list || !step) return null
  // Where the store has both, a name from before is that of another entry: it is said once they are merged.
  const [made, old] = [step.made, before].map((value) => withoutEarlier(way, value))
  const merge = mergeValues(way, made, old, half.theirs)
  return withNamesOf(list, entriesOf(merge.outcome === 'same' ? half.theirs : merge.value), entriesOf(before))
}

/** Decided for a value, these go on from what the store has by half of them, and would go back to what others left without them. */
export function goingOnWith(asked: readonly ChangeRecord[], value: unknown): Partial<ChangeRecord> {
  const [half, last] = [asked.findLast(isHalfSent), asked.at(-1)]
  const way = half && describedField(half)
  if (!half || !last || !way || !onceThrough(way, half.token, last.theirs)) return {}
  const { step, places = {} } = half.token ?? {}
  const placed = Object.entries(places).map(([id, pairs]) => [
    id,
    pairsIn(entriesOf(value), pairs, entriesOf(step?.wanted)) ?? pairs,
  ])
  return {
    before: leftByOthers({ ...half, theirs: last.theirs }, asked[0]?.before) ?? last.theirs,
    token: { ...last.token, step: { made: last.theirs, wanted: value }, places: Object.fromEntries(placed) },
  }
}
