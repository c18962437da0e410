import { formatNumber } from '../numbers/numbers'

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

export const productsText = (count: number): string => countOf(count, 'product')
/** Of so many things some are categories and product types. */
export function thingsText(count: number, shelves: number): string {
  if (shelves === 0) return productsText(count)
  const filed = countOf(shelves, 'category or product type', 'categories and product types')
  return count === shelves ? filed : `${productsText(count - shelves)} and ${filed}`
}
