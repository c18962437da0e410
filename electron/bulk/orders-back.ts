import type { Catalogue } from '../catalogue/catalogue'
import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import { createPacer } from '../changes/pacer'
import { isEqual } from '../shared/fields/equal'
import { idsInOrder } from '../shared/fields/product-order'
import { shelfInProposal, shelfOfProposal } from '../shared/proposal'
import { inOrderOf, placedAmong } from '../snapshots/order-then'
import type { ShelfNames } from '../snapshots/shelf-names'
import { contentNow, contentThen, productThen } from '../snapshots/thing-content'
import { shelfRow } from './shelf-row'
import { comesBack, nameOf } from './shelves-back'

type Parts = { catalogue: Catalogue; names: ShelfNames; signal: AbortSignal; isWanted: () => boolean }
type Of = { id: number; snapshotId: number }
/** By what a category is called: the products that come into it, as it is to name them. `anew`: what those that come back whole were called then. */
type Coming = { into: Map<number, number[]>; anew: Map<number, number> }
type Edit = { name: string; edit: NewProposedEdit }

const filingsAtOnce = 200

/**
 * Proposes the order that products had in their categories, once it is known which come into them, since the store puts those behind the
 * others. Categories that go back themselves have all of their order back; in others only those have their place that come. Whether it came
 * to its end; begun anew it begins over.
 */
export async function proposeOrders(parts: Parts, of: Of): Promise<boolean> {
  const { catalogue, signal, isWanted, names } = parts
  const { proposals, proposedEdits, proposedProducts } = catalogue
  const productIds = proposals.productIds(of.id)
  catalogue.repeatable(() => proposedEdits.removeFrom(of.id, productIds.length))
  const coming = await comingBack(parts, of)
  const goesBack = new Set(productIds.flatMap((each) => shelfOfProposal(each) ?? []))
  const wanted = new Set([...goesBack, ...[...coming.into.keys()].flatMap((name) => localIdOf(catalogue, name) ?? [])])
  const pace = createPacer()
  let place = productIds.length
  for (const localId of wanted) {
    if (signal.aborted || !isWanted()) return false
    const found = orderOf(catalogue, of, { localId, coming, names, isWhole: goesBack.has(localId) })
    if (found) {
      catalogue.repeatable(() => {
        proposedProducts.add(of.id, shelfInProposal(localId), { name: found.name, sku: '' })
        proposedEdits.add(of.id, place, shelfInProposal(localId), [found.edit])
      })
      place += 1
    }
    await pace()
  }
  return !signal.aborted && isWanted()
}

const localIdOf = ({ shelves }: Catalogue, name: number): number | undefined =>
  name < 0 ? name : shelves.findByEcwidId('category', name)

async function comingBack({ catalogue, names, signal }: Parts, { id, snapshotId }: Of): Promise<Coming> {
  const coming: Coming = { into: new Map(), anew: new Map() }
  const pace = createPacer()
  let upTo = 0
  function note(product: number, categories: readonly number[]): void {
    for (const each of categories) {
      const into = coming.into.get(each) ?? []
      coming.into.set(each, into)
      into.push(product)
    }
  }
  for (;;) {
    const filings = catalogue.proposedEdits.filings(id, upTo, filingsAtOnce)
    for (const { productId, field, before, after } of filings) {
      if (field === 'new') {
        const then = productThen(catalogue, snapshotId, -productId)
        if (then) coming.anew.set(then.id, productId)
        if (then) note(productId, names.inProduct(then).categoryIds ?? [])
      } else {
        const ecwidId = catalogue.products.ecwidIdOf(productId)
        if (ecwidId !== null)
          note(
            ecwidId,
            namesIn(after).filter((each) => !namesIn(before).includes(each)),
          )
      }
      await pace()
    }
    upTo = filings.at(-1)?.id ?? upTo
    if (filings.length < filingsAtOnce || signal.aborted) return coming
  }
}

const namesIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []

type Category = { localId: number; coming: Coming; names: ShelfNames; isWhole: boolean }

/** Null: nothing moves in it. */
function orderOf(
  catalogue: Catalogue,
  { id, snapshotId }: Of,
  { localId, coming, names, isWhole }: Category,
): Edit | null {
  const [then, now] = [contentThen(catalogue, snapshotId, localId), contentNow(catalogue, localId)]
  if (then?.thing !== 'category' || (now && now.thing !== 'category')) return null
  if (!now && !comesBack(catalogue, id, { thing: 'category', id: localId })) return null
  const was = idsInOrder(then.is['productIds']).flatMap(
    (each) => coming.anew.get(each) ?? names.nameNow({ thing: 'product', id: each }) ?? [],
  )
  const filed = new Set(now ? [now.is.id, localId].flatMap((name) => coming.into.get(name) ?? []) : was)
  const comes = new Set([...filed].filter((each) => now || each < 0))
  const inIt = now ? idsInOrder(now.is['productIds']) : was.filter((each) => isInStore(catalogue, each))
  const is = inIt.filter((each) => !comes.has(each))
  const placed = placedAmong([...is, ...comes], comes, was)
  const order = isWhole ? inOrderOf(was, placed) : placed
  // The store puts those that come in the order in which it hears of them.
  if (comes.size < 2 && isEqual(order, [...is, ...comes])) return null
  return { name: nameOf((now ?? then).is), edit: orderEdit(is, order) }
}

const isInStore = ({ products }: Catalogue, id: number): boolean => id > 0 && products.findByEcwidId(id) !== undefined

function orderEdit(before: readonly number[], after: readonly number[]): NewProposedEdit {
  const [was, is] = [before, after].map((ids) => ({
    thing: 'category' as const,
    field: 'productIds',
    value: ids.map((id) => ({ id })),
  }))
  return shelfRow(was!, is!)
}
