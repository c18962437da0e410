import { z } from 'zod'
import { changeStates, pictureSourceSchema } from './change'
import { actSchema, type Act } from './change-address'
import { reasonSchema } from './errors'
import { productPatchSchema } from './fields/product-fields'

/** `after` of a create: the form's fields, and for a copy the rest of the original's body, as Ecwid takes it. */
export const createPayloadSchema = z.object({
  fields: productPatchSchema,
  copied: z.record(z.string(), z.unknown()).optional(),
})
export type CreatePayload = z.infer<typeof createPayloadSchema>

/** `after` of the create of a category or product type: its body, as Ecwid takes it. */
export const shelfBodySchema = z.looseObject({ name: z.string() })

/** `after` of the delete of a category: what is below it goes too. Null: it moves up. */
export const deletedCategorySchema = z.object({ below: z.literal('delete') })

/**
 * What the store has right below a category that was to be deleted, in its JSON when its owner is asked: goes with it, or moves up.
 */
export const stillBelowSchema = z.looseObject({
  below: z.array(z.object({ id: z.number(), name: z.string(), goes: z.boolean() })),
})
export type StillBelow = z.infer<typeof stillBelowSchema>['below']

/** `after` of a picture that is added. `key` is set once it is in the store. `from`: what the picture that it copies is called. */
export const addedPictureSchema = z.object({
  source: pictureSourceSchema,
  role: z.enum(['main', 'gallery']),
  fileName: z.string(),
  alt: z.string(),
  /** Its alt text in all languages, as Ecwid has it. */
  translated: z.record(z.string(), z.string()).optional(),
  from: z.string().optional(),
  key: z.string().optional(),
})
export type AddedPicture = z.infer<typeof addedPictureSchema>

/** `before` of a picture that is removed, and of one that takes the main picture's place: enough to bring it back. */
export const removedPictureSchema = z.object({
  key: z.string(),
  url: z.string(),
  alt: z.string(),
  translated: z.record(z.string(), z.string()).optional(),
  position: z.number(),
  /** The same among all, those that were gone already included, where that is another. */
  place: z.number().optional(),
  /** The staged copy taken before it was removed from the store. */
  hash: z.string().optional(),
})
export type RemovedPicture = z.infer<typeof removedPictureSchema>

/** `before`, `after` and `theirs` of the one picture that a variation or a category has. */
export const ownPictureSchema = z.object({
  /** Null: no picture of its own. An address is replaced by a kept copy before the picture goes. */
  source: z.union([z.object({ hash: z.string() }), z.object({ url: z.string() })]).nullable(),
  alt: z.string(),
  /** In all languages, where it is one that comes back. */
  translated: z.record(z.string(), z.string()).optional(),
  fileName: z.string().default(''),
  /** The address of its original, once it is in the store; "local:<change>" before. */
  key: z.string().optional(),
})
export type OwnPicture = z.infer<typeof ownPictureSchema>

/**
 * `after` of a variation that is added: its options, and the rest of its body as Ecwid takes it; its picture, which follows as a change of
 * its own. `id` is set once it is in the store.
 */
export const addedVariationSchema = z.object({
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  body: z.record(z.string(), z.unknown()),
  picture: ownPictureSchema.optional(),
  id: z.number().optional(),
})
export type AddedVariation = z.infer<typeof addedVariationSchema>

/**
 * `after` of a file that is added. `id` is set once it is in the store. No hash: others added it, it is a copy of a file of another product,
 * from where it is taken once it is sent, or nothing of it is left. `from`: the id of the file that it is again.
 */
export const addedFileSchema = z.object({
  name: z.string(),
  size: z.number(),
  description: z.string(),
  hash: z.string().optional(),
  copyOf: z.object({ productId: z.number(), fileId: z.number() }).optional(),
  from: z.number().optional(),
  id: z.number().optional(),
})
export type AddedFile = z.infer<typeof addedFileSchema>

/** `before` of a file that is removed. `hash`: the copy that was taken before it was removed from the store. */
export const removedFileSchema = addedFileSchema.required({ id: true })
export type RemovedFile = z.infer<typeof removedFileSchema>

/**
 * `after` of a video that is added, and `before` of one that is removed; its address is empty where the store did not tell it. A main one
 * takes the place of the picture that is removed in the same set. `wasMain`: it goes behind the pictures.
 */
export const videoSchema = z.object({
  url: z.string(),
  role: z.enum(['main', 'gallery']),
  wasMain: z.literal(true).optional(),
})
export type VideoRecord = z.infer<typeof videoSchema>

export const pictureOrderSchema = z.array(z.string())

/**
 * What a product, by its Ecwid id, or below zero by its local one, loses with a category, a product type or attributes of one: it was its
 * default category, left it for the front page, was of the type, had these values by the ids of the attributes, and these texts of them in
 * other languages.
 */
export const lostSchema = z.object({
  id: z.number(),
  wasDefault: z.literal(true).optional(),
  comesToFrontPage: z.literal(true).optional(),
  wasOfType: z.literal(true).optional(),
  values: z.record(z.string(), z.string()).optional(),
  texts: z.record(z.string(), z.string()).optional(),
})
export type Lost = z.infer<typeof lostSchema>

/** What the store had when a request went out whose repetition would count twice: compared with it if the answer is lost. */
export const sendTokenSchema = z.object({
  /** A create's own reference, unique in the store. */
  reference: z.string().optional(),
  quantity: z.number().optional(),
  /** When the product had been touched last by then, and until when the request can have arrived: UNIX seconds by the store's clock. */
  updatedAt: z.number().optional(),
  arrivesUntil: z.number().optional(),
  pictureKeys: z.array(z.string()).optional(),
  /** The id the store gave an uploaded picture or file; what it made of it is read afterwards. */
  imageId: z.number().optional(),
  /** What the first of several requests makes of the value, on the way to what is wanted. ofEarlier: of a change that this one goes on from. */
  step: z.object({ made: z.unknown(), wanted: z.unknown(), ofEarlier: z.literal(true).optional() }).optional(),
  /** Held while it was on the wire: it rests as soon as that is answered. */
  isHeld: z.boolean().optional(),
  /** The files that the product had. */
  fileIds: z.array(z.number()).optional(),
  /** What variations are made of once options have other names, by their ids: while they are moved, a name alone may mean two. */
  places: z.record(z.string(), z.array(z.object({ name: z.string(), value: z.string() }))).optional(),
  /** What products lose with it. */
  lost: z.array(lostSchema).optional(),
  /** Changes that ended with this deletion. */
  ended: z.array(z.number()).optional(),
  /** Later changes of the same list that went before it, and in whose names it is said. */
  named: z.array(z.number()).optional(),
  /** Its owner was told that what goes cannot be copied: sent again, it goes without a way back. */
  withoutCopy: z.boolean().optional(),
})
type SendToken = z.infer<typeof sendTokenSchema>

/** How a conflict was decided, and what it takes to undo that before it is sent. */
const decisionSchema = z.object({
  take: z.enum(['mine', 'theirs', 'value']),
  /** What was decided in one go shares it. */
  together: z.number().optional(),
  /** Changes that it brought along: they are undone with it. */
  along: z.array(z.number()).optional(),
  before: z.unknown(),
  after: z.unknown(),
  theirs: z.unknown(),
  reason: reasonSchema.nullable(),
  token: sendTokenSchema.nullable().optional(),
})

/** One row of `changes`: what it is about, value before, value after, and how far it got. */
export const changeRecordSchema = z.object({
  id: z.number(),
  setId: z.number(),
  productId: z.number(),
  productName: z.string(),
  ...actSchema.shape,
  /** The entry of a list as its owner knows it: "Red, L". Null where its key says so, or the value. */
  entry: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  state: z.enum(changeStates),
  reason: reasonSchema.nullable(),
  theirs: z.unknown(),
  attempts: z.number(),
  sentAt: z.number().nullable(),
  retryAt: z.number().nullable(),
  token: sendTokenSchema.nullable(),
  /** The change this one reverts. */
  reverts: z.number().nullable(),
  /** The change this one does again, after it was taken back. */
  redoes: z.number().nullable(),
  /** An earlier change that this one cannot go before, such as the upload of a picture it names. */
  waitsFor: z.number().nullable(),
  decision: decisionSchema.nullable(),
})
export type ChangeRecord = z.infer<typeof changeRecordSchema>
export type NewChange = Pick<ChangeRecord, 'productId' | 'productName' | keyof Act | 'before' | 'after'> & {
  entry?: string | null
  token?: SendToken
  reverts?: number
  redoes?: number
}

/** What is done, without whose change it is. */
export type Deed = Act & Pick<ChangeRecord, 'before' | 'after'> & Partial<Pick<ChangeRecord, 'entry'>>

/** Still to be settled: neither in the store nor taken back. */
export const isOpen = ({ state }: Pick<ChangeRecord, 'state'>): boolean => state !== 'sent' && state !== 'taken-back'
