import type { Catalogue } from '../catalogue/catalogue'
import { setsOwnPicture } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, refuseFaults } from '../shared/errors'
import { says } from '../shared/sentence'
import type { Beside } from '../shared/fields/field'
import { readFields } from '../shared/fields/product-fields'
import { describedField, isDifference } from '../shared/fields/thing-fields'
import { faultsOf } from '../shared/fields/faults-of'
import { belowDecided } from './below-decided'
import { goingOnWith, halfDecided } from './half-decided'
import { fromThere, isHalfSent, onceThrough } from './half-sent'
import { mergeValues } from './merge'
import { mineOfPicture } from './own-picture'
import { overlay } from './overlay'
import { reindexThing } from './reindex-thing'
import { removalsWith } from './removed-with-options'

/** mine: sent over what the store has now. theirs: the edit is let go. value: a third one, typed now. */
export type Take = { take: 'mine' | 'theirs' } | { take: 'value'; value: unknown }

/** How long a decision rests before it is sent: within it, undoing the decision costs nothing. */
export const decisionRestMs = 6_000

/** Decided `now`, it rests `until` then. `together`: what is decided in one go shares it. */
export type Deciding = { take: Take; now: number; until: number; together?: number }

/** Decides conflicts. Of several edits of one field, the last stands for all. Returns the products concerned. */
export function resolveConflicts(catalogue: Catalogue, changeIds: readonly number[], deciding: Deciding): number[] {
  const productIds = resolveWhatIsLeft(catalogue, changeIds, deciding)
  if (productIds.length === 0) throw new AppError('not-found', 'This conflict is settled already.')
  return productIds
}

/** The same where some may be settled by now: together with another edit of the same field, or by a second click. */
export function resolveWhatIsLeft(catalogue: Catalogue, changeIds: readonly number[], deciding: Deciding): number[] {
  return catalogue.transaction(() => {
    const productIds = new Set<number>()
    for (const id of changeIds) {
      const change = catalogue.changes.get(id)
      if (change?.state !== 'conflict') continue
      productIds.add(change.productId)
      for (const along of decide(catalogue, change, deciding)) productIds.add(along)
    }
    for (const productId of productIds) reindexThing(catalogue, productId)
    return [...productIds]
  })
}

/** Puts decided conflicts back to be decided, as long as nothing of them was sent. Returns the products concerned. */
export function undecide(catalogue: Catalogue, changeIds: readonly number[]): number[] {
  return catalogue.transaction(() => {
    const changes = changeIds.flatMap((id) => catalogue.changes.get(id) ?? [])
    for (const { id, state, decision, productId } of changes) {
      const along = (decision?.along ?? []).flatMap((each) => catalogue.changes.get(each) ?? [])
      if (!decision || ![state, ...along.map((each) => each.state)].every(canBeUndecided)) {
        throw new AppError('conflict', says('decided-already'))
      }
      if (!catalogue.products.get(productId) && !catalogue.shelves.get(productId)) continue
      const { along: _, take: __, together: ___, ...asked } = decision
      catalogue.changes.update(id, { ...asked, state: 'conflict', decision: null, retryAt: null })
      for (const each of along) catalogue.changes.update(each.id, { state: 'taken-back', retryAt: null })
    }
    const along = changes.flatMap(({ decision }) => decision?.along ?? [])
    const all = [...changes, ...along.flatMap((id) => catalogue.changes.get(id) ?? [])]
    const productIds = [...new Set(all.map(({ productId }) => productId))]
    for (const productId of productIds) reindexThing(catalogue, productId)
    return productIds
  })
}

export const canBeUndecided = (state: ChangeRecord['state']): boolean =>
  state === 'waiting' || state === 'held' || state === 'taken-back'

/** All edits in conflict about the same thing as this one, oldest first. */
export function sameConflict(catalogue: Catalogue, change: ChangeRecord): ChangeRecord[] {
  return catalogue.changes.alike(change).filter(({ state }) => state === 'conflict')
}

/** Local ids of what it brings along. */
function decide(catalogue: Catalogue, change: ChangeRecord, deciding: Deciding): number[] {
  const { take: choice, now, until, together } = deciding
  const same = sameConflict(catalogue, change)
  const first = same[0] ?? change
  const last = same.at(-1) ?? change
  const { theirs, reason, after } = last
  const back = choice.take === 'theirs' ? halfDecided(catalogue, same, { now, until }) : []
  for (const { id } of same) if (id !== last.id) catalogue.changes.update(id, { state: 'taken-back', reason: null })
  const decision = { take: choice.take, together, before: first.before, after, theirs, reason, token: last.token }
  if (choice.take === 'theirs') {
    const alongWith = { ...decision, ...(back.length > 0 && { along: back }) }
    catalogue.changes.update(last.id, { reason: null, decision: alongWith, state: 'taken-back', retryAt: null })
    return []
  }
  const half = same.findLast(isHalfSent)
  const value =
    choice.take === 'value' ? checked(catalogue, last, choice.value) : mineOf(last, first.before, theirs, half)
  const along = [...removalsWith(catalogue, last, value, now), ...belowDecided(catalogue, last, { now, until })]
  catalogue.changes.update(last.id, {
    reason: null,
    decision: { ...decision, ...(along.length > 0 && { along }) },
    state: 'waiting',
    before: theirs,
    after: value,
    retryAt: until,
    // Tried before, it was something else that was sent.
    attempts: 0,
    ...goingOnWith(same, value),
  })
  return along.flatMap((id) => catalogue.changes.get(id)?.productId ?? [])
}

/** What both sides did to a set or record stays, except where they clash: there it is mine. */
export function mineOf(last: ChangeRecord, before: unknown, theirs: unknown, half = last): unknown {
  const { after } = last
  if (setsOwnPicture(last)) return mineOfPicture(after, before, theirs)
  const known = describedField(last)
  if (!known || isDifference(last)) return after
  const through = isHalfSent(half) ? onceThrough(known, half.token, theirs) : null
  const merge = through
    ? mergeValues(known, fromThere(half), after, through.value)
    : mergeValues(known, before, after, theirs)
  return merge.outcome === 'same' ? (through?.value ?? after) : merge.value
}

function checked(catalogue: Catalogue, change: ChangeRecord, value: unknown): unknown {
  const known = describedField(change)
  const parsed = known?.kind.schema.safeParse(value)
  if (!known || !parsed?.success) throw new AppError('invalid-input', 'This value does not fit the field.')
  refuseFaults(faultsOf(change.field ?? '', known, parsed.data, besideOf(catalogue, change)))
  return parsed.data
}

/** The other fields of what the change is about, as its owner sees them. */
function besideOf(catalogue: Catalogue, { thing, productId }: ChangeRecord): Beside {
  const record = thing === 'product' ? catalogue.products.get(productId) : undefined
  return record ? readFields(overlay(record.remote, catalogue.changes.openOf(thing, productId)).current) : {}
}
