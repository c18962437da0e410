import type { Catalogue } from '../catalogue/catalogue'
import { withNamesIn } from '../catalogue/names-in-change'
import { isCreate, type Thing } from '../shared/change-address'
import type { ChangeRecord, NewChange } from '../shared/change-record'
import { createAttributesAnew } from './attributes-anew'
import type { Reference } from '../shared/fields/references'

/**
 * What was deleted comes back under another id; whatever goes back with it or later, a thing at a time or all at once, means that one. What
 * was deleted and not made anew is named by nothing: the store refuses it. Made for one undo, part by part.
 */
export function createNamesAnew(catalogue: Catalogue) {
  const { changes, products, shelves } = catalogue
  const known: Partial<Record<Thing, Map<number, number | null>>> = {}
  const madeAnew = (thing: Thing) => (known[thing] ??= changes.madeAnew(thing))
  const ecwidIdOf = (thing: Thing, id: number) =>
    thing === 'product' ? products.ecwidIdOf(id) : (shelves.get(id)?.ecwidId ?? null)

  function nameNow({ thing, id }: Reference): number | null {
    const isHere = id <= 0 || (thing === 'product' ? products : shelvesOf(thing)).findByEcwidId(id) !== undefined
    const made = isHere ? undefined : madeAnew(thing).get(id)
    if (made === undefined || made === null) return made === null ? null : id
    return ecwidIdOf(thing, made) ?? (thing === 'product' ? -made : made)
  }
  const shelvesOf = (thing: Exclude<Thing, 'product'>) => ({
    findByEcwidId: (id: number) => shelves.findByEcwidId(thing, id),
  })

  const attributesAnew = createAttributesAnew(catalogue, (was) => madeAnew('productType').get(was))

  /** What is not made anew may be in this very undo. */
  const nameOrAsWas = (named: Reference): number => nameNow(named) ?? named.id

  return {
    nameNow,
    /** What a change set, in the names of today: what was deleted since and made anew is found in it. */
    said: (change: ChangeRecord): ChangeRecord =>
      change.verb !== 'set'
        ? change
        : {
            ...change,
            before: withNamesIn(change, change.before, nameOrAsWas),
            after: withNamesIn(change, change.after, nameOrAsWas),
          },
    /** `deleted`: among what goes back now. */
    meant(planned: readonly NewChange[], deleted: readonly ChangeRecord[]): NewChange[] {
      for (const { id, thing, before } of deleted) {
        const made = planned.find((each) => isCreate(each) && each.reverts === id)
        const was = (before as { id?: unknown } | null)?.id
        if (made && typeof was === 'number') madeAnew(thing).set(was, made.productId)
      }
      return planned.map((change) => attributesAnew({ ...change, after: withNamesIn(change, change.after, nameNow) }))
    },
  }
}
export type NamesAnew = ReturnType<typeof createNamesAnew>
