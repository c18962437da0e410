import { barcodeKey } from '../shared/barcode-key'
import { nameSortKey } from '../shared/fold-text'
import type { ProductOwner, ProductRow } from '../shared/product-query'
import { skuKey } from '../shared/sku-key'
import type { Db } from './database'
import { productRowColumns, toProductRow, type ProductRecord } from './product-row'

/** Which product has something that others should not have too, itself or in a variation. */
export function createOwners(db: Db) {
  const owner = (of: string) =>
    db.prepare(
      `SELECT ${productRowColumns} FROM products WHERE hidden = 0 AND id IS NOT ?2 AND ${of} ORDER BY place LIMIT 1`,
    )
  const having: Record<ProductOwner['of'], { find: ReturnType<typeof owner>; key: (text: string) => string }> = {
    sku: {
      find: owner('id IN (SELECT product_id FROM product_skus WHERE sku_key = ?1)'),
      key: skuKey,
    },
    name: { find: owner('name_key = ?1'), key: (name) => nameSortKey(name.trim()) },
    barcode: {
      find: owner('id IN (SELECT product_id FROM product_barcodes WHERE code = ?1)'),
      key: barcodeKey,
    },
  }

  /** The first in the shop owner's order, beside the one that is left out. */
  return ({ of, text, exceptProductId }: ProductOwner): ProductRow | null => {
    const { find, key } = having[of]
    const wanted = key(text)
    const found = wanted === '' ? undefined : find.get<ProductRecord>(wanted, exceptProductId)
    return found ? toProductRow(found) : null
  }
}
