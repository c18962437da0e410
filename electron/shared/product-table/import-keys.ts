import type { Target } from './column-names'
import { isKeyOfCategory, isOfCategoryRow } from './category-rows'
import { isOfOptionRow } from './option-rows'
import { isOfOneProduct } from './rows-of-one'

/** What the product of a row is found by. */
export const importKeys = ['id', 'sku', 'upc', 'name'] as const
export type ImportKey = (typeof importKeys)[number]

/** Those that some column holds; the first is the one that is taken where its owner says nothing. */
export function keysOf(targets: readonly (string | null)[], known: readonly Target[]): ImportKey[] {
  const codes = codePaths(known)
  const isThere = (path: string) => targets.includes(path)
  return importKeys.filter((key) => (key === 'upc' ? codes.some(isThere) : isThere(key)))
}

/** It says nothing of products: each row is about a category. */
export const isOfCategories = (targets: readonly (string | null)[], known: readonly Target[]): boolean =>
  keysOf(targets, known).length === 0 && targets.some((target) => target !== null && isKeyOfCategory(target))

/** Columns of UPC, EAN and GTIN. */
export const codePaths = (known: readonly Target[]): string[] =>
  known.filter(({ isCode }) => isCode).map(({ path }) => path)

/** What a row is about, and no value of a product. */
export const isAboutRow = (path: string): boolean =>
  aboutRow.has(path) ||
  path.startsWith(optionPrefix) ||
  isOfOptionRow(path) ||
  isOfCategoryRow(path) ||
  isOfOneProduct(path)
const aboutRow: ReadonlySet<string> = new Set(['row', 'id', 'variationId', 'variationSku', 'command'])

export const optionPrefix = 'option.'
