import { z } from 'zod'
import { altTextsByLanguage, languageCode } from './alt-texts-by-language'
import type { Act } from './change-address'
import { keyText, longestLink } from './limits'
import type { SetLabel } from './set-label'
import type { Fault } from './fields/fault'
import { ownPatchSchema } from './fields/own-fields'
import { productFieldsSchema, productPatchSchema } from './fields/product-fields'
import { categoryFieldsSchema, productTypeFieldsSchema } from './fields/shelf-fields'
import type { Sentence } from './sentence'
import { faultText } from './words/fault'

/** bulk: many products at once, after a review. pull: somebody else changed it in the store; kept as history. */
export const changeSources = ['form', 'list', 'bulk', 'pictures', 'revert', 'pull'] as const

/**
 * waiting: in the queue. held: in the queue, kept back by its owner. sending: on the wire now. unknown: it left and the
 * answer was lost; looked up before anything else. refused: the store said no, with its reason. conflict: both sides changed it. sent: in the store. taken-back: out of
 * the queue again, by its owner.
 */
export const changeStates = [
  'waiting',
  'held',
  'sending',
  'unknown',
  'refused',
  'conflict',
  'sent',
  'taken-back',
] as const
export type ChangeState = (typeof changeStates)[number]

/** Bytes from this device (staged by content hash) or a link that the store fetches itself. */
const stagedPicture = z.strictObject({
  hash: z
    .string()
    .length(64)
    .regex(/^[0-9a-f]{64}$/),
})
const webAddress = z.url({ protocol: /^https?$/ })
export const pictureSourceSchema = z.union([stagedPicture, z.strictObject({ url: webAddress })])
export type PictureSource = z.infer<typeof pictureSourceSchema>

const productId = z.number().int().positive()
/** Of a category or product type; by the id that products name it by. */
const shelfId = z.number().int()
const shelfName = (tooLong: Fault) => z.string().max(255, faultText(tooLong))
/** As asked for by the window; a change that is kept may hold a longer address of the store's own. */
const wantedSource = z.union([stagedPicture, z.strictObject({ url: webAddress.max(longestLink) })])

/** In one of the store's other languages, or in its first one. */
const altOfOwn = { alt: z.string().max(1000), language: languageCode.optional() }

/** What a feature asks for; changes/plan.ts turns it into changes with before and after. */
export const operationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    fields: productPatchSchema,
    /** Take everything the form does not hold (options, wholesale prices, ...) and the pictures from this product. */
    copyOf: productId.optional(),
  }),
  z.strictObject({
    kind: z.literal('update'),
    productId,
    fields: productPatchSchema,
    /** What the person saw before editing; without it, the current values. */
    base: productFieldsSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('delete'), productId }),
  /** `parentId` 0: at the root. */
  z.strictObject({ kind: z.literal('category.create'), name: shelfName('category-name-too-long'), parentId: shelfId }),
  z.strictObject({
    kind: z.literal('category.update'),
    categoryId: shelfId,
    fields: categoryFieldsSchema.partial(),
    /** As of a product. */
    base: categoryFieldsSchema.partial().optional(),
  }),
  /** Below another one, or 0; `before`: the one that it then stands before there, null for the last place. */
  z.strictObject({
    kind: z.literal('category.move'),
    categoryId: shelfId,
    parentId: shelfId,
    before: shelfId.nullable(),
  }),
  /** By one step: among its siblings, out of its parent to stand behind it, or to the end of the sibling above it. */
  z.strictObject({ kind: z.literal('category.shift'), categoryId: shelfId, way: z.enum(['up', 'down', 'out', 'in']) }),
  /** A product of the category before another one there, or last (null); or by so many places from where it stands. */
  z.strictObject({
    kind: z.literal('category.place'),
    categoryId: shelfId,
    product: productId,
    to: z.union([z.strictObject({ before: productId.nullable() }), z.strictObject({ by: z.number().int() })]),
  }),
  /** The one picture a category may have, in place of what it has. */
  z.strictObject({
    kind: z.literal('category.picture'),
    categoryId: shelfId,
    /** Null: none any more. */
    source: wantedSource.nullable(),
    fileName: z.string().max(255).default(''),
    /** Left out: the alt text stays. */
    alt: z.string().max(1000).optional(),
  }),
  /** The alt text of the picture that it has. */
  z.strictObject({ kind: z.literal('category.picture-text'), categoryId: shelfId, ...altOfOwn }),
  /** `below`: whether what is below it goes too, or takes its place. */
  z.strictObject({ kind: z.literal('category.delete'), categoryId: shelfId, below: z.enum(['delete', 'keep']) }),
  z.strictObject({ kind: z.literal('type.create'), name: shelfName('name-too-long') }),
  z.strictObject({
    kind: z.literal('type.update'),
    typeId: shelfId,
    fields: productTypeFieldsSchema.partial(),
    base: productTypeFieldsSchema.partial().optional(),
  }),
  z.strictObject({ kind: z.literal('type.delete'), typeId: shelfId }),
  z.strictObject({
    kind: z.literal('picture.add'),
    /** Null: the product made by the create in the same request. */
    productId: productId.nullable(),
    source: wantedSource,
    role: z.enum(['main', 'gallery']),
    fileName: z.string().max(255),
    alt: z.string().max(1000).default(''),
    /** The same in all languages. */
    translated: altTextsByLanguage.optional(),
    /** The picture that it was before it went: whoever names that means this one. */
    from: keyText.optional(),
  }),
  z.strictObject({ kind: z.literal('picture.remove'), productId, picture: keyText }),
  /** Every picture key of the product in the order wanted; the first is the main one. */
  z.strictObject({ kind: z.literal('picture.order'), productId, order: z.array(keyText).min(1).max(5000) }),
  z.strictObject({ kind: z.literal('picture.alt'), productId, picture: keyText, alt: z.string().max(1000) }),
  /** In one of the store's other languages, by its code. */
  z.strictObject({
    kind: z.literal('picture.alt-in'),
    productId,
    picture: keyText,
    language: languageCode,
    alt: z.string().max(1000),
  }),
  /** The same in several. */
  z.strictObject({
    kind: z.literal('picture.alt-texts'),
    productId,
    picture: keyText,
    texts: altTextsByLanguage,
  }),
  /** The one picture a variation may have of its own, in place of what it has. */
  z.strictObject({
    kind: z.literal('picture.variation'),
    productId,
    variationId: z.number().int(),
    /** Null: none of its own any more. */
    source: wantedSource.nullable(),
    fileName: z.string().max(255).default(''),
    /** Left out: the alt text stays. */
    alt: z.string().max(1000).optional(),
    /** The same in all languages. */
    translated: altTextsByLanguage.optional(),
  }),
  /** The alt text of the picture that it has of its own. */
  z.strictObject({ kind: z.literal('picture.variation-text'), productId, variationId: z.number().int(), ...altOfOwn }),
  /** A file that buyers of the product download; its content was staged. */
  z.strictObject({
    kind: z.literal('file.add'),
    productId,
    ...stagedPicture.shape,
    name: z.string().min(1).max(255),
    size: z.number().int().min(1),
    description: z.string().max(1000).default(''),
    /** The file that it was before it went. */
    from: z.number().int().optional(),
  }),
  z.strictObject({ kind: z.literal('file.remove'), productId, fileId: z.number().int() }),
  z.strictObject({
    kind: z.literal('file.describe'),
    productId,
    fileId: z.number().int(),
    description: z.string().max(1000),
  }),
  /** By the address of its page. `role`: a main one only where nothing is shown yet. */
  z.strictObject({
    kind: z.literal('video.add'),
    productId,
    url: webAddress.max(longestLink),
    role: z.enum(['main', 'gallery']),
  }),
  z.strictObject({ kind: z.literal('video.remove'), productId, video: keyText }),
  /** A video that is there becomes the main one, in place of the main picture, or goes behind the pictures. */
  z.strictObject({ kind: z.literal('video.place'), productId, video: keyText, role: z.enum(['main', 'gallery']) }),
  /** A variation more, by the options that tell it from the others. */
  z.strictObject({
    kind: z.literal('variation.add'),
    /** Null: the product made by the create in the same request. */
    productId: productId.nullable(),
    options: z
      .array(z.strictObject({ name: keyText, value: keyText }))
      .min(1)
      .max(100),
    fields: ownPatchSchema.default({}),
  }),
  z.strictObject({ kind: z.literal('variation.remove'), productId, variationId: z.number().int() }),
  /** What a variation has of its own; null: nothing, it is as its product. */
  z.strictObject({
    kind: z.literal('variation.set'),
    productId,
    variationId: z.number().int(),
    fields: ownPatchSchema,
    /** What the person saw before editing; without it, the current values. */
    base: ownPatchSchema.optional(),
  }),
])
export type Operation = z.infer<typeof operationSchema>

/** As many as a person chooses one by one. */
const someChanges = z.array(z.number().int()).max(5000)

export type ChangeView = Act & {
  id: number
  productId: number
  productName: string
  /** The entry of a list as its owner knows it: "Red, L". Null where its key says so, or the value. */
  entry: string | null
  /** Display values; JSON as stored. */
  before: unknown
  after: unknown
  state: ChangeState
  /** Why it waits, was refused or conflicts: a sentence. */
  reason: string | null
  /** For a conflict: what the store has now. */
  theirs: unknown
  /** For a conflict: what a decision means that both sides do not show, as a sentence. */
  meaning: string | null
  /** Refused because somebody deleted the product: to try again changes nothing before it is made anew. */
  isOfDeletedProduct: boolean
  attempts: number
  /** UNIX ms. */
  sentAt: number | null
  retryAt: number | null
  /** A conflict that its owner decided; undone until it is sent. */
  decided: 'mine' | 'theirs' | 'value' | null
}

/** What differs between a product when its delete was decided and now: `theirs` of a delete in conflict. */
export type FieldDifference = { field: string; before: unknown; after: unknown }

/** A change in the life of one product. */
export type HistoryEntry = ChangeView & {
  changeSetId: number
  source: (typeof changeSources)[number]
  label: SetLabel
  /** UNIX ms: when it was saved here, or changed in the store. */
  at: number
  /** Sent, and not reverted since. */
  canPutBack: boolean
}

/** What reverting one change would do now. */
export type RevertEntry = Act & {
  changeId: number
  productId: number
  productName: string
  entry: string | null
  /** The way back, from what the product has now. */
  before: unknown
  after: unknown
  /** What the change had made of it. */
  wrote: unknown
  /**
   * clean: as the change left it. moved: changed since, so that reverting overwrites it. waiting: not in the store yet
   * and simply taken back. done: as it was before already. stuck: cannot be reverted, for `reason`.
   */
  standing: 'clean' | 'moved' | 'waiting' | 'done' | 'stuck'
  reason: Sentence | null
  /** What comes back along with it, and what does not. */
  along: readonly Sentence[]
}

/**
 * What goes back of a set, as its owner chose it: all that goes back without overwriting anybody, but for some, and some of what was
 * changed since.
 */
export const revertChoiceSchema = z.strictObject({ except: someChanges, also: someChanges })
export type RevertChoice = z.infer<typeof revertChoiceSchema>

/** What a revert would do to how many changes of how many products. `plain`: they go back without overwriting anybody. */
export type RevertTally = { things: number; total: number; plain: number; moved: number }

/** `mine`: what "keep mine" would send, with what both sides did where they do not clash. */
export type ConflictView = ChangeView & { mine: unknown; changeSetId: number; createdAt: number }
/** What conflicts of one kind have in common: it does not matter which entry of a list they are about. */
export type ConflictKind = Omit<Act, 'key'>
/** `offset`: so many stand before this page. */
export type ConflictPage = {
  total: number
  offset: number
  kinds: { kind: ConflictKind; count: number }[]
  conflicts: ConflictView[]
}

export type ChangeSetView = {
  id: number
  source: (typeof changeSources)[number]
  label: SetLabel
  createdAt: number
  /** The worst state of its changes. */
  state: ChangeState
  productCount: number
  changeCount: number
  /** How many of them are in which state. */
  states: Partial<Record<ChangeState, number>>
  /** The first of them; `changes.ofSet` has the rest. */
  changes: ChangeView[]
  /** The set this one reverts. */
  revertOf: number | null
  canRevert: boolean
  /** Requests of it are still to go that others of the same change have gone before: they can be held. */
  isBetweenSteps: boolean
  /** Some of it was held while it was on the wire or in doubt: it does not go again until its owner lets it. */
  isHeldOnItsWay: boolean
  /** How many of those that wait stand behind a held change of the same thing, and wait with it. */
  behindHeld: number
  /** It came of a table, whose rows are saved with what became of them. */
  isImport: boolean
}

/** A set that was taken back; `revertSetId`: the set that took it back, null when everything of it still waited. */
export type RedoableSet = { set: ChangeSetView; revertSetId: number | null }

/** queue: what is to be sent. open: that, and what needs a decision. store: what others changed. */
export const changeFilters = ['queue', 'open', 'conflict', 'refused', 'sent', 'store', 'all'] as const

export type ChangesSummary = {
  connectionId: string
  waiting: number
  sending: number
  /** Kept back by their owner, with all of the queue while `holdAll`. */
  held: number
  holdAll: boolean
  refused: number
  conflict: number
  /** Sending is paused until (UNIX ms): the store asked to wait, or a fault is waited out. */
  pausedUntil: number | null
  /** Why nothing is being sent, as a sentence; null when all is well. */
  blockedBy: { code: string; message: string } | null
}
