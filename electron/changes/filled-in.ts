import type { Catalogue } from '../catalogue/catalogue'
import { setsField } from '../shared/change-address'
import { fieldOf, isProductField, readField } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'

/** A store goes on filling in for a moment after it has made a product. */
const makingSeconds = 2

/**
 * What the store filled in by itself when it made a product, such as its SKU, is nobody's edit: what was typed meanwhile upon what was
 * `shown` starts from there. `product`: the first read of it. Belongs into the transaction that keeps it.
 */
export function startFromFilledIn(
  { changes }: Catalogue,
  productId: number,
  shown: RemoteProduct,
  product: RemoteProduct,
): void {
  const { createTimestamp: madeAt, updateTimestamp: touchedAt } = product
  if (shown.updateTimestamp !== undefined || madeAt === undefined || touchedAt === undefined) return
  if (touchedAt - madeAt > makingSeconds) return
  const started = new Set<string>()
  for (const change of changes.openOf('product', productId).filter(setsField)) {
    const { id, field, before } = change
    if (!isProductField(field) || started.has(field)) continue
    started.add(field)
    const { merge, kind } = fieldOf(field)
    if (merge !== 'value' || !kind.isSame(before, readField(shown, field))) continue
    changes.update(id, { before: readField(product, field) })
  }
}
