import { entriesOf } from '../shared/fields/list-kind'
import { optionsKind } from '../shared/fields/option-kind'
import { optionsPath, type AddedVariation, type Said } from '../shared/imported'
import type { OptionRow } from '../shared/product-table/option-rows'
import { laidOptions } from './laid-options'
import { productEdit, type BulkContext, type BulkProduct, type ProposedEdit } from './planner'

/** One edit of all that a table says of the options of a product, with what its new variations are made of, and one of each cell that cannot be. */
export function planOptions(
  said: readonly Said[],
  added: readonly AddedVariation[],
  { product, words }: Pick<BulkContext, 'words'> & { product: BulkProduct },
): ProposedEdit[] {
  const mine = said.filter(({ path }) => path === optionsPath)
  if (mine.length === 0 && added.length === 0) return []
  // As it was read, its schema kept no more of it.
  const rows = mine.flatMap(({ value, odd }) => (odd === null ? [value as OptionRow] : []))
  const { price, options: now } = product.fields
  const { options: laid, refused } = laidOptions(entriesOf(now), rows, { price, words })
  // What variations are made of; those that cannot be say so themselves.
  const choices = added.flatMap(({ options: pairs }) => pairs.map(({ name, value }) => ({ name, choice: value })))
  const { options } = laidOptions(laid, choices, { price, words })
  const isNews = mine.length > 0 || !optionsKind.isSame(entriesOf(now), options)
  return [
    ...(isNews ? [productEdit(product, 'options', options)] : []),
    ...mine.flatMap(({ text, odd }) =>
      odd === null ? [] : [{ ...productEdit(product, 'options', text), reason: odd }],
    ),
    ...refused.map(({ text, reason }) => ({ ...productEdit(product, 'options', text), reason })),
  ]
}
