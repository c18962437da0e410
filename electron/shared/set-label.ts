import { z } from 'zod'
import { bulkDeeds } from './bulk-action'
import { productFieldNames } from './fields/product-fields'
import { droppedFilesSchema } from './picture-job'

const longestName = 200
/** A name in a label: as much of it as a line holds. */
const name = z.string().max(longestName)
export const shortName = (whole: string): string => whole.slice(0, longestName)

const ofProduct = z.strictObject({
  code: z.enum(['add-product', 'edit-product', 'delete-product', 'duplicate-product', 'order-pictures']),
  product: name,
})
/** `what`: which of them, where it has a name. */
const ofPart = z.strictObject({
  code: z.enum([
    'describe-picture',
    'remove-picture',
    'add-file',
    'describe-file',
    'remove-file',
    'add-video',
    'remove-video',
    'main-video',
    'video-behind',
  ]),
  product: name,
  what: name.optional(),
})
const ofCategory = z.strictObject({
  code: z.enum([
    'add-category',
    'edit-category',
    'move-category',
    'order-category',
    'fill-category',
    'delete-category',
    'set-category-picture',
    'remove-category-picture',
    'describe-category-picture',
  ]),
  category: name,
})
const ofProductType = z.strictObject({
  code: z.enum(['add-type', 'edit-type', 'delete-type']),
  productType: name,
})
const ofVariation = z.strictObject({
  code: z.enum(['set-variation-picture', 'remove-variation-picture', 'describe-variation-picture']),
  product: name,
  variation: name,
})
const ofPictures = z.strictObject({
  code: z.enum(['add-pictures', 'remove-pictures', 'describe-pictures']),
  product: name,
  pictures: z.number().int().min(1),
})
/** Of sets from before they were counted, how many is not known. */
const ofFiles = z.strictObject({
  code: z.literal('add-files'),
  product: name,
  files: z.number().int().min(2).optional(),
})

/** What the window asks for; the product as it is called at that moment. */
export const wantedLabelSchema = z.discriminatedUnion('code', [
  ofProduct,
  ofPart,
  ofCategory,
  ofProductType,
  ofVariation,
  ofPictures,
  ofFiles,
])

export type WantedLabel = z.infer<typeof wantedLabelSchema>

/** What a set does, except for those that go back and forth between such. */
const deedSchema = z.discriminatedUnion('code', [
  ofProduct,
  ofPart,
  ofCategory,
  ofProductType,
  ofVariation,
  ofPictures,
  ofFiles,
  z.strictObject({ code: z.enum(['keep-unsaved', 'make-anew']), product: name }),
  z.strictObject({ code: z.literal('keep-unsaved-shelf'), shelf: name }),
  droppedFilesSchema.extend({ code: z.literal('upload-files') }),
  z.strictObject({ code: z.literal('write-alts'), texts: z.number(), products: z.number() }),
  z.strictObject({
    code: z.literal('many-products'),
    deed: z.enum(bulkDeeds),
    fields: z.array(z.enum(productFieldNames)),
    products: z.number(),
    /** Of them. */
    categories: z.number().optional(),
    productTypes: z.number().optional(),
  }),
  /** Undoes what others did; of one product its name is known. */
  z.strictObject({ code: z.literal('put-back'), products: z.number(), product: name }),
  z.strictObject({ code: z.enum(['by-others', 'salvaged']) }),
  /** A sentence of an earlier version. */
  z.strictObject({ code: z.literal('text'), text: z.string() }),
])
type Deed = z.infer<typeof deedSchema>

/** What a change set is about, as stored; words/set-label.ts says it. */
export const setLabelSchema = z.discriminatedUnion('code', [
  ...deedSchema.options,
  /** `only`: the one product of several that goes back. */
  z.strictObject({ code: z.literal('undo'), of: deedSchema, only: name.nullable() }),
  z.strictObject({ code: z.literal('redo'), of: deedSchema }),
])
export type SetLabel = z.infer<typeof setLabelSchema>

/** Undoing an undo does it again. */
export function undoOf(label: SetLabel, only: string | null = null): SetLabel {
  if (label.code === 'undo') return { code: 'redo', of: label.of }
  return { code: 'undo', of: deedOf(label), only: only && shortName(only) }
}

export const redoOf = (label: SetLabel): SetLabel => ({ code: 'redo', of: deedOf(label) })

/** What went back and forth. */
export const deedOf = (label: SetLabel): Deed => (label.code === 'undo' || label.code === 'redo' ? label.of : label)
