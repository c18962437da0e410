import { z } from 'zod'
import { faults } from './fields/fault'
import { pictureSentences } from './picture-sentence'

/** What the program says by itself, without a number in it. */
export const plainSentences = [
  'unexpected',
  'network-wants-sign-in',
  'proxy-wants-sign-in',
  'wrong-clock',
  'foreign-certificate',
  'stopped',
  'stopped-before-sent',
  'key-unknown',
  'key-not-accepted',
  'answer-unreadable',
  'answer-too-deep',
  'list-too-long',
  'store-suspended',
  'plan-without-api',
  'plan-without-more-products',
  'refers-to-what-is-gone',
  'not-in-store',
  'deleted-in-store',
  'shelf-deleted-in-store',
  'edited-at-once',
  'both-changed',
  'both-changed-alt',
  'both-arranged',
  'both-changed-main',
  'both-changed-variation-picture',
  'both-changed-category-picture',
  'options-still-used',
  'options-would-meet',
  'changed-before-delete',
  'shelf-changed-before-delete',
  'category-not-empty',
  'picture-gone',
  'picture-unread',
  'variation-unread',
  'attribute-unread',
  'attribute-gone',
  'attribute-without-value',
  'type-gone',
  'category-gone',
  'new-main-gone',
  'main-place-has-picture',
  // Of earlier versions.
  'main-place-taken',
  'variation-gone',
  'variation-exists',
  'variation-changed-before-removal',
  'variation-keeps-own',
  'variation-shares-stock',
  'variation-picture-gone-already',
  'category-picture-gone-already',
  'pictures-renumbered',
  'not-listed-yet',
  'shelf-not-listed-yet',
  'store-slow',
  'copy-waits',
  'file-copy-waits',
  'file-copy-impossible',
  'file-too-large-to-copy',
  'copy-impossible',
  'compare-waits',
  'compare-impossible',
  'copy-damaged',
  'copy-gone',
  'upload-ended-twice',
  'product-not-here',
  'shelf-not-here',
  'here-again',
  'parent-not-here',
  'category-below-itself',
  'here-with-edits',
  'shelf-here-with-edits',
  'picture-not-here',
  'not-main-any-more',
  'variation-not-here',
  'entry-not-here',
  'video-without-address',
  'video-there',
  'video-not-here',
  'file-not-here',
  'file-not-kept',
  'on-its-way',
  'waits-for-pictures',
  'waits-for-shelf',
  'waits-for-held',
  'waits-for-below',
  'waits-for-product',
  'waits-for-variation',
  'waits-for-video',
  'waits-for-file',
  'field-not-known',
  'file-gone',
  'file-forbidden',
  'file-in-use',
  'file-links-to-itself',
  'file-path-too-long',
  'file-disk-fails',
  'too-many-files-open',
  'file-unreadable',
  'disk-full',
  'disk-unwritable',
  'variation-there',
  'product-gone-unchanged',
  'variation-off-product',
  'picture-off-product',
  'not-in-snapshot',
  'new-category-not-known',
] as const
export type PlainSentence = (typeof plainSentences)[number]

const lostHow = z.enum(['too-late', 'broken', 'stopped', 'too-large', 'unreadable', 'cut-off'])
const status = z.number()

/** A sentence for the person as it is stored: what it says, and the numbers in it. words/sentence.ts puts it into words. */
export const sentenceSchema = z.discriminatedUnion('says', [
  z.object({ says: z.enum(plainSentences) }),
  /** The store's own words, and sentences of earlier versions. */
  z.object({ says: z.literal('text'), text: z.string() }),
  z.object({ says: z.enum(['refused', 'store-fault', 'store-fault-in-doubt', 'refused-on-the-way']), status }),
  z.object({ says: z.literal('asked-to-wait'), seconds: z.number() }),
  z.object({ says: z.literal('scope-missing'), scope: z.string() }),
  z.object({ says: z.literal('not-in-plan'), detail: z.string().nullable() }),
  z.object({ says: z.literal('no-such-store'), storeId: z.number() }),
  /** `harmless`: asked again, it is the same. */
  z.object({ says: z.literal('answer-lost'), how: lostHow, harmless: z.boolean() }),
  z.object({ says: z.literal('not-reached'), because: z.enum(['proxy', 'no-address', 'unknown']) }),
  z.object({ says: z.literal('stock-in-doubt'), delta: z.number() }),
  /** Of a value that no field of its kind may have. */
  z.object({ says: z.literal('fault'), fault: z.enum(faults) }),
  /** What comes back with a category, a product type or an attribute. */
  z.object({
    says: z.enum(['products-in-it', 'products-of-it', 'values-of-products']),
    products: z.number(),
    values: z.number(),
  }),
  z.object({
    says: z.enum(['products-not-here', 'products-of-another-type', 'files-along', 'files-not-kept']),
    count: z.number(),
  }),
  ...pictureSentences,
])
export type Sentence = z.infer<typeof sentenceSchema>
export type LostHow = z.infer<typeof lostHow>

export const says = (what: PlainSentence): Sentence => ({ says: what })
export const inWords = (text: string): Sentence => ({ says: 'text', text })

/** As it is stored in a column of its own. */
export const toSentence = (json: string | null): Sentence | null =>
  json === null ? null : sentenceSchema.parse(JSON.parse(json))
