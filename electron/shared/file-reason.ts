import { z } from 'zod'

/** How the name of a file, or of its folder, meets a product. */
const meetings = [
  'sku-exact',
  'sku-capitals',
  'sku-dashes',
  'sku-nearly',
  'variation-sku-exact',
  'variation-sku-capitals',
  'variation-sku-dashes',
  'variation-sku-nearly',
  'sku-and-name',
  'sku-part',
  'upc',
  'id',
  'slug',
  'name',
  'name-accents',
  'name-and-options',
] as const
export type Meeting = (typeof meetings)[number]

/** What the folder says to it: nothing, the same, which of several, another product; or the folder itself is what meets. */
const folderWords = ['nothing', 'the-same', 'which', 'another', 'itself', 'itself-not-name'] as const
export type FolderWord = (typeof folderWords)[number]

const ruleParts = ['sku', 'upc', 'id', 'name', 'slug'] as const
const how = z.enum(meetings)
const products = z.number()

const ofNames = [
  z.object({ says: z.enum(['name-says-nothing', 'like-no-product', 'named-like-one-before', 'part-of-a-name']) }),
  z.object({ says: z.literal('met'), how, folder: z.enum(folderWords) }),
  z.object({ says: z.literal('uncertain'), how, products }),
  /** `have`: what they all have; null: the name reads in several ways. */
  z.object({ says: z.literal('several'), products, have: z.enum(ruleParts).nullable(), inFolder: z.boolean() }),
  z.object({ says: z.literal('similar'), percent: z.number() }),
] as const
const nameReasonSchema = z.discriminatedUnion('says', ofNames)
export type NameReason = z.infer<typeof nameReasonSchema>

/** What the usual conventions say where the rule found nothing. */
const otherwise = nameReasonSchema.nullable()
const found = [
  ...ofNames,
  z.object({ says: z.literal('rule-does-not-fit'), otherwise }),
  z.object({
    says: z.literal('rule'),
    parts: z.array(z.object({ part: z.enum(ruleParts), value: z.string() })),
    finds: z.enum(['product', 'nothing', 'several', 'too-many-readings']),
    products,
    otherwise,
  }),
  /** Sentences of earlier versions. */
  z.object({ says: z.literal('text'), text: z.string() }),
] as const
/** What the comparing of names says of a file. */
export const foundReasonSchema = z.discriminatedUnion('says', found)
export type FoundReason = z.infer<typeof foundReasonSchema>

const plain = [
  'not-compared',
  'chosen',
  'left-out',
  'product-has-this-picture',
  'variation-has-this-picture',
  'product-has-pictures',
  'variation-has-picture',
  'variation-gone',
] as const
export type PlainFileReason = (typeof plain)[number]

const standing = [
  ...found,
  z.object({ says: z.enum(plain) }),
  /** For what its refusal says. */
  z.object({ says: z.literal('refused') }),
  z.object({ says: z.literal('sku-typed'), sku: z.string() }),
  z.object({ says: z.literal('same-picture-as'), file: z.string() }),
  z.object({ says: z.literal('confirmed'), found: foundReasonSchema }),
] as const

const fileNoteSchema = z.discriminatedUnion('becomes', [
  z.object({ becomes: z.literal('picture-of'), variation: z.string() }),
  z.object({
    becomes: z.literal('of-the-gallery'),
    because: z.enum(['variation-gets-another', 'variation-has-picture']),
  }),
])
/** What becomes of a file of a variation. */
export type FileNote = z.infer<typeof fileNoteSchema>

/** Why a file of an upload has its verdict, as it is stored. words/file-reason.ts puts it into words. */
const fileReasonSchema = z.discriminatedUnion('says', [
  ...standing,
  z.object({ says: z.literal('with-note'), reason: z.discriminatedUnion('says', standing), note: fileNoteSchema }),
])
export type FileReason = z.infer<typeof fileReasonSchema>

export const withNote = (reason: FileReason, note: FileNote | undefined): FileReason => {
  if (note === undefined) return reason
  return { says: 'with-note', reason: reason.says === 'with-note' ? reason.reason : reason, note }
}

/** As the column has it: equal reasons are equal texts, because the schema puts their keys in order. */
export const storedReason = (reason: FileReason): string => JSON.stringify(fileReasonSchema.parse(reason))
export const toFileReason = (json: string): FileReason => fileReasonSchema.parse(JSON.parse(json))
