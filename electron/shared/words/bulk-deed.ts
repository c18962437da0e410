import type { BulkDeed } from '../bulk-action'
import { fieldOf, type ProductField } from '../fields/product-fields'
import { thingsText, type Things } from './counts'

/** What is done to so many products. */
const sentences: Record<BulkDeed, (products: string, fields: string) => string> = {
  set: (products, fields) => `Set ${fields} of ${products}`,
  empty: (products, fields) => `Empty ${fields} of ${products}`,
  add: (products, fields) => `Add to ${fields} of ${products}`,
  remove: (products, fields) => `Remove from ${fields} of ${products}`,
  'set-attribute': (products) => `Set an attribute of ${products}`,
  'remove-pictures': (products) => `Remove pictures of ${products}`,
  'add-to-categories': (products) => `Add ${products} to categories`,
  'remove-from-categories': (products) => `Remove ${products} from categories`,
  'move-to-category': (products) => `Move ${products} to another category`,
  delete: (products) => `Delete ${products}`,
  price: (products, fields) => `Change ${fields} of ${products}`,
  'start-sale': (products) => `Start a sale of ${products}`,
  'end-sale': (products) => `End the sale of ${products}`,
  fill: (products, fields) => `Fill ${fields} of ${products} by a pattern`,
  stock: (products) => `Change the stock of ${products}`,
  replace: (products, fields) => `Replace text in ${fields} of ${products}`,
  typed: (products) => `Edit ${products}`,
  'add-option': (products) => `Add an option to ${products}`,
  'choice-prices': (products) => `Change what choices cost of ${products}`,
  'generate-variations': (products) => `Generate variations of ${products}`,
  'put-back': (products) => `Put back ${products} from a snapshot`,
  import: (products) => `Import ${products}`,
  enable: (products) => `Enable ${products}`,
  hide: (products) => `Hide ${products}`,
}

export function deedText(
  { deed, fields }: { deed: BulkDeed; fields: readonly ProductField[] },
  things: Things,
): string {
  return sentences[deed](thingsText(things), fields.map((field) => fieldOf(field).label).join(', '))
}
