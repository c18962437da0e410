import { z } from 'zod'
import { rowDoubts } from './table'

/** Why nothing is taken of a row of a table, without anything of the row. */
const plainRowReasons = [
  'not-a-product',
  'says-ignore',
  'says-new-of-known',
  'delete-without-sku',
  'delete-of-variation',
  'delete-of-option',
  'delete-of-category',
  'without-id-and-sku',
  'without-id-and-sku-but-name',
  'without-code',
  'without-name',
  'variation-unnamed',
  'no-product-above',
  'variation-of-deleted',
  'option-unnamed',
  'two-products',
  'option-of-deleted',
  'still-spoken-of',
  'new-not-asked',
  'known-not-asked',
  'category-not-asked',
  'category-unnamed',
] as const
export type PlainRowReason = (typeof plainRowReasons)[number]

const text = z.string()
const by = z.enum(['sku', 'barcode', 'name'])
/** What of a row it is found by. */
export type FoundBy = z.infer<typeof by>

/** Why nothing is taken of a row, as it is stored. words/row-reason.ts puts it into words. */
export const rowReasonSchema = z.discriminatedUnion('says', [
  z.object({ says: z.enum(plainRowReasons) }),
  /** `row`: the one that came first; earlier versions did not note it. */
  z.object({ says: z.enum(['product-twice', 'variation-twice', 'category-twice']), row: z.number().optional() }),
  z.object({ says: z.enum(['none-has', 'several-have']), by, text }),
  z.object({
    says: z.enum([
      'digits-gone',
      'several-variations-have-code',
      'no-id',
      'none-has-id',
      'no-variation',
      'several-variations',
      'no-variation-with-sku',
      'several-variations-with-sku',
      'no-command',
      'called-so',
      'category-cell',
      'category-misnamed',
    ]),
    text,
  }),
  z.object({ says: z.literal('other-sku'), has: text, text }),
  z.object({ says: z.literal('category-elsewhere'), has: text, text }),
  z.object({ says: z.literal('zeros-gone'), has: text, text }),
  z.object({ says: z.literal('doubt'), doubt: z.enum(rowDoubts), lines: z.tuple([z.number(), z.number()]) }),
  /** Of earlier versions. */
  z.object({ says: z.literal('text'), text }),
])
export type RowReason = z.infer<typeof rowReasonSchema>

export const rowSays = (says: PlainRowReason): RowReason => ({ says })
