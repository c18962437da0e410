import { z } from 'zod'
import {
  changeFilters,
  operationSchema,
  revertChoiceSchema,
  type ChangeSetView,
  type ChangeView,
  type ChangesSummary,
  type ConflictPage,
  type HistoryEntry,
  type RedoableSet,
  type RevertEntry,
  type RevertTally,
} from './change'
import { actSchema } from './change-address'
import { inStore, keyText, page } from './limits'
import { request } from './request'
import { wantedLabelSchema } from './set-label'

const productId = z.number().int().positive()
/** What a person points at one by one; more than that is named by its set or its kind. */
const changeIds = z.array(z.number().int()).min(1).max(100)
const changeId = z.number().int()
const changeSetId = z.number().int()

/** The calls about changes: made, listed, kept back, taken back, decided, done again. */
export const changeCalls = {
  /** Plans, stores and queues the operations as one change set; answers when they are on disk, before the network is asked. */
  'changes.apply': request<{ changeSetId: number | null; productIds: number[] }>()(
    z.strictObject({
      ...inStore,
      source: z.enum(['form', 'list', 'pictures']),
      label: wantedLabelSchema,
      operations: z.array(operationSchema).min(1).max(5000),
    }),
  ),
  'changes.list': request<{ total: number; sets: ChangeSetView[] }>()(
    z.strictObject({
      ...inStore,
      filter: z.enum(changeFilters),
      productId: productId.optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
  ),
  'changes.summary': request<ChangesSummary>()(z.strictObject(inStore)),
  /** The life of one product: what was changed here and by others, newest first. */
  'changes.history': request<{ total: number; entries: HistoryEntry[] }>()(
    z.strictObject({ ...inStore, productId, ...page }),
  ),
  /** The changes of one set, in the order they were made. */
  'changes.ofSet': request<ChangeView[]>()(z.strictObject({ ...inStore, changeSetId, ...page })),
  /** Sends everything of a set that is refused, held or waiting, now. */
  'changes.retrySet': request<null>()(z.strictObject({ ...inStore, changeSetId })),
  /** Sends refused, held or waiting changes again, now. */
  'changes.retry': request<null>()(z.strictObject({ ...inStore, changeIds })),
  /** Takes changes back that are not in the store. */
  'changes.takeBack': request<null>()(z.strictObject({ ...inStore, changeIds })),
  /** Keeps back what waits of a set, or lets it go again. */
  'changes.hold': request<null>()(z.strictObject({ ...inStore, changeSetId, hold: z.boolean() })),
  /** The same for everything of the store, also what is still to come; remembered over restarts. */
  'changes.holdAll': request<null>()(z.strictObject({ ...inStore, hold: z.boolean() })),
  /** What taking a set back would do now, a page of its products at a time; with `changeId`: that one of its changes. */
  'changes.previewRevert': request<RevertEntry[]>()(
    z.strictObject({ ...inStore, changeSetId, changeId: changeId.optional(), ...page }),
  ),
  /** To how much of it. A newer question ends an older one with `cancelled`. */
  'changes.tallyRevert': request<RevertTally>()(z.strictObject({ ...inStore, changeSetId })),
  /**
   * A new change set that leads back; what is still waiting is simply taken back. What was changed since goes back where it was
   * chosen from the preview, stays with a `choice` that does not name it, and is asked about as a conflict where nothing was chosen.
   */
  'changes.revert': request<{ changeSetId: number | null }>()(
    z.strictObject({
      ...inStore,
      changeSetId,
      changeId: changeId.optional(),
      choice: revertChoiceSchema.optional(),
    }),
  ),
  /** The newest change set that an undo takes back; null when there is none. */
  'changes.lastUndoable': request<ChangeSetView | null>()(z.strictObject(inStore)),
  /** What was taken back last, until something new is done; null when there is nothing to do again. */
  'changes.lastRedoable': request<RedoableSet | null>()(z.strictObject(inStore)),
  /** Does again what an undo took back; `revertSetId` is what the undo answered. */
  'changes.redo': request<{ changeSetId: number | null }>()(
    z.strictObject({ ...inStore, changeSetId, revertSetId: changeSetId.nullable() }),
  ),
  /** `from`: the conflict that the page begins with, wherever it stands by now, or what follows it. */
  'changes.conflicts': request<ConflictPage>()(
    z.strictObject({ ...inStore, ...page, from: z.number().int().optional() }),
  ),
  /** Decides conflicts. Nothing is sent for a few seconds, within which `changes.undecide` takes the decision back. */
  'changes.resolve': request<null>()(
    z.strictObject({ ...inStore, changeIds, take: z.enum(['mine', 'theirs', 'value']), value: z.unknown().optional() }),
  ),
  /** Decides all conflicts of one kind alike; `together` names what it decided. */
  'changes.resolveKind': request<{ together: number; count: number }>()(
    z.strictObject({
      ...inStore,
      kind: z.strictObject({ ...actSchema.omit({ key: true }).shape, field: keyText.nullable() }),
      take: z.enum(['mine', 'theirs']),
    }),
  ),
  'changes.undecide': request<null>()(z.strictObject({ ...inStore, changeIds })),
  /** All that `changes.resolveKind` decided in one go. */
  'changes.undecideKind': request<null>()(z.strictObject({ ...inStore, together: z.number().int() })),
  /** A product that was deleted in the store: a new one is made from what is here. */
  'changes.makeAnew': request<{ productId: number }>()(z.strictObject({ ...inStore, productId })),
  'changes.letGo': request<null>()(z.strictObject({ ...inStore, productId })),
} as const
