import { z } from 'zod'
import { asSaid, cellReasons } from './cell-reason'
import { sentenceOf, type AppError } from './errors'
import type { Fault } from './fields/fault'

/** Why an action makes nothing of a product, without anything of the product. */
export const plainEditReasons = [
  'pattern-comes-out-empty',
  'on-sale-already',
  'not-on-sale',
  'sale-not-below-price',
  'amount-too-long',
  'amount-below-zero',
  'no-amount-between',
  'stock-unlimited',
  'choices-by-percent',
  'no-option-to-pick',
  'stock-needs-sku',
  'delete-waits',
  'picture-gone',
  'alt-too-long',
  'product-gone',
  'typed-no-more',
] as const
export type PlainEditReason = (typeof plainEditReasons)[number]

const name = z.string()
const count = z.number()

const editReasons = [
  ...cellReasons,
  z.object({ says: z.enum(plainEditReasons) }),
  z.object({ says: z.literal('no-such-name-in-pattern'), name }),
  z.object({ says: z.literal('has-none-of'), field: z.enum(['price', 'compareToPrice', 'costPrice']) }),
  z.object({ says: z.literal('only-in-stock'), count }),
  z.object({ says: z.enum(['option-filled-in', 'option-has-choices']), name, type: z.string() }),
  z.object({ says: z.enum(['no-option', 'option-empty', 'no-such-option-to-pick']), name }),
  z.object({ says: z.literal('no-choice'), name, choice: z.string() }),
  z.object({ says: z.literal('too-many-variations'), count }),
  z.object({ says: z.literal('sku-pattern'), pattern: z.string(), options: z.array(z.string()) }),
  z.object({
    says: z.enum(['category-not-back', 'type-not-back', 'attribute-not-back', 'attribute-not-of-type']),
    names: z.array(name),
  }),
  z.object({ says: z.enum(['sku-there', 'sku-taken', 'name-there']), name }),
] as const

/** Why an edit of a proposal cannot be, as it is stored. words/edit-reason.ts puts it into words. */
export const editReasonSchema = z.discriminatedUnion('says', [
  ...editReasons,
  /** A product that is not made, because of this field of it. */
  z.object({ says: z.literal('of-new'), field: z.string(), reason: z.discriminatedUnion('says', editReasons) }),
])
export type EditReason = z.infer<typeof editReasonSchema>

export const editSays = (says: PlainEditReason): EditReason => ({ says })
/** What was thrown while it was planned or written. */
export const editRefusedBy = (error: AppError): EditReason => asSaid(sentenceOf(error))
/** Of a value of a field. */
export const editFault = (fault: Fault): EditReason => asSaid({ says: 'fault', fault })

/** As it is stored in a column of its own. */
export const toEditReason = (json: string | null): EditReason | null =>
  json === null ? null : editReasonSchema.parse(JSON.parse(json))
