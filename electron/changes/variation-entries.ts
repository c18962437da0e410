import {
  actOf,
  addsVariation,
  removesVariation,
  setsThis,
  toAddVariation,
  toRemoveVariation,
} from '../shared/change-address'
import { addedVariationSchema, type AddedVariation, type ChangeRecord, type Deed } from '../shared/change-record'
import { isOwnField, ownFieldNames, ownFieldOf, readOwn } from '../shared/fields/own-fields'
import type { ProductField } from '../shared/fields/product-fields'
import { entriesOf } from '../shared/fields/list-kind'
import { pairsBefore, pairsIn, renamedPairs, type Pair } from '../shared/fields/renamed-variations'
import { remoteVariationSchema, type RemoteProduct, type RemoteVariation } from '../shared/remote-product'
import { hasUnread } from '../shared/unread-entries'
import type { InSight, WayBack } from './adapters/adapter'
import { copiedVariations } from './copied-variations'
import type { OpenChanges } from './open-changes'
import { ownDifferences } from './own-values'
import { pictureAlong, withPictureAlong } from './own-picture'
import { variationLabel } from './variation-pictures'

// Variations that are made and removed. One that is not in the store yet is called by the change that makes it, below zero.

export const localVariation = (changeId: number): number => -changeId

export const addedVariationOf = ({ after }: Pick<ChangeRecord, 'after'>): AddedVariation =>
  addedVariationSchema.parse(after)
/** As it was when its removal was decided. */
export const removedVariationOf = ({ before }: Pick<ChangeRecord, 'before'>): RemoteVariation =>
  remoteVariationSchema.parse(before)

export const hasOptions = ({ options = [] }: Pick<RemoteVariation, 'options'>, wanted: readonly Pair[]): boolean =>
  options.length === wanted.length &&
  wanted.every(({ name, value }) => options.some((each) => each.name === name && each.value === value))

export const optionsOf = ({ options = [] }: RemoteVariation): Pair[] =>
  options.map(({ name, value }) => ({ name, value }))

/** With those made of other choices that are on the way to them. */
export const movedOver = (
  product: RemoteProduct,
  places: Readonly<Record<string, readonly Pair[]>> = {},
): RemoteProduct => ({
  ...product,
  combinations: product.combinations?.map((variation) => {
    const pairs = places[variation.id]
    return pairs?.length === variation.options?.length
      ? { ...variation, options: variation.options?.map((pair, at) => ({ ...pair, ...pairs?.[at] })) }
      : variation
  }),
})

/** What tells a variation from the others, whatever the order of its options. */
const optionsKey = (pairs: readonly Pair[]): string =>
  JSON.stringify(pairs.map(({ name, value }) => [name, value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))

/** Options as changes that came after have named them. Two may have changed their names with each other. */
export const renamedBy = (renames: readonly Rename[], pairs: readonly Pair[]): Pair[] =>
  renames.reduce<Pair[]>(
    (named, { before, after }) => renamedPairs(entriesOf(after), named, entriesOf(before)),
    [...pairs],
  )
type Rename = Pick<ChangeRecord, 'before' | 'after'>

/** The product with waiting variations, and without those that are to go. `arrived`: the key of one that waits, and the id that it has already. */
export function withEntries(
  product: RemoteProduct,
  changes: readonly ChangeRecord[],
  renames: readonly ChangeRecord[],
) {
  const arrived = new Map<string, string>()
  if (changes.length === 0) return { product, arrived }
  const { options } = product
  let combinations = [...(product.combinations ?? [])]
  const byOptions = new Map(combinations.map((variation) => [optionsKey(optionsOf(variation)), variation]))
  let number = combinations.reduce((most, { combinationNumber = 0 }) => Math.max(most, combinationNumber), 0)
  for (const change of changes) {
    if (change.verb === 'remove') {
      const key = arrived.get(change.key ?? '') ?? change.key
      const gone = combinations.find(({ id }) => String(id) === key)
      if (gone) byOptions.delete(optionsKey(optionsOf(gone)))
      combinations = combinations.filter((variation) => variation !== gone)
      continue
    }
    const decided = addedVariationOf(change)
    // What it is made of may have been renamed since it was decided.
    const since = renames.filter(({ id }) => id > change.id)
    const added = { ...decided, options: renamedBy(since, decided.options) }
    const there = byOptions.get(optionsKey(added.options))
    if (!there) {
      const shown = asShown(added, change.id, (number += 1))
      combinations.push(shown)
      byOptions.set(optionsKey(added.options), shown)
    } else if (change.state === 'sending' || change.state === 'unknown') {
      arrived.set(String(localVariation(change.id)), String(there.id))
    }
  }
  const named = combinations.flatMap((each) => (each.id < 0 ? optionsOf(each) : []))
  return {
    product: { ...product, options: named.length > 0 ? withChoicesOf(options, named) : options, combinations },
    arrived,
  }
}

type Options = NonNullable<RemoteProduct['options']>

/** The store gives a product what its variations are made of. */
function withChoicesOf(options: Options = [], pairs: readonly Pair[]): Options {
  return pairs.reduce<Options>((all, { name, value }) => {
    const made = { text: value, priceModifier: 0, priceModifierType: 'ABSOLUTE' }
    const option = all.find((each) => each.name === name)
    if (!option) return [...all, { type: 'SELECT', name, required: false, choices: [made], defaultChoice: 0 }]
    const { choices = [] } = option
    if (choices.some(({ text }) => text === value)) return all
    return all.map((each) => (each === option ? { ...option, choices: [...choices, made] } : each))
  }, options)
}

function asShown({ options, body, picture }: AddedVariation, changeId: number, combinationNumber: number) {
  const shown = remoteVariationSchema.parse({ ...body, id: localVariation(changeId), combinationNumber, options })
  return picture ? withPictureAlong(shown, picture, changeId) : shown
}

/**
 * Whether the store's is the one that was made so. It may have been sold since, and others may have edited it: the SKU that was typed for
 * it tells, or else anything that was.
 */
export function isMadeAs({ options, body }: AddedVariation, there: RemoteVariation, product: RemoteProduct): boolean {
  const made = remoteVariationSchema.parse({ ...body, id: there.id, options })
  const isSame = (field: ProductField) =>
    ownFieldOf(field)?.kind.isSame(readOwn(made, product, field), readOwn(there, product, field)) ?? false
  const typed = ownFieldNames.filter((field) => field !== 'quantity' && readOwn(made, product, field) !== null)
  if (typed.includes('sku')) return isSame('sku') || typed.every(isSame)
  return typed.length === 0 || typed.some(isSame)
}

/** Whether others changed a variation since its removal was decided; a sale is no edit, and `ours` are no news. */
export function isChangedSince(
  decided: RemoteVariation,
  there: RemoteVariation,
  product: RemoteProduct,
  ours: readonly ChangeRecord[],
): boolean {
  const own = new Set(ours.map(({ field }) => field))
  // Of one that was not in the store yet, only what was typed is known.
  const isKnown = (before: unknown) => decided.id > 0 || before !== null
  return ownDifferences([decided, product], [there, product]).some(
    ({ field, before }) => field !== 'quantity' && isOwnField(field) && !own.has(field) && isKnown(before),
  )
}

/** A variation goes again that was added, and comes again that was removed. */
export function entryBack(change: ChangeRecord, { product, variations }: InSight): WayBack {
  const there = variations.now(change)
  if (change.verb === 'add') {
    return there
      ? { standing: 'clean', deed: removal(there) }
      : { standing: 'done', deed: { ...actOf(change), before: null, after: null } }
  }
  const gone = removedVariationOf(change)
  const options = variations.optionsNow(optionsOf(gone), change.id)
  return { standing: there ? 'done' : 'clean', deed: addition({ ...gone, options }, product) }
}

export function entryAgain(change: ChangeRecord, { variations }: InSight): Deed | null {
  const there = variations.now(change)
  if (change.verb === 'remove') return there ? removal(there) : null
  const { id: _, ...added } = addedVariationOf(change)
  const options = variations.optionsNow(added.options, change.id)
  const entry = variationLabel({ id: 0, options })
  return there ? null : { ...actOf(change), entry, before: null, after: { ...added, options } }
}

export const removal = (variation: RemoteVariation): Deed => ({
  ...toRemoveVariation(variation.id),
  entry: variationLabel(variation),
  before: variation,
  after: null,
})

function addition(variation: RemoteVariation, { sku }: RemoteProduct, id?: number): Deed {
  const [{ options: _, ...body } = {}] = copiedVariations({ sku, combinations: [variation] }, true)
  const picture = pictureAlong(variation)
  // One that others made has its picture.
  const after = { options: optionsOf(variation), body, ...(id === undefined ? picture && { picture } : { id }) }
  return { ...toAddVariation, entry: variationLabel(variation), before: null, after }
}

/** Variations that came and went between two states. What cannot be read has not gone for that, nor come. */
export function entryDifferences(before: RemoteProduct, after: RemoteProduct): Deed[] {
  const [old, now] = [before.combinations ?? [], after.combinations ?? []]
  const idsOf = (all: readonly RemoteVariation[]) => new Set(all.map(({ id }) => id))
  const [were, are] = [idsOf(old), idsOf(now)]
  return [
    ...(hasUnread(after, 'combinations') ? [] : old.filter(({ id }) => !are.has(id)).map(removal)),
    ...(hasUnread(before, 'combinations')
      ? []
      : now.filter(({ id }) => !were.has(id)).map((each) => addition(each, after, each.id))),
  ]
}

/**
 * Change -> the earlier one that it cannot go before: the add that makes the variation it names, or the removal of one with the options
 * of what it makes.
 */
export function waitingForEntries(ours: readonly ChangeRecord[], all: readonly ChangeRecord[]): Map<number, number> {
  const made = new Map(ours.filter(addsVariation).map(({ id }) => [String(localVariation(id)), id]))
  const removalFor = placesLeft(ours.filter(removesVariation), all)
  return new Map(
    ours.flatMap((change) => {
      const first = addsVariation(change) ? removalFor(change)?.id : made.get(change.key ?? '')
      return first === undefined ? [] : [[change.id, first] as const]
    }),
  )
}

/** Whether one that waits to be made has the options of one that is removed with these. */
export function isPlaceTaken(open: readonly ChangeRecord[], changes: readonly ChangeRecord[]): boolean {
  const removalFor = placesLeft(changes.filter(removesVariation), open)
  return open.some((add) => addsVariation(add) && removalFor(add) !== undefined)
}

/** Whether one of these removals is of a variation made of an option or a choice that is still to go. */
export function isPlaceGone(open: readonly ChangeRecord[], changes: readonly ChangeRecord[]): boolean {
  const renames = open.filter((each) => setsThis(each, 'options'))
  return changes.filter(removesVariation).some((removal) => {
    let pairs: Pair[] | null = optionsOf(removedVariationOf(removal))
    for (const { id, before, after } of renames)
      if (pairs && id > removal.id) pairs = pairsIn(entriesOf(after), pairs, entriesOf(before))
    return pairs === null
  })
}

/**
 * Finds the earlier removal of one with the options of what is made; what is renamed between the two is the same. Each removal is known by
 * its options as they are after each rename, so that hundreds of both are not compared one by one.
 */
function placesLeft(going: readonly ChangeRecord[], open: readonly ChangeRecord[]) {
  const renames = open.filter((each) => setsThis(each, 'options'))
  const before = (id: number) => renames.filter((each) => each.id < id).length
  const placeOf = (pairs: readonly Pair[], at: number) => `${at} ${optionsKey(pairs)}`
  const left = new Map<string, ChangeRecord[]>()
  for (const gone of going) {
    let pairs = optionsOf(removedVariationOf(gone))
    for (let at = before(gone.id); at <= renames.length; at++) {
      const place = placeOf(pairs, at)
      left.set(place, [...(left.get(place) ?? []), gone])
      pairs = renamedBy(renames.slice(at, at + 1), pairs)
    }
  }
  return (add: ChangeRecord): ChangeRecord | undefined =>
    left.get(placeOf(addedVariationOf(add).options, before(add.id)))?.find(({ id }) => id < add.id)
}

/** Options that are in the store have given it other names: what is to be made of them, and what is remembered of one that goes, follow. */
export function followRenames(open: OpenChanges, renames: readonly ChangeRecord[]): void {
  renameIn(open, (pairs, change) =>
    renamedBy(
      renames.filter(({ id }) => id > change.id),
      pairs,
    ),
  )
}

/** The same where a rename is taken back before it was sent. */
export function unfollowRename(open: OpenChanges, { id, before, after }: ChangeRecord): void {
  renameIn(open, (pairs, change) => (change.id > id ? pairsBefore(entriesOf(before), entriesOf(after), pairs) : pairs))
}

function renameIn(open: OpenChanges, named: (pairs: Pair[], change: ChangeRecord) => Pair[]): void {
  for (const change of open.all()) {
    if (addsVariation(change)) {
      const added = addedVariationOf(change)
      open.update(change.id, { after: { ...added, options: named(added.options, change) } })
    } else if (removesVariation(change)) {
      const gone = removedVariationOf(change)
      open.update(change.id, { before: { ...gone, options: named(optionsOf(gone), change) } })
    }
  }
}
