import { z } from 'zod'
import { numberFaults } from './numbers/read-number'
import { sentenceSchema, type Sentence } from './sentence'

/** Why a cell of a table is not read, without anything of the cell. */
const plainCellReasons = [
  'fault-of-spreadsheet',
  'not-yes-or-no',
  'digits-gone',
  'zeros-gone',
  'another-unit',
  'not-for-field',
  'no-address',
  'address-too-long',
  'variation-has-picture',
  'category-has-picture',
  'needs-conversion',
  'pasted',
  'outside-folder',
  'no-such-file',
  'several-files',
] as const
export type PlainCellReason = (typeof plainCellReasons)[number]

const named = ['category', 'productType', 'tax', 'shippingMethod'] as const
export type NamedInCell = (typeof named)[number]

const name = z.string()
/** The path of a column. */
const path = z.string()

export const cellReasons = [
  z.object({ says: z.enum(plainCellReasons) }),
  /** `currency`: of which the amount has too many decimals. */
  z.object({
    says: z.literal('number'),
    why: z.enum(numberFaults),
    path,
    currency: z.object({ currency: z.string(), currencyPrecision: z.number() }).nullable(),
  }),
  z.object({ says: z.literal('no-such-choice'), path }),
  z.object({ says: z.literal('several-called'), name }),
  z.object({ says: z.literal('none-called'), what: z.enum(named), name }),
  z.object({ says: z.enum(['no-attribute', 'no-value']), name }),
  /** So many were looked through, and there are more. */
  z.object({ says: z.literal('not-among-files'), count: z.number() }),
  /** What was said of a file or by the store. */
  z.object({ says: z.literal('sentence'), sentence: sentenceSchema }),
  /** Of earlier versions. */
  z.object({ says: z.literal('text'), text: z.string() }),
] as const

/** Why a cell of a table is not read, as it is stored. words/cell-reason.ts puts it into words. */
export const cellReasonSchema = z.discriminatedUnion('says', cellReasons)
export type CellReason = z.infer<typeof cellReasonSchema>

export const cellSays = (says: PlainCellReason): CellReason => ({ says })
export const asSaid = (sentence: Sentence): Extract<CellReason, { says: 'sentence' }> => ({
  says: 'sentence',
  sentence,
})
