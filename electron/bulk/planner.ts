import type { EditReason } from '../shared/edit-reason'
import type { StoreWords } from '../shared/fields/kind'
import type { OwnValues } from '../shared/fields/own-fields'
import type { ProductField, ProductFields } from '../shared/fields/product-fields'
import type { Imported } from '../shared/imported'
import type { ProductDraft } from '../shared/product'
import type { EditedField } from '../shared/proposal'
import type { PicturesThere } from './pictures-there'

/** `own`: what it has of its own; what is missing there is as its product has it. */
export type BulkVariation = {
  id: number
  /** "Red, L" */
  label: string
  options: readonly { name: string; value: string }[]
  own: OwnValues
}

/** A product as its owner sees it now, with edits that still wait; `namedBy`: the id by which other products name it. */
export type BulkProduct = { id: number; namedBy: number; fields: ProductFields; variations: readonly BulkVariation[] }

export type BulkContext = {
  /** Names of categories and types; the store's profile, with its currency. */
  words: StoreWords
  /** What is typed into the product and not saved. */
  draft: ProductDraft | null
  /** What the rows of an imported table say of the product. */
  imported: Imported | null
  /** Those that are there; left out: none are. */
  pictures?: PicturesThere
  /** What it was in the snapshot that is gone back to; null: it was not there, or none is. */
  was: BulkProduct | null
  /** Pictures, files and videos that come back from that, and what is said of them. */
  mediaBack?: readonly ProposedEdit[]
  /** Of the product among all that the action is about, from 0. */
  place: number
  /** Another product, or a variation that the proposal makes of one, has this SKU. */
  isTaken: (sku: string) => boolean
}

/**
 * One value. `variationId` null: of the product itself, else of that variation's own, where null is none. `field` null: the product
 * itself goes, and there is no value; `new`: it is made; `variation`: one of its variations is, each under an id of its own; `picture`: one
 * of its pictures comes or goes; `file`, `video`: one of these comes.
 */
export type ProposedEdit = {
  variationId: number | null
  field: EditedField
  before: unknown
  after: unknown
  /** Why the action makes nothing of it. */
  reason?: EditReason | null
}

/** What an action makes of one product; pure. An edit that changes nothing is shown as such, so that nobody misses it. */
export type Planner<Action> = (product: BulkProduct, action: Action, context: BulkContext) => ProposedEdit[]

/** Of a field of the product itself, from what it is now. */
export const productEdit = ({ fields }: BulkProduct, field: ProductField, after: unknown): ProposedEdit => ({
  variationId: null,
  field,
  before: fields[field],
  after,
})
