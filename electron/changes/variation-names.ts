import type { Catalogue } from '../catalogue/catalogue'
import { addsVariation, removesVariation, setsOwn, setsVariationPicture } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import type { Pair } from '../shared/fields/renamed-variations'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import {
  addedVariationOf,
  hasOptions,
  localVariation,
  optionsOf,
  removedVariationOf,
  renamedBy,
} from './variation-entries'

/** A change that names a variation, or makes it. */
type Naming = Pick<ChangeRecord, 'id' | 'verb' | 'key'>
/** Options by the names that they had when a change was made. */
type Made = { pairs: readonly Pair[]; since: number }

/** What the variations of a product are called now, by whichever name a change has for them. */
export type VariationNames = {
  /** As it is shown. Undefined: it is gone. */
  now(change: Naming): RemoteVariation | undefined
  /** The keys that it has had since, its own the first. */
  keysSince(change: Naming): string[]
  /** Options that a change has named, by the names that they have now. */
  optionsNow(pairs: readonly Pair[], since: number): Pair[]
}

/**
 * One that was made here may have come into the store since, one that was removed may have come back by an undo, been done again by a redo,
 * or been made anew with the same options, and these may have other names. `shown`: the product as its owner sees it. Made anew whenever
 * changes were written.
 */
export function variationsNow(
  { changes }: Pick<Catalogue, 'changes'>,
  productId: number,
  { combinations = [] }: RemoteProduct,
): VariationNames {
  const shown = new Map(combinations.map((variation) => [String(variation.id), variation]))
  // Only what is not shown is looked for.
  let read: ChangeRecord[] | null = null
  const past = () => (read ??= changes.namingVariations(productId))
  const isMeant = ({ state }: ChangeRecord) => state !== 'taken-back'

  const addOf = (name: string): ChangeRecord | undefined => {
    const add = Number(name) < 0 ? changes.get(-Number(name)) : undefined
    return add && addsVariation(add) ? add : undefined
  }
  const removalOf = (name: string): ChangeRecord | undefined =>
    past().findLast((each) => removesVariation(each) && each.key === name && isMeant(each))

  function next(name: string): string | undefined {
    const add = addOf(name)
    if (add?.state === 'sent') return keyOf(addedVariationOf(add).id)
    const again = add ? changes.redoneBy(add.id) : null
    if (again !== null) return keyOf(localVariation(again))
    const removal = removalOf(name)
    const back =
      removal && past().findLast((each) => addsVariation(each) && each.reverts === removal.id && isMeant(each))
    return keyOf(back && localVariation(back.id))
  }

  function madeAs(name: string): Made | null {
    const removal = removalOf(name)
    if (removal) return { pairs: optionsOf(removedVariationOf(removal)), since: removal.id }
    const add = addOf(name) ?? past().find((each) => addsVariation(each) && keyOf(addedVariationOf(each).id) === name)
    return add ? { pairs: addedVariationOf(add).options, since: add.id } : null
  }

  const optionsNow = (pairs: readonly Pair[], since: number): Pair[] =>
    renamedBy(
      past().filter((each) => each.list === null && each.id > since && isMeant(each)),
      pairs,
    )

  function follow({ id, verb, key }: Naming): { variation: RemoteVariation | undefined; keys: string[] } {
    const keys: string[] = []
    let made: Made | null = null
    let name = verb === 'add' ? keyOf(localVariation(id)) : (key ?? undefined)
    for (; name !== undefined && !keys.includes(name); name = next(name)) {
      keys.push(name)
      const variation = shown.get(name)
      if (variation) return { variation, keys }
      made = madeAs(name) ?? made
    }
    const options = made && optionsNow(made.pairs, made.since)
    const variation = options ? combinations.find((each) => hasOptions(each, options)) : undefined
    return { variation, keys: variation ? [...keys, String(variation.id)] : keys }
  }

  return {
    now: (change) => follow(change).variation,
    keysSince: (change) => follow(change).keys,
    optionsNow,
  }
}

const keyOf = (id: number | undefined): string | undefined => (id === undefined ? undefined : String(id))

/** What waits for a variation that was removed in the store and is there again goes to the one that is there. Belongs into a write. */
export function followVariations(catalogue: Catalogue, productId: number, stored: RemoteProduct): void {
  const names = variationsNow(catalogue, productId, stored)
  for (const change of catalogue.changes.openOf('product', productId)) {
    if (!(setsOwn(change) || setsVariationPicture(change)) || Number(change.key) < 0) continue
    const key = keyOf(names.now(change)?.id)
    if (key !== undefined && key !== change.key) catalogue.changes.update(change.id, { key })
  }
}
