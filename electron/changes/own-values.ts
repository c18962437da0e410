import { removesVariation, setsOwn, toSetOwn } from '../shared/change-address'
import type { ChangeRecord, Deed } from '../shared/change-record'
import { isEqual } from '../shared/fields/equal'
import { isOwnField, layOwn, ownFieldNames, ownFieldOf, readOwn, withOwnStock } from '../shared/fields/own-fields'
import { remoteVariationSchema, type RemoteProduct, type RemoteVariation } from '../shared/remote-product'
import type { InSight, WayBack } from './adapters/adapter'
import { mergeValues, type Way } from './merge'
import { mergedBack } from './merged-back'
import type { OpenChanges } from './open-changes'
import { shownStockEdits, stockDelta } from './stock'
import { variationLabel } from './variation-pictures'

// What variations have of their own, or as their product has it: then it is null.

/** A product with waiting changes of what its variations have of their own laid over it. */
export function withOwnValues(product: RemoteProduct, changes: readonly ChangeRecord[]): RemoteProduct {
  const byVariation = new Map<string | null, ChangeRecord[]>()
  for (const change of changes.filter(setsOwn)) {
    const others = byVariation.get(change.key)
    if (others) others.push(change)
    else byVariation.set(change.key, [change])
  }
  const combinations = product.combinations?.map((variation) => {
    const its = byVariation.get(String(variation.id)) ?? []
    const counts = its.filter(({ field }) => field === 'quantity')
    const counted = shownStockEdits(counts, withOwnStock(variation, product))
    return its
      .filter(({ id }) => !counted.has(id))
      .reduce((shown, change) => withEdit(shown, product, change), variation)
  })
  return { ...product, combinations }
}

function withEdit(
  variation: RemoteVariation,
  product: RemoteProduct,
  { field, state, before, after }: ChangeRecord,
): RemoteVariation {
  if (!isOwnField(field)) return variation
  const theirs = readOwn(variation, product, field)
  // A stock that its owner is asked about shows the number that was typed.
  const isAsked = field === 'quantity' && state === 'conflict'
  const merge = mergeValues(wayOf(field, before, after), isAsked ? theirs : before, after, theirs)
  return merge.outcome === 'same' ? variation : layOwn(variation, field, merge.value, product)
}

/** Where there is no number on one side there is no difference either. */
function wayOf(field: string, ...sides: unknown[]): Way {
  const own = ownFieldOf(field)
  if (!own) throw new Error(`${field} is no field of a variation`)
  return sides.includes(null) && own.merge === 'difference' ? { ...own, merge: 'value' } : own
}

/** The stock that went with an SKU that is not emptied after all. */
export const stockAlong = (open: readonly ChangeRecord[], gone: ChangeRecord): ChangeRecord[] =>
  setsOwn(gone) && gone.field === 'sku' && gone.after === null
    ? open.filter(
        ({ setId, key, field, after }) =>
          setId === gone.setId && key === gone.key && after === null && (field === 'unlimited' || field === 'quantity'),
      )
    : []

/** A removal remembers the variation as it was shown: without an edit that is taken back it was shown otherwise. */
export function withoutEdit(open: OpenChanges, gone: ChangeRecord, isKept: boolean): void {
  const { key, field, before, after } = gone
  const removal = open.all().find((each) => removesVariation(each) && each.key === key && each.id > gone.id)
  if (!removal || !isOwnField(field)) return
  const variation = remoteVariationSchema.parse(removal.before)
  const isCounted = field === 'quantity' && before !== null && after !== null && variation.quantity !== undefined
  if (isKept && !isCounted) return
  const value = isCounted ? (variation.quantity ?? 0) - stockDelta([gone]) : before
  open.update(removal.id, { before: layOwn(variation, field, value) })
}

export function ownBack(change: ChangeRecord, { product, variations }: InSight): WayBack {
  const { field, before, after } = change
  const variation = variations.now(change)
  if (!variation) return { standing: 'stuck', reason: 'variation-not-here' }
  if (!isOwnField(field)) return { standing: 'stuck', reason: 'field-not-known' }
  const now = readOwn(variation, product, field)
  const about = { ...toSetOwn(variation.id, field), entry: variationLabel(variation) }
  return mergedBack(wayOf(field, before, after), change, now, about)
}

export function ownAgain(change: ChangeRecord, { product, variations }: InSight): Deed | null {
  const { field, before, after, theirs } = change
  const variation = variations.now(change)
  if (!variation || !isOwnField(field)) return null
  const same = { ...toSetOwn(variation.id, field), entry: variationLabel(variation), before, after }
  // What was a conflict has been seen: it is done over what the store has.
  return field === 'quantity' ? same : { ...same, before: theirs ?? readOwn(variation, product, field) }
}

/** What differs between two states of a variation. */
export function ownDifferences(
  [earlier, before]: [RemoteVariation, RemoteProduct],
  [now, after]: [RemoteVariation, RemoteProduct],
): Deed[] {
  if (isEqual(earlier, now) && before.sku === after.sku) return []
  return ownFieldNames.flatMap((field): Deed[] => {
    const [old, current] = [readOwn(earlier, before, field), readOwn(now, after, field)]
    if (ownFieldOf(field)?.kind.isSame(old, current)) return []
    return [{ ...toSetOwn(now.id, field), entry: variationLabel(now), before: old, after: current }]
  })
}
