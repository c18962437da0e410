import type { Catalogue } from '../catalogue/catalogue'
import { seeProduct } from '../changes/reindex'
import type { StoreWords } from '../shared/fields/kind'
import { once } from '../shared/once'
import type { BulkPreview, ProposalAsked, ProposedRow } from '../shared/proposal'
import { editReasonText } from '../shared/words/edit-reason'
import { editsOfProduct } from './make-proposal'
import { namesFor } from './returning-product'
import { selectedProducts } from './selected-products'

const productsShown = 6

/** What would become of the first products of a selection. */
export function previewAction(
  catalogue: Catalogue,
  words: () => StoreWords,
  { selection, action }: ProposalAsked,
): BulkPreview {
  const ids = selectedProducts(catalogue, selection)
  const given = new Set<string>()
  const names = once(() => namesFor(catalogue, action))
  const rows = ids.slice(0, productsShown).flatMap((id, place): ProposedRow[] => {
    const seen = seeProduct(catalogue, id)
    if (!seen) return []
    const row = catalogue.products.row(id)
    const { name = '', sku = '', thumbnail = null } = row ?? {}
    return editsOfProduct({ catalogue, words, names }, seen, { id, place, proposalId: null }, action, given).map(
      ({ weight: _weight, variationId: _id, warnings, reason, ...edit }, at) => ({
        ...edit,
        reason: reason && editReasonText(reason),
        warnings: [...warnings],
        id: at,
        productId: id,
        productName: name,
        sku,
        isNew: false,
        thumbnail,
        edits: 1,
        editsIn: 1,
        outcome: null,
      }),
    )
  })
  return { total: ids.length, rows }
}
