import { formatNumber } from '../numbers/numbers'

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

export const productsText = (count: number): string => countOf(count, 'product')
