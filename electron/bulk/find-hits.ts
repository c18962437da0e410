import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { currentProduct } from '../changes/reindex'
import { AppError } from '../shared/errors'
import type { FoundHits, ReplaceRule } from '../shared/find-rule'
import type { ProductSelection } from '../shared/proposal'
import { toBulkProduct } from './bulk-product'
import { hitsOf } from './rules/hits'
import { selectedProducts } from './selected-products'

/** More than anybody looks through. */
const hitsShown = 500

/** All that a rule would replace is counted, and the first of it shown. Ends with `cancelled` when nobody waits for it. */
export async function findHits(
  catalogue: Catalogue,
  { selection, rule }: { selection: ProductSelection; rule: ReplaceRule },
  isWanted: () => boolean,
): Promise<FoundHits> {
  const found: FoundHits = { products: 0, total: 0, hits: [] }
  const pace = createPacer()
  for (const id of selectedProducts(catalogue, selection)) {
    const current = currentProduct(catalogue, id)
    const hits = current ? hitsOf(toBulkProduct(id, current), rule) : []
    found.products += hits.length > 0 ? 1 : 0
    found.total += hits.length
    const productName = current?.name ?? ''
    found.hits.push(...hits.slice(0, hitsShown - found.hits.length).map((hit) => ({ ...hit, productName })))
    await pace()
    if (!isWanted()) throw new AppError('cancelled', 'Something else was asked for.')
  }
  return found
}
