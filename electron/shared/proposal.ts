import { z } from 'zod'
import type { ChangeState } from './change'
import { bulkActionSchema, type BulkAction } from './bulk-action'
import { doubts } from './fields/doubt'
import { ownPatchSchema } from './fields/own-fields'
import { isProductField, productFieldNames, type ProductField } from './fields/product-fields'
import type { StoreWords } from './fields/kind'
import { typedText } from './limits'
import { productQuerySchema } from './product-query'
import { selectionSchema } from './selection'

/**
 * Products by their local ids, all that a search finds but some, all that something is typed into and not saved (in the order of the list
 * that `query` asks for), or those that the rows of an imported table are about, which are known when that is proposed, or all that are
 * other ones than in a snapshot.
 */
export const productSelectionSchema = z.union([
  selectionSchema(productQuerySchema),
  z.strictObject({ typed: z.literal(true), query: productQuerySchema.optional() }),
  z.strictObject({ imported: z.literal(true) }),
  z.strictObject({ snapshotId: z.number().int().positive() }),
])
export type ProductSelection = z.infer<typeof productSelectionSchema>

/** What a proposal was made from. */
export const proposalAskedSchema = z.strictObject({ selection: productSelectionSchema, action: bulkActionSchema })
export type ProposalAsked = z.infer<typeof proposalAskedSchema>

/**
 * making: the products are gone over. ready: it waits for its owner's yes. timed: the yes was said, and it waits for its time. applying:
 * it becomes a change set. applied: all of it is one. failed: it could not be made. discarded: its review is closed, and its edits go.
 */
export type ProposalState = 'making' | 'ready' | 'timed' | 'applying' | 'applied' | 'failed' | 'discarded'

/** in: it goes with the yes. out: its owner left it out. same: it changes nothing. refused: it cannot be. made: it is in the change set. */
export const editStandings = ['in', 'out', 'same', 'refused', 'made'] as const
export type EditStanding = (typeof editStandings)[number]

export const bulkWarnings = [
  ...doubts,
  'price-jump',
  'becomes-hidden',
  'becomes-empty',
  'leaves-category',
  'list-loses',
  'choice-stays',
  'duplicate-sku',
  'picture-goes',
] as const
export type BulkWarning = (typeof bulkWarnings)[number]

/**
 * new: the product itself is made. variation: one of its variations is. picture: one comes or goes. file, video: one comes. shelf: something of a
 * category or product type, or all of it. Null: the product goes.
 */
export type EditedField = ProductField | (typeof noFields)[number] | null
const noFields = ['new', 'variation', 'picture', 'file', 'video', 'shelf'] as const
const isNoField = (name: string | null): name is (typeof noFields)[number] => noFields.some((one) => one === name)
export const toEditedField = (name: string | null): EditedField =>
  isNoField(name) || isProductField(name) ? name : null
/** A value of a product, and not the product itself. */
export const isOfField = (field: EditedField): field is ProductField => field !== null && !isNoField(field)

/** `after` of a variation that is made: its choices, and what it has of its own. */
export const newVariationSchema = z.object({
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  fields: ownPatchSchema,
})

/** Of one that is made with the yes: below all ids that changes and drafts give to variations. */
export const newVariationId = (at: number): number => -(2 ** 41) - at

/** A product that is made with the yes: until then only its proposal knows it, under an id of its own. No product that is there has one. */
export const proposedProductId = (place: number): number => -1 - place
export const isProposedProduct = (id: number): boolean => id < 0 && !isProposedCategory(id)

/** What a category or product type is called among the products of a proposal: none of those, and nothing that is proposed, has such an id. */
const firstShelf = -(2 ** 42)
export const shelfInProposal = (localId: number): number => firstShelf + localId
/** Its local id; null: it is no such thing. */
export const shelfOfProposal = (id: number): number | null => (id < firstShelf ? id - firstShelf : null)

/** A category that is made with the yes. `hasRow`: whether or not a product goes into it. */
export type ProposedCategory = { id: number; name: string; parentId: number; hasRow?: true }
/** No category that is there, or that was made here and is called by its local id, has such an id; nor has a product that is proposed. */
export const firstProposedCategory = -1_000_000_000_000
export const isProposedCategory = (id: number): boolean => id <= firstProposedCategory

/** A product type that comes back with the yes. */
export type ProposedType = { id: number; name: string }

/** What they are called beside those that are there. */
export const withWhatComes = <Words extends Pick<StoreWords, 'categories' | 'productTypes'>>(
  words: Words,
  { newCategories, newTypes }: Pick<Proposal, 'newCategories' | 'newTypes'>,
): Words => ({
  ...words,
  categories: [...words.categories, ...newCategories.map((each) => ({ ...each, enabled: true, orderBy: 0 }))],
  productTypes: [...words.productTypes, ...newTypes.map((each) => ({ ...each, attributes: [] }))],
})

/** keep, revert: what waits is being taken back, and what is in the store is to stay or to go back. kept, reverted: it was so. */
export type SendingEnd = 'keep' | 'revert' | 'kept' | 'reverted'

/** So many of the edits that a review lists are of a field. */
export type FieldCount = { field: EditedField; count: number }

export type FieldTally = { field: EditedField; in: number; out: number }

/** In milliseconds. When it begins, null: at once; when what it changed goes back, null: never. */
export const timesSchema = z.strictObject({
  startsAt: z.number().int().positive().nullable(),
  endsAt: z.number().int().positive().nullable(),
})
export type Times = z.infer<typeof timesSchema>

/** Edits of many products for one yes. Nothing of it is written before. */
export type Proposal = Times & {
  connectionId: string
  id: number
  action: BulkAction
  state: ProposalState
  /** Products gone over, while it is made, and written, while it is applied. */
  done: number
  total: number
  /** What would be, or was, written: in so many products so many values, and so many of them made, or deleted. */
  products: number
  fields: number
  creations: number
  /** Variations made. */
  additions: number
  deletions: number
  /** Of the products. */
  categories: number
  productTypes: number
  out: number
  same: number
  refused: number
  /** How many of what would be written. */
  warnings: Partial<Record<BulkWarning, number>>
  /** In the order of the form. */
  tally: FieldTally[]
  changeSetId: number | null
  /** Products that are in the change set already. */
  made: number
  /** Categories that are made with the first product that goes into them, or by themselves where they have rows, each after the one that it is below. */
  newCategories: ProposedCategory[]
  /** Product types that are gone and come back. */
  newTypes: ProposedType[]
  /** How far that is on its way to the store, in changes; null: there is none yet. */
  sending: {
    sent: number
    total: number
    needOwner: number
    held: number
    takenBack: number
    /** All of it was taken back since, or goes back. */
    isUndone: boolean
  } | null
  /** Its owner has cancelled the sending. */
  ending: SendingEnd | null
}

export type ProposedRow = {
  id: number
  /** Below zero: it is made with the yes. */
  productId: number
  productName: string
  sku: string
  /** This proposal makes the product. */
  isNew: boolean
  /** Value for pictureSrc(). */
  thumbnail: string | null
  /** "Red, L": it is about that variation. */
  variation: string | null
  field: EditedField
  before: unknown
  after: unknown
  standing: EditStanding
  /** Why it cannot be, as a sentence. */
  reason: string | null
  warnings: BulkWarning[]
  /** The edit of this field brings it about, so that it comes and goes with that. */
  follows: EditedField
  /** How many edits of its product can be decided about, and how many of them are in. */
  edits: number
  editsIn: number
  /** What became of it, once it is in the change set. */
  outcome: { state: ChangeState; isReverted: boolean; reason: string | null } | null
}

/** The text of a cell that was refused, or the name of the picture in it; nothing where it is a value. */
export function refusedCell({ field, after }: Pick<ProposedRow, 'field' | 'after'>): string {
  if (typeof after === 'string') return after
  if (field === 'shelf') return String(Object(after ?? {}).value ?? '')
  const { url, fileName, name } = Object(after ?? {}) as Record<string, unknown>
  return isNoField(field) && field !== 'variation' ? String(url ?? fileName ?? name ?? '') : ''
}

/** in: what goes with the yes. changing: that, and what was left out of it. */
export const proposalFilters = ['all', 'changing', 'in', 'new', 'out', 'same', 'refused', ...bulkWarnings] as const
export type ProposalFilter = (typeof proposalFilters)[number]

/** How a review lists the edits of a proposal. */
export const reviewViewSchema = z.strictObject({
  by: z.enum(['product', 'field']),
  order: z.enum(['list', 'change']),
  filter: z.enum(proposalFilters),
  /** Words of the name, the SKU or the variation. */
  text: typedText.optional(),
})
export type ReviewView = z.infer<typeof reviewViewSchema>

/** Of a proposal: single edits, all of a product, or of a field, null for deletes and `new` for what is made, or with a warning. */
export const someEditsSchema = z.union([
  z.strictObject({ ids: z.array(z.number().int()).min(1).max(1000) }),
  z.strictObject({ productId: z.number().int() }),
  z.strictObject({ field: z.enum([...productFieldNames, ...noFields]).nullable() }),
  z.strictObject({ warning: z.enum(bulkWarnings) }),
])
export type SomeEdits = z.infer<typeof someEditsSchema>

/**
 * What was said yes to and has a time. rests: it waits for its start. starts: it is being written. runs: it is, and goes back at its end.
 * over: it has no end, but some products could not be changed.
 */
export type TimedProposal = Times & {
  connectionId: string
  id: number
  action: BulkAction
  stage: 'rests' | 'starts' | 'runs' | 'over'
  /** This time has passed while the app did not run: its owner is asked. */
  missed: 'start' | 'end' | null
  products: number
  /** Of the products. */
  categories: number
  productTypes: number
  /** Products that could not be changed at its start. */
  refused: number
  changeSetId: number | null
}

/** The first products of a selection, and what would become of them. */
export type BulkPreview = { total: number; rows: ProposedRow[] }

/** How many things something is about. */
export type CountedThings = 'products' | 'categories' | 'productTypes'
