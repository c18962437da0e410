import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import type { Operation } from '../shared/change'
import { isDelete, removesPicture } from '../shared/change-address'
import type { ChangeRecord, NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { ProductPatch } from '../shared/fields/product-fields'
import { says } from '../shared/sentence'
import type { SetLabel } from '../shared/set-label'
import { fileNow } from './files'
import { mending, needingOwner, withoutAdd } from './mending'
import { openChanges, type OpenChanges } from './open-changes'
import { namesNow, type NameNow } from './picture-names'
import { placesOfGone, withPlace } from './picture-places'
import { planChanges, type PlanContext } from './plan'
import { reindexProduct, seeProduct, type Seen } from './reindex'
import { remembered } from './remembered'
import { variationsNow, type VariationNames } from './variation-names'
import { isShelf } from './reindex-thing'
import { reindexShelf, seeShelf, shelfNamed } from './shelves'

/** How long a delete rests before it is sent: within it, Undo costs nothing. */
export const deleteRestMs = 8_000

/** What is open of a product while changes are added to it, and what of that needed its owner before. */
type OfProduct = { open: OpenChanges; needsOwner: readonly ChangeRecord[] }
const ofProduct = (open: OpenChanges): OfProduct => ({ open, needsOwner: needingOwner(open.all()) })

/** Removals that are planned together start from the same pictures. */
function withPlaces(catalogue: Catalogue, planned: readonly NewChange[]): readonly NewChange[] {
  const gone = remembered((productId) => placesOfGone(catalogue, productId))
  return planned.map((each) => (removesPicture(each) ? withPlace(each, gone(each.productId)) : each))
}

export type NewSet = Pick<ChangeSetRecord, 'source' | 'label'> & { revertOf?: number }

/**
 * The one way to write a change set: a new one, which is made with its first change, or one that grows (`into`: its id). What is
 * added takes the place of what was refused of the same thing, and is in the list at once. Everything belongs into a transaction.
 */
export function writeSet(catalogue: Catalogue, now: number, into: NewSet | number) {
  const { changes } = catalogue
  const touched = new Set<number>()
  let setId = typeof into === 'number' ? into : null

  function made(): number {
    if (typeof into === 'number') return into
    const { source, label, revertOf = null } = into
    return (setId ??= changes.insertSet({ source, label, createdAt: now, revertOf }))
  }

  function addOne(each: NewChange, of: OfProduct): number {
    const { change, isDone } = withoutAdd(catalogue, mending(catalogue, each, of.needsOwner), of.open)
    const id = changes.insert(made(), change, isDone ? now : null)
    if (isDelete(change)) changes.update(id, { retryAt: now + deleteRestMs })
    // A removal that follows ends what is about its entry alone.
    const added = change.list !== null && !isDone ? changes.get(id) : undefined
    if (added) of.open.add(added)
    return id
  }

  /** The ids of the changes, in their order. `seen`: what they were planned from. */
  function add(planned: readonly NewChange[], seen: ReadonlyMap<number, Seen> = new Map()): number[] {
    const products = new Map<number, OfProduct>()
    const ids = withPlaces(catalogue, planned).map((each) => {
      const { thing, productId } = each
      const open = seen.get(productId)?.open
      const of = products.get(productId) ?? ofProduct(openChanges(catalogue, { thing, id: productId }, open))
      products.set(productId, of)
      return addOne(each, of)
    })
    for (const productId of products.keys()) {
      if (isShelf(productId)) reindexShelf(catalogue, productId)
      else reindexProduct(catalogue, productId, seen.get(productId)?.remote ?? undefined)
      touched.add(productId)
    }
    return ids
  }

  function ask(operations: readonly Operation[], seen = new Map<number, Seen>()): number[] {
    return add(planChanges(operations, planContext(catalogue, seen)), seen)
  }

  return {
    /** Null as long as nothing was added. */
    id: (): number | null => setId,
    /** Products that look different. */
    productIds: (): number[] => [...touched],
    add: (planned: readonly NewChange[]): number[] => add(planned),
    /** Plans what is asked for, from what the products are now, and adds it. `seen`: those that are read already. */
    ask,
    /** What is in the store since `at`, and in the list already. */
    record: (change: NewChange, at: number): void => void changes.insert(made(), change, at),
    /** What it is about, as far as it has grown. */
    relabel(label: SetLabel): void {
      if (setId !== null) changes.relabel(setId, label)
    },
  }
}
export type WrittenSet = ReturnType<typeof writeSet>

/** What would be added, without adding it. `seen`: products as they are read already. */
export const plannedChanges = (
  catalogue: Catalogue,
  operations: readonly Operation[],
  seen: Map<number, Seen> = new Map(),
): NewChange[] => planChanges(operations, planContext(catalogue, seen))

/** The same of a product more, and of what belongs to it, without giving it an id. */
export const plannedCreate = (
  catalogue: Catalogue,
  fields: ProductPatch,
  more: readonly Operation[] = [],
): NewChange[] =>
  planChanges([{ kind: 'create', fields }, ...more], { ...planContext(catalogue, new Map()), newProduct: () => 0 })

/** Planning writes nothing, so that a product is read once for all that is planned on it, and remembered in `seen`. */
function planContext(catalogue: Catalogue, seen: Map<number, Seen>): PlanContext {
  const names = new Map<number, NameNow>()
  const variations = new Map<number, VariationNames>()
  return {
    current(productId) {
      const product = seen.get(productId) ?? seeProduct(catalogue, productId)
      if (!product) throw new AppError('not-found', says('product-gone-unchanged'))
      seen.set(productId, product)
      return product.current
    },
    newProduct: () => catalogue.products.create(),
    newShelf: (thing) => catalogue.shelves.create(thing),
    shelf: (thing, id) => seeShelf(catalogue, shelfNamed(catalogue, thing, id)),
    ecwidId: (productId) => catalogue.products.ecwidIdOf(productId),
    categories: () => catalogue.categories.list(),
    productTypes: () => catalogue.productTypes.list(),
    fileNow: (id) => fileNow(catalogue, id),
    variationNow(productId, shown, id) {
      const known = variations.get(productId) ?? variationsNow(catalogue, productId, shown)
      variations.set(productId, known)
      return known.now({ id: 0, verb: 'set', key: String(id) })?.id ?? id
    },
    nameNow(productId, shown, key) {
      const nameNow = names.get(productId) ?? namesNow(catalogue, productId, shown)
      names.set(productId, nameNow)
      return nameNow(key)
    },
  }
}
