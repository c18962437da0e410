import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import type {
  ChangeSetView,
  ChangeState,
  ChangeView,
  ConflictPage,
  ConflictView,
  FieldDifference,
  HistoryEntry,
  RedoableSet,
  changeFilters,
} from '../shared/change'
import {
  actOf,
  isAboutPictures,
  isCreate,
  isDelete,
  isOfFiles,
  isOfVariations,
  isOfVideos,
  setsThis,
} from '../shared/change-address'
import { stillBelowSchema, type ChangeRecord } from '../shared/change-record'
import { remoteProductSchema } from '../shared/remote-product'
import { nextToRedo } from './next-to-redo'
import { nextToUndo } from './next-to-undo'
import { isHalfSent } from './half-sent'
import { mineOf, sameConflict } from './resolve'
import { changedSince } from './store-history'
import { reasonText } from '../shared/errors'
import { says, type Sentence } from '../shared/sentence'
import { sentenceText } from '../shared/words/sentence'

const shownAtFirst = 100

/** Worst first: a set is as far as its slowest change. */
const severity: readonly ChangeState[] = [
  'conflict',
  'refused',
  'unknown',
  'sending',
  'held',
  'waiting',
  'sent',
  'taken-back',
]

export type ChangeListQuery = {
  filter: (typeof changeFilters)[number]
  productId?: number | undefined
  offset: number
  limit: number
}

/** Change sets for the Changes screen: the queue in the order it goes, everything else newest first. */
export function listChangeSets(catalogue: Catalogue, query: ChangeListQuery): { total: number; sets: ChangeSetView[] } {
  const { filter, productId, offset, limit } = query
  const about = productId === undefined ? undefined : ({ thing: 'product', id: productId } as const)
  const { total, sets } = catalogue.changes.list(filter, about, offset, limit)
  return { total, sets: sets.map((set) => toSetView(catalogue, set)) }
}

/** What the next undo takes back. */
export async function lastUndoable(catalogue: Catalogue): Promise<ChangeSetView | null> {
  const set = await nextToUndo(catalogue)
  return set ? toSetView(catalogue, set) : null
}

/** What the next redo does again. */
export async function lastRedoable(catalogue: Catalogue): Promise<RedoableSet | null> {
  const undone = await nextToRedo(catalogue)
  const set = undone && catalogue.changes.findSet(undone.setId)
  return set ? { set: toSetView(catalogue, set), revertSetId: undone.revertSetId } : null
}

/** A page of the changes of a set. */
export function changesOfSet(
  catalogue: Catalogue,
  { changeSetId, offset, limit }: { changeSetId: number; offset: number; limit: number },
): ChangeView[] {
  return pageOf(catalogue, changeSetId, offset, limit)
}

function toSetView(catalogue: Catalogue, set: ChangeSetRecord): ChangeSetView {
  const states = catalogue.changes.statesOf(set.id)
  const state = severity.find((candidate) => states[candidate]) ?? 'taken-back'
  const behind = states.waiting ? catalogue.changes.behindHeld(set.id) : []
  const isMoving = (states.sending ?? 0) + (states.unknown ?? 0) > 0
  return {
    ...set,
    state,
    productCount: catalogue.changes.thingCountOf(set.id),
    changeCount: Object.values(states).reduce((sum, count) => sum + count, 0),
    states,
    // A set of thousands is read in the window a page at a time; the first hundred say what it is about.
    changes: pageOf(catalogue, set.id, 0, shownAtFirst, behind),
    canRevert: state !== 'taken-back' && catalogue.changes.hasUnreverted(set.id),
    behindHeld: behind.length,
    isBetweenSteps: isMoving && catalogue.changes.isBetweenSteps(set.id),
    isHeldOnItsWay: isMoving && catalogue.changes.isHeldOnItsWay(set.id),
    isImport: set.source === 'bulk' && catalogue.keptTables.ofSet(set.id) !== undefined,
  }
}

/** `behind`: those that wait with a held one. */
function pageOf(
  { changes }: Catalogue,
  setId: number,
  offset: number,
  limit: number,
  behind: readonly number[] = changes.behindHeld(setId),
): ChangeView[] {
  const waiting = new Set(behind)
  const why = sentenceText(says('waits-for-held'))
  return changes.pageOfSet(setId, offset, limit).map((change) => {
    const view = toChangeView(change)
    return waiting.has(change.id) ? { ...view, reason: view.reason ?? why } : view
  })
}

/** The life of one product, newest first. */
export function productHistory(
  { changes }: { changes: Pick<Catalogue['changes'], 'history'> },
  { productId, offset, limit }: { productId: number; offset: number; limit: number },
): { total: number; entries: HistoryEntry[] } {
  const { total, entries } = changes.history({ thing: 'product', id: productId }, offset, limit)
  return {
    total,
    entries: entries.map((record) => {
      const { source, label, setId: changeSetId, createdAt, sentAt, state, isReverted } = record
      // The store's own changes have its time each; ours were made when they were saved.
      const at = source === 'pull' ? (sentAt ?? createdAt) : createdAt
      const canPutBack = state === 'sent' && !isReverted && !isCreate(record) && !isDelete(record)
      return { ...toChangeView(record), changeSetId, source, label, at, canPutBack }
    }),
  }
}

/** Conflicts to decide, and those decided and not sent yet. */
export function listConflicts(
  catalogue: Catalogue,
  asked: { offset: number; limit: number; from?: number | undefined },
): ConflictPage {
  const { conflicts, ...page } = catalogue.changes.conflicts(asked)
  return {
    ...page,
    conflicts: conflicts.map((record): ConflictView => {
      const view = toChangeView(record)
      const same = record.state === 'conflict' ? sameConflict(catalogue, record) : []
      // A decided one still shows what it was decided from.
      const { before, theirs } = record.decision ?? { before: (same[0] ?? record).before, theirs: record.theirs }
      const changed = isDelete(record) ? { before: null, theirs: differences(before, theirs) } : { before, theirs }
      const mine = mineOf(record, before, theirs, same.findLast(isHalfSent))
      return { ...view, ...changed, mine, changeSetId: record.setId, createdAt: record.createdAt }
    }),
  }
}

function toChangeView(change: ChangeRecord): ChangeView {
  const { id, productId, productName, entry, after, state, attempts, sentAt, retryAt } = change
  const product = { id, productId, productName, entry, ...actOf(change), after, state, attempts, sentAt, retryAt }
  const isBehind = change.waitsFor !== null && state === 'waiting'
  const reason = (change.reason && reasonText(change.reason)) ?? (isBehind ? sentenceText(whatFor(change)) : null)
  const decided = change.decision?.take ?? null
  // The snapshot that a delete keeps for its undo is nothing to look at; what changed since is.
  const before = isDelete(change) ? null : change.before
  const theirs = isDelete(change) && change.theirs ? differences(change.before, change.theirs) : change.theirs
  const meaning = state === 'conflict' && isBecauseOfVariations(change) ? reason : null
  const isOfDeletedProduct = state === 'refused' && change.reason?.sentence?.says === 'deleted-in-store'
  return { ...product, before, theirs, meaning, isOfDeletedProduct, reason, decided }
}

/** Options that cannot follow because of what variations are made of, which the options themselves do not show. */
const isBecauseOfVariations = ({ reason }: ChangeRecord): boolean =>
  reason?.sentence?.says === 'options-still-used' || reason?.sentence?.says === 'options-would-meet'

function whatFor(change: ChangeRecord): Sentence {
  if (isDelete(change)) return says('waits-for-below')
  if (isOfVariations(change)) return says('waits-for-variation')
  if (setsThis(change, 'relatedProducts')) return says('waits-for-product')
  if (isOfVideos(change)) return says('waits-for-video')
  if (isOfFiles(change)) return says('waits-for-file')
  return says(isAboutPictures(change) ? 'waits-for-pictures' : 'waits-for-shelf')
}

function differences(before: unknown, after: unknown): FieldDifference[] {
  const [old, now] = [remoteProductSchema.safeParse(before), remoteProductSchema.safeParse(after)]
  const { below } = stillBelowSchema.safeParse(after).data ?? {}
  return [
    ...(old.success && now.success ? changedSince(old.data, now.data) : []),
    ...(below ? [{ field: 'below', before: [], after: below }] : []),
  ]
}
