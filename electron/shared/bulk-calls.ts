import { z } from 'zod'
import { replaceRuleSchema, type FoundHits } from './find-rule'
import { inStore, longestList, page, typedText } from './limits'
import {
  productSelectionSchema,
  proposalAskedSchema,
  reviewViewSchema,
  someEditsSchema,
  timesSchema,
  type BulkPreview,
  type FieldCount,
  type Proposal,
  type ProposedRow,
  type TimedProposal,
} from './proposal'
import { productQuerySchema } from './product-query'
import { request } from './request'
import type { StockList } from './stock-rule'

const proposal = { ...inStore, proposalId: z.number().int().positive() }

/** The calls about many products at once. */
export const bulkCalls = {
  /** Local ids of what a search finds, from one place of its list to another. */
  'bulk.ids': request<number[]>()(
    z.strictObject({
      ...inStore,
      query: productQuerySchema,
      offset: page.offset,
      limit: z.number().int().min(1).max(5000),
    }),
  ),
  /** Products that something is typed into and not saved. */
  'bulk.typed': request<number[]>()(z.strictObject(inStore)),
  /** What an action would make of the first products of a selection. */
  'bulk.preview': request<BulkPreview>()(proposalAskedSchema.extend(inStore)),
  /** How many products of a selection are on sale now. */
  'bulk.onSale': request<number>()(z.strictObject({ ...inStore, selection: productSelectionSchema })),
  /** What a rule would replace in a selection. A newer question ends an older one with `cancelled`. */
  'bulk.hits': request<FoundHits>()(
    z.strictObject({ ...inStore, selection: productSelectionSchema, rule: replaceRuleSchema }),
  ),
  /** Reads SKUs and numbers as they were pasted, and looks for their products. `answers`: what numbers mean that were asked about. */
  'bulk.stockList': request<StockList>()(
    z.strictObject({
      ...inStore,
      pasted: z.string().max(longestList),
      answers: z.record(typedText, z.number().int()),
    }),
  ),
  /** Goes over a selection, in the background; nothing is written before `bulk.apply`. Takes the place of an earlier one. */
  'bulk.propose': request<Proposal>()(proposalAskedSchema.extend(inStore)),
  /** The proposal that is open; null: there is none. */
  'bulk.current': request<Proposal | null>()(z.strictObject(inStore)),
  'bulk.page': request<{ total: number; rows: ProposedRow[] }>()(
    z.strictObject({ ...proposal, view: reviewViewSchema, ...page }),
  ),
  /** How many of what a view lists are of each field, in the order of a view by field. */
  'bulk.fields': request<FieldCount[]>()(z.strictObject({ ...proposal, view: reviewViewSchema })),
  /** Leaves edits out of what is written, or takes them in again. */
  'bulk.leaveOut': request<Proposal>()(z.strictObject({ ...proposal, edits: someEditsSchema, out: z.boolean() })),
  /** All of it for a spreadsheet. */
  'bulk.csv': request<string>()(z.strictObject(proposal)),
  /** Makes one change set of what was not left out, in the background, at once or at its time. */
  'bulk.apply': request<Proposal>()(z.strictObject({ ...proposal, times: timesSchema })),
  /** What begins or ends at a time of its own. */
  'bulk.timed': request<TimedProposal[]>()(z.strictObject(inStore)),
  /** Gives it another time; no start: it begins now. */
  'bulk.setTimes': request<TimedProposal[]>()(z.strictObject({ ...proposal, times: timesSchema })),
  /** Keeps back what waits of its change set, or lets it go again. */
  'bulk.hold': request<Proposal>()(z.strictObject({ ...proposal, hold: z.boolean() })),
  /** Takes back what waits of its change set; `keepSent` false: what is in the store already goes back too. */
  'bulk.cancel': request<Proposal>()(z.strictObject({ ...proposal, keepSent: z.boolean() })),
  /** What is to go back at its end goes back now. */
  'bulk.endNow': request<TimedProposal[]>()(z.strictObject(proposal)),
  /** Closes its review. For a minute, or until a newer one is proposed, it can be brought back. */
  'bulk.discard': request<null>()(z.strictObject(proposal)),
  'bulk.bringBack': request<Proposal>()(z.strictObject(proposal)),
} as const
