import { formatNumber } from '../numbers/numbers'

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

export const productsText = (count: number): string => countOf(count, 'product')

/** So many things; of them: categories and product types. */
export type Things = { products: number; categories?: number | undefined; productTypes?: number | undefined }

/** Without categories and product types. */
export const productsAlone = ({ products, categories = 0, productTypes = 0 }: Things): number =>
  products - categories - productTypes

/** "3 products, 2 categories and 1 product type" */
export function thingsText(things: Things): string {
  const { products, categories = 0, productTypes = 0 } = things
  const alone = productsAlone(things)
  const parts = [
    ...(alone > 0 || products === 0 ? [productsText(alone)] : []),
    ...(categories > 0 ? [countOf(categories, 'category', 'categories')] : []),
    ...(productTypes > 0 ? [countOf(productTypes, 'product type')] : []),
  ]
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ')
}
