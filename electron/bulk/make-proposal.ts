import type { Catalogue } from '../catalogue/catalogue'
import { variationsAlong } from '../changes/copied-variations'
import { grow } from '../changes/grow'
import { seeProduct, type Seen } from '../changes/reindex'
import type { BulkAction } from '../shared/bulk-action'
import { isCreate, toSet } from '../shared/change-address'
import type { StoreWords } from '../shared/fields/kind'
import { fieldOf } from '../shared/fields/product-fields'
import type { Reference } from '../shared/fields/references'
import { isProposedProduct, newVariationSchema, shelfOfProposal } from '../shared/proposal'
import { skuKey } from '../shared/sku-key'
import { pairsKey } from '../shared/variations/choosable'
import type { NewDefaults } from '../shared/new-defaults'
import { once } from '../shared/once'
import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import type { ShelfNames } from '../snapshots/shelf-names'
import { productThen } from '../snapshots/thing-content'
import { toBulkProduct } from './bulk-product'
import { ofFormerChoices } from './choices-that-stay'
import { dryRun } from './dry-run'
import { byTarget } from './edit-operations'
import { filedBack } from './filed-back'
import { editsOfNew } from './new-product'
import { mediaBack } from './media-back'
import { optionsBack } from './options-back'
import { proposeOrders } from './orders-back'
import { picturesThere } from './pictures-there'
import type { BulkProduct, ProposedEdit } from './planner'
import { editsOfCategory } from './plan-category'
import { editsOfReturning, returning } from './returning-product'
import { editsOfShelf, isHereOrComes } from './shelves-back'
import { proposedEdits } from './planners'
import { ofEmptied, ofLeftOut, warningsOf, weightOf } from './warnings'

/** `names`: what the snapshot that is gone back to calls what products are filed in. */
type Parts = { catalogue: Catalogue; words: () => StoreWords; names: () => ShelfNames | null }

const productsAtOnce = 100

/** What an action would make of one product. `given`: SKUs that its proposal gives to variations, which those of this one join. */
export function editsOfProduct(
  { catalogue, words, names }: Parts,
  seen: Seen,
  at: { id: number; place: number; proposalId: number | null },
  action: BulkAction,
  given: Set<string> = new Set(),
) {
  const product = toBulkProduct(at.id, seen.current)
  const isTaken = (sku: string) => given.has(skuKey(sku)) || catalogue.products.skuOwner(sku, at.id) !== null
  const imported = at.proposalId === null ? null : catalogue.importedRows.get(at.proposalId, at.id)
  const pictures = once(() => picturesThere(catalogue, at.id, seen.current))
  const was = action.kind === 'put-back' ? keptThen(catalogue, action.snapshotId, at.id, names()) : null
  const context = {
    words: words(),
    draft: action.kind === 'typed' ? (catalogue.drafts.get(at.id) ?? null) : null,
    was:
      was &&
      withoutComing(seen, inNamesSince(catalogue, product, withAttributesNow(toBulkProduct(at.id, was), names()))),
    ...(was && { mediaBack: mediaBack(catalogue, at.id, { was, now: seen.current }) }),
    imported,
    pictures: (variationId: number | null) => pictures()(variationId),
    place: at.place,
    isTaken,
  }
  const planned = proposedEdits(product, action, context)
  const called = names()
  const edits = dryRun(
    catalogue,
    seen,
    product,
    called ? filed({ catalogue, called }, planned, at.proposalId) : planned,
  )
  for (const edit of edits) noteGiven(given, edit)
  const mine = byTarget(edits)
  const ofProduct = mine.get(null) ?? []
  const warned = { fields: product.fields, own: new Map(product.variations.map(({ id, own }) => [id, own])) }
  /** What counts for it beside itself. */
  const beside = ({ variationId }: Pick<NewProposedEdit, 'variationId'>) =>
    variationId === null ? ofProduct : [...ofProduct, ...(mine.get(variationId) ?? [])]
  return edits.map((edit): NewProposedEdit => {
    if (edit.standing === 'same') return { ...edit, warnings: [], weight: 0 }
    return {
      ...edit,
      warnings: [
        ...warningsOf(edit, warned, beside(edit), isTaken),
        ...(action.kind === 'import' ? [...ofEmptied(edit), ...ofLeftOut(edit)] : []),
        ...(imported ? ofFormerChoices(edit, imported) : []),
      ],
      weight: weightOf(edit),
    }
  })
}

/** Goes over the products of a proposal from where it stands; some are of products that it makes. Returns whether it came to its end. */
export async function makeProposal(
  parts: Parts & { newDefaults: () => NewDefaults; signal: AbortSignal; onProgress: () => void },
  { id, action, done, selected }: { id: number; action: BulkAction; done: number; selected: () => number[] },
): Promise<boolean> {
  const { catalogue, signal, onProgress } = parts
  const { proposals, proposedEdits: edits } = catalogue
  const [words, newDefaults, names] = [once(parts.words), once(parts.newDefaults), once(parts.names)]
  if (action.kind === 'put-back') {
    await names()?.ready()
    // Not asked again of what is begun: there they are what is to be gone over.
    const { snapshotId } = action
    const ids = done === 0 ? await returning(catalogue, { snapshotId, signal }, selected()) : null
    if (signal.aborted) return false
    if (ids) proposals.setProducts(id, ids)
  }
  const productIds = proposals.productIds(id)
  let place = done
  const given = new Set(edits.newSkus(id).map(skuKey))

  const isTaken = (sku: string) => given.has(skuKey(sku)) || catalogue.products.skuOwner(sku, null) !== null

  function addNew(productId: number): void {
    const called = names()
    const made =
      action.kind === 'put-back' && called
        ? editsOfReturning(catalogue, { snapshotId: action.snapshotId, names: called, id: productId, proposalId: id })
        : editsOfNew({ catalogue, words, newDefaults, isTaken }, productId, catalogue.importedRows.get(id, productId))
    for (const edit of made.edits) noteGiven(given, edit)
    catalogue.proposedProducts.add(id, productId, made)
    edits.add(id, place, productId, made.edits)
  }

  function ofShelf(proposed: number, localId: number) {
    const said = catalogue.importedRows.get(id, proposed)
    if (said) return editsOfCategory(catalogue, localId, said.own)
    const called = names()
    if (action.kind !== 'put-back' || !called) return null
    const { comes, ...back } = editsOfShelf(catalogue, {
      snapshotId: action.snapshotId,
      localId,
      names: called,
      comes: (named) => isHereOrComes(catalogue, id, named),
    })
    if (comes) catalogue.proposedCategories.add(id, comes, null)
    return back
  }

  function addShelf(proposed: number, localId: number): void {
    const found = ofShelf(proposed, localId)
    if (!found || found.edits.length === 0) return
    catalogue.proposedProducts.add(id, proposed, { name: found.name, sku: '' })
    edits.add(id, place, proposed, found.edits)
  }

  function write(productId: number): number[] {
    const shelf = shelfOfProposal(productId)
    const isNew = isProposedProduct(productId)
    const seen = isNew ? undefined : seeProduct(catalogue, productId)
    if (shelf !== null) addShelf(productId, shelf)
    else if (isNew) addNew(productId)
    else if (seen) {
      const found = editsOfProduct(
        { catalogue, words, names },
        seen,
        { id: productId, place, proposalId: id },
        action,
        given,
      )
      if (action.kind === 'import') edits.addOfTable(id, place, productId, found)
      else edits.add(id, place, productId, found)
    }
    place += 1
    return [productId]
  }

  const isWanted = () => proposals.get(id)?.state === 'making'
  const isWhole = await grow({
    catalogue,
    signal,
    isWanted,
    next: () => productIds.slice(place, place + productsAtOnce),
    write,
    note: () => proposals.setDone(id, place),
    tell: onProgress,
    // Made anew by the next start.
    commit: catalogue.repeatable,
  })
  const called = names()
  if (!isWhole || action.kind !== 'put-back' || !called) return isWhole
  return proposeOrders({ catalogue, names: called, signal, isWanted }, { id, snapshotId: action.snapshotId })
}

function noteGiven(
  given: Set<string>,
  { field, standing, after }: Pick<NewProposedEdit, 'field' | 'standing' | 'after'>,
): void {
  const sku = field === 'variation' && standing === 'in' ? newVariationSchema.parse(after).fields.sku : null
  if (sku) given.add(skuKey(sku))
}

function keptThen(catalogue: Catalogue, snapshotId: number, id: number, names: ShelfNames | null) {
  // Of one that is gone nothing was there, and all of it would have to go.
  catalogue.snapshots.assertKept(snapshotId)
  const then = productThen(catalogue, snapshotId, id)
  return then && names ? names.inProduct(then) : then
}

/** Its options have the names that they have had since: what is made of them follows them back. */
function inNamesSince({ changes }: Catalogue, now: BulkProduct, was: BulkProduct): BulkProduct {
  if (fieldOf('options').kind.isSame(was.fields.options, now.fields.options)) return was
  const done = changes.alike({ productId: now.id, ...toSet('options') }).filter(({ state }) => state !== 'taken-back')
  return { ...was, fields: { ...was.fields, options: optionsBack({ was, now }, done) } }
}

/** Variations that a product takes along when it is made are in its create, and nowhere else until then. */
function withoutComing({ open }: Seen, was: BulkProduct): BulkProduct {
  const coming = new Set(open.filter(isCreate).flatMap(({ after }) => variationsAlong(after).map(pairsKey)))
  return { ...was, variations: was.variations.filter(({ options }) => !coming.has(pairsKey(options))) }
}

/** Where something of it is neither here nor comes back with the proposal, its row says so. */
function filed(
  { catalogue, called }: { catalogue: Catalogue; called: ShelfNames },
  planned: readonly ProposedEdit[],
  proposalId: number | null,
): ProposedEdit[] {
  const comes = (named: Reference) => isHereOrComes(catalogue, proposalId, named)
  return filedBack(planned, { comes, calledThen: called.calledThen }).flatMap(({ edit, after, isNothing, reason }) => [
    ...(isNothing ? [] : [{ ...edit, after }]),
    ...(reason ? [{ ...edit, reason }] : []),
  ])
}

const withAttributesNow = (product: BulkProduct, names: ShelfNames | null): BulkProduct =>
  names
    ? {
        ...product,
        fields: names.inFields(product.fields),
        variations: product.variations.map((each) => ({ ...each, own: names.inFields(each.own) })),
      }
    : product
