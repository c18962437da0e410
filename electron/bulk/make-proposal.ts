import type { Catalogue } from '../catalogue/catalogue'
import { grow } from '../changes/grow'
import { seeProduct, type Seen } from '../changes/reindex'
import type { BulkAction } from '../shared/bulk-action'
import type { StoreWords } from '../shared/fields/kind'
import { isProposedProduct, newVariationSchema } from '../shared/proposal'
import { skuKey } from '../shared/sku-key'
import type { NewDefaults } from '../shared/new-defaults'
import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import { productThen } from '../snapshots/thing-content'
import { toBulkProduct } from './bulk-product'
import { dryRun } from './dry-run'
import { editsOfNew } from './new-product'
import { picturesThere } from './pictures-there'
import { editsOfReturning } from './returning-product'
import { proposedEdits } from './planners'
import { ofEmptied, warningsOf, weightOf } from './warnings'

type Parts = { catalogue: Catalogue; words: () => StoreWords }

const productsAtOnce = 100

/** What an action would make of one product. `given`: SKUs that its proposal gives to variations, which those of this one join. */
export function editsOfProduct(
  { catalogue, words }: Parts,
  seen: Seen,
  at: { id: number; place: number; proposalId: number | null },
  action: BulkAction,
  given: Set<string> = new Set(),
) {
  const product = toBulkProduct(at.id, seen.current)
  const isTaken = (sku: string) => given.has(skuKey(sku)) || catalogue.products.skuOwner(sku, at.id) !== null
  const imported = at.proposalId === null ? null : catalogue.importedRows.get(at.proposalId, at.id)
  const context = {
    words: words(),
    draft: catalogue.drafts.get(at.id) ?? null,
    was: action.kind === 'put-back' ? bulkProductThen(catalogue, action.snapshotId, at.id) : null,
    imported,
    ...(imported && { pictures: picturesThere(catalogue, at.id, seen.current) }),
    place: at.place,
    isTaken,
  }
  const edits = dryRun(catalogue, seen, product, proposedEdits(product, action, context))
  for (const { field, standing, after } of edits) {
    const sku = field === 'variation' && standing === 'in' ? newVariationSchema.parse(after).fields.sku : null
    if (sku) given.add(skuKey(sku))
  }
  return edits.map((edit): NewProposedEdit => ({
    ...edit,
    warnings: [...warningsOf(edit, product, edits, isTaken), ...(action.kind === 'import' ? ofEmptied(edit) : [])],
    weight: weightOf(edit),
  }))
}

/** Goes over the products of a proposal from where it stands; some are of products that it makes. Returns whether it came to its end. */
export function makeProposal(
  parts: Parts & { newDefaults: () => NewDefaults; signal: AbortSignal; onProgress: () => void },
  { id, action, done }: { id: number; action: BulkAction; done: number },
): Promise<boolean> {
  const { catalogue, signal, onProgress } = parts
  const { proposals, proposedEdits: edits } = catalogue
  const productIds = proposals.productIds(id)
  const [words, newDefaults] = [once(parts.words), once(parts.newDefaults)]
  let place = done
  const given = new Set(edits.newSkus(id).map(skuKey))

  function addNew(productId: number): void {
    const made =
      action.kind === 'put-back'
        ? editsOfReturning(catalogue, action.snapshotId, productId)
        : editsOfNew({ catalogue, words, newDefaults }, productId, catalogue.importedRows.get(id, productId))
    catalogue.proposedProducts.add(id, productId, made)
    edits.add(id, place, productId, made.edits)
  }

  function write(productId: number): number[] {
    const isNew = isProposedProduct(productId)
    const seen = isNew ? undefined : seeProduct(catalogue, productId)
    if (isNew) addNew(productId)
    else if (seen)
      edits.add(
        id,
        place,
        productId,
        editsOfProduct({ catalogue, words }, seen, { id: productId, place, proposalId: id }, action, given),
      )
    place += 1
    return [productId]
  }

  return grow({
    catalogue,
    signal,
    isWanted: () => proposals.get(id)?.state === 'making',
    next: () => productIds.slice(place, place + productsAtOnce),
    write,
    note: () => proposals.setDone(id, place),
    tell: onProgress,
    // Made anew by the next start.
    commit: catalogue.repeatable,
  })
}

function bulkProductThen(catalogue: Catalogue, snapshotId: number, id: number) {
  // Of one that is gone nothing was there, and all of it would have to go.
  catalogue.snapshots.assertKept(snapshotId)
  const then = productThen(catalogue, snapshotId, id)
  return then && toBulkProduct(id, then)
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
