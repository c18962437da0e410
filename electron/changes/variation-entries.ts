import type { Catalogue } from '../catalogue/catalogue'
import { actOf, addsVariation, toAddVariation, toRemoveVariation } from '../shared/change-address'
import { addedVariationSchema, type AddedVariation, type ChangeRecord, type Deed } from '../shared/change-record'
import { isOwnField, ownFieldNames, ownFieldOf, readOwn } from '../shared/fields/own-fields'
import type { ProductField } from '../shared/fields/product-fields'
import { pairsIn } from '../shared/fields/renamed-variations'
import { remoteVariationSchema, type RemoteProduct, type RemoteVariation } from '../shared/remote-product'
import { hasUnread } from '../shared/unread-entries'
import type { WayBack } from './adapters/adapter'
import { copiedVariations } from './copied-variations'
import { ownDifferences } from './own-values'
import { pictureAlong, variationLabel, variationOfChange, withPictureAlong } from './variation-pictures'

// Variations that are made and removed. One that is not in the store yet is called by the change that makes it, below zero.

type Pair = { name: string; value: string }

export const localVariation = (changeId: number): number => -changeId

export const addedVariationOf = ({ after }: Pick<ChangeRecord, 'after'>): AddedVariation =>
  addedVariationSchema.parse(after)
/** As it was when its removal was decided. */
export const removedVariationOf = ({ before }: Pick<ChangeRecord, 'before'>): RemoteVariation =>
  remoteVariationSchema.parse(before)

export const hasOptions = ({ options = [] }: Pick<RemoteVariation, 'options'>, wanted: readonly Pair[]): boolean =>
  options.length === wanted.length &&
  wanted.every(({ name, value }) => options.some((each) => each.name === name && each.value === value))

const optionsOf = ({ options = [] }: RemoteVariation): Pair[] => options.map(({ name, value }) => ({ name, value }))

/** The product with waiting variations, and without those that are to go. */
export function withEntries(product: RemoteProduct, changes: readonly ChangeRecord[]): RemoteProduct {
  return changes.reduce((shown, change) => {
    const { combinations = [] } = shown
    if (change.verb === 'remove')
      return { ...shown, combinations: combinations.filter(({ id }) => String(id) !== change.key) }
    const decided = addedVariationOf(change)
    // What it is made of may have been renamed since it was decided.
    const added = { ...decided, options: pairsIn(shown.options ?? [], decided.options) ?? decided.options }
    // In the store already, and only the change is not settled yet.
    if (change.verb !== 'add' || combinations.some((each) => hasOptions(each, added.options))) return shown
    return { ...shown, combinations: [...combinations, asShown(added, change.id, combinations)] }
  }, product)
}

function asShown({ options, body, picture }: AddedVariation, changeId: number, others: readonly RemoteVariation[]) {
  const shown = remoteVariationSchema.parse({
    ...body,
    id: localVariation(changeId),
    combinationNumber: Math.max(0, ...others.map(({ combinationNumber = 0 }) => combinationNumber)) + 1,
    options,
  })
  return picture ? withPictureAlong(shown, picture, changeId) : shown
}

/**
 * Whether the store's is the one that was made so. It may have been sold since; and others may have edited one that has the SKU that was
 * typed for it.
 */
export function isMadeAs({ options, body }: AddedVariation, there: RemoteVariation, product: RemoteProduct): boolean {
  const made = remoteVariationSchema.parse({ ...body, id: there.id, options })
  const isSame = (field: ProductField) =>
    ownFieldOf(field)?.kind.isSame(readOwn(made, product, field), readOwn(there, product, field)) ?? false
  if (readOwn(made, product, 'sku') !== null && isSame('sku')) return true
  return ownFieldNames.every((field) => field === 'quantity' || readOwn(made, product, field) === null || isSame(field))
}

/** Whether others changed a variation since its removal was decided; a sale is no edit, and `ours` are no news. */
export function isChangedSince(
  decided: RemoteVariation,
  there: RemoteVariation,
  product: RemoteProduct,
  ours: readonly ChangeRecord[],
): boolean {
  const own = new Set(ours.map(({ field }) => field))
  return ownDifferences([decided, product], [there, product]).some(
    ({ field }) => field !== 'quantity' && isOwnField(field) && !own.has(field),
  )
}

/** A variation goes again that was added, and comes again that was removed. */
export function entryBack(change: ChangeRecord, product: RemoteProduct): WayBack {
  if (change.verb === 'add') {
    const { options } = addedVariationOf(change)
    const there = product.combinations?.find((each) => hasOptions(each, options))
    return there
      ? { standing: 'clean', deed: removal(there) }
      : { standing: 'done', deed: { ...actOf(change), before: null, after: null } }
  }
  const gone = removedVariationOf(change)
  const isThere = product.combinations?.some((each) => hasOptions(each, optionsOf(gone)))
  return { standing: isThere ? 'done' : 'clean', deed: addition(gone, product) }
}

export function entryAgain(change: ChangeRecord, product: RemoteProduct): Deed | null {
  if (change.verb === 'remove') {
    const there = variationOfChange(product, change)
    return there ? removal(there) : null
  }
  const { id: _, ...after } = addedVariationOf(change)
  const isThere = product.combinations?.some((each) => hasOptions(each, after.options))
  return isThere ? null : { ...actOf(change), entry: change.entry, before: null, after }
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

/** Change -> the add that it cannot go before, because it names the variation that is made by it. */
export function waitingForAdds(open: readonly ChangeRecord[]): Map<number, number> {
  const made = new Map(
    open.flatMap(({ id, list, verb }) =>
      list === 'variations' && verb === 'add' ? [[String(localVariation(id)), id] as const] : [],
    ),
  )
  return new Map(
    open.flatMap(({ id, list, key }) => {
      const add = list === 'variations' && key !== null ? made.get(key) : undefined
      return add === undefined ? [] : [[id, add] as const]
    }),
  )
}

/** The id that a variation has now, by whichever it is known. */
export function variationNow({ changes }: Pick<Catalogue, 'changes'>, id: number): number {
  const add = id < 0 ? changes.get(-id) : undefined
  return (add && addsVariation(add) && addedVariationOf(add).id) || id
}
