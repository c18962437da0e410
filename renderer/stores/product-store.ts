import { create } from 'zustand'
import type { ChangeView } from '../../electron/shared/change'
import type { ErrorInfo } from '../../electron/shared/errors'
import { type ProductDetail } from '../../electron/shared/product'
import {
  fieldsIn,
  newProductFields,
  type ProductField,
  type ProductFields,
} from '../../electron/shared/fields/product-fields'
import { fieldOfPath } from '../../electron/shared/fields/typed'
import { call, problemOf } from '../bridge'
import { endTypedReview } from './bulk-store'
import { createDraftKeeper, type DraftKey } from './draft-keeper'
import { stepOf, withEverything, withStep, withoutEdit, withoutStep, type EditStep } from './edit-steps'
import { typedOver } from './edits-being-saved'
import { newFields, takeTemplate } from './new-product'
import { createOverlappingReads } from './overlapping-reads'
import { shareEqual } from './share-equal'
import {
  editsOf,
  isEdited,
  rebased,
  isSameEdits,
  overNow,
  withField,
  withValue,
  withTexts,
  withUnparsed,
  type ProductEdits,
} from './product-edits'
import type { VariationEdits } from './variation-edits'

export type ProductTarget = number | 'new'
/** By the path of its box; null: it holds a value again, or is gone. */
type TextsSet = Readonly<Record<string, string | null>>

export type OpenProduct = {
  connectionId: string
  target: ProductTarget
  /** 'gone': it was deleted, here or in the store. */
  phase: 'loading' | 'ready' | 'gone' | 'failed'
  /** Null while loading and for a product that does not exist yet. */
  detail: ProductDetail | null
  edits: ProductEdits
  /** What was typed, step by step, for undo; it starts anew with every opening. */
  steps: readonly EditStep[]
  /** Steps taken back, the last one at the end; typing ends them. */
  undone: readonly EditStep[]
  /** Changes the store refused or that conflict, with what the store has now. */
  openChanges: ChangeView[]
  /** The edits come from an earlier run or visit. */
  restored: boolean
  saving: boolean
  /** Save was asked for with errors in the form: fields nobody touched are checked too. */
  strict: boolean
  /** What was asked for, and variations would go with it. */
  asksToRemove: 'save' | 'save-and-next' | null
  problem: ErrorInfo | null
}

const reads = createOverlappingReads()

type ProductStore = { open: OpenProduct | null }

/** The product in the form: what main says about it, and what the person typed. */
export const useProductStore = create<ProductStore>(() => ({ open: null }))

export const drafts = createDraftKeeper({
  onNote: ({ connectionId }) => endTypedReview(connectionId),
  put: (input) => call('drafts.put', input),
  remove: (key) => call('drafts.remove', key),
  wait: 300,
  now: () => Date.now(),
})

export function draftKeyOf({ connectionId, target }: Pick<OpenProduct, 'connectionId' | 'target'>): DraftKey {
  return { connectionId, productId: target === 'new' ? null : target }
}

export function openedProduct(): OpenProduct | null {
  return useProductStore.getState().open
}

/** A form that is being read takes its draft from disk, without what is typed elsewhere meanwhile. */
export function isFormToCome(productId: number): boolean {
  const open = openedProduct()
  return open?.phase === 'loading' && open.target === productId
}

/** Changes the open product, but only while it is still this one. */
export function patchOpen(target: Pick<OpenProduct, 'connectionId' | 'target'>, patch: Partial<OpenProduct>): void {
  useProductStore.setState(({ open }) => (open && isSame(open, target) ? { open: { ...open, ...patch } } : {}))
}

export async function openProduct(connectionId: string, target: ProductTarget): Promise<void> {
  void drafts.flush()
  const open: OpenProduct = {
    connectionId,
    target,
    phase: 'loading',
    detail: null,
    edits: editsOf(newProductFields),
    steps: [],
    undone: [],
    openChanges: [],
    restored: false,
    saving: false,
    strict: false,
    asksToRemove: null,
    problem: null,
  }
  useProductStore.setState({ open })
  await drafts.flush()
  if (target === 'new') await openNew(open)
  else {
    reads.startOver()
    await readProduct(open, target)
  }
}

/** Leaves the form; what was typed stays as a draft. */
export function leaveProduct(): void {
  void drafts.flush()
  useProductStore.setState({ open: null })
}

/** Reads the product again, as after a save or when it changed: touched fields keep what the person typed. */
export async function refreshProduct(): Promise<void> {
  const open = openedProduct()
  if (open && open.target !== 'new') await readProduct(open, open.target)
}

export function setProductField<Field extends ProductField>(field: Field, value: ProductFields[Field]): void {
  edit(field, (edits) => withField(edits, field, value))
}

/** What the control of the field's kind gave, and the texts of boxes that change with it. */
export function setProductValue(field: ProductField, value: unknown, texts: TextsSet = {}): void {
  edit(field, (edits) => withValue(withTexts(edits, texts), field, value))
}

/** Back to what the field, or the one box of it at the path, was before it was edited. */
export function resetField(field: ProductField, path: string = field): void {
  edit(field, (edits) => withoutEdit(edits, field, path), true)
}

/** Somebody else changed the field meanwhile, and what is typed here, or what is there now, is chosen: nothing is asked later. */
export function settleMoved(field: ProductField, take: 'mine' | 'theirs'): void {
  const now = openedProduct()?.detail?.fields
  if (!now) return
  edit(field, (edits) => overNow(take === 'mine' ? edits : withoutEdit(edits, field), now, field))
}

/** Text that is no value yet, or null once the field holds a value again. */
export function setUnparsed(path: string, text: string | null): void {
  const field = fieldOfPath(path)
  if (field) edit(field, (edits) => withUnparsed(edits, path, text))
}

/** What was typed into boxes of variations; `boxes` names them as one step of undo. */
export function setVariations(boxes: string, change: (variations: VariationEdits) => VariationEdits): void {
  edit(`variations.${boxes}`, (edits) => ({ ...edits, variations: change(edits.variations) }))
}

/** Back to what is saved, as one step of undo. Answers with what brings it back; null: nothing was typed. */
export function discardEdits(): (() => Promise<void>) | null {
  const open = openedProduct()
  if (!open || !isEdited(open.edits)) return null
  const { sent: _, ...discarded } = open.edits
  const base = open.detail?.fields ?? newFields()
  const steps = [...open.steps, stepOf(discarded, 'everything')]
  patchOpen(open, { edits: editsOf(base), steps, undone: [], restored: false, strict: false, problem: null })
  void drafts.forget(draftKeyOf(open))
  return () => bringBack(open, discarded)
}

/** Below what was typed since. A form that was left has it as a draft again, unless there is a newer one. */
async function bringBack(left: OpenProduct, discarded: ProductEdits): Promise<void> {
  const open = openedProduct()
  if (!open || !isSame(open, left) || open.phase !== 'ready') {
    await drafts.flush()
    if (!(await call('drafts.get', draftKeyOf(left)))) drafts.note(draftKeyOf(left), discarded)
    return
  }
  const edits = withEverything(open.edits, discarded)
  const steps = [...open.steps, stepOf(open.edits, 'everything')]
  patchOpen(open, { edits, steps, undone: [], problem: null })
  drafts.note(draftKeyOf(open), edits)
}

/** Takes back the last field that was edited in the form. */
export function undoEdit(): void {
  const open = openedProduct()
  const step = open?.steps.at(-1)
  if (open?.phase !== 'ready' || !step) return
  const edits = typedOver(open.edits, withoutStep(open.edits, step))
  const undone = [...open.undone, stepOf(open.edits, step.field)]
  patchOpen(open, { edits, steps: open.steps.slice(0, -1), undone, problem: null })
  drafts.note(draftKeyOf(open), edits)
}

/** Does again what `undoEdit` took back last. */
export function redoEdit(): void {
  const open = openedProduct()
  const step = open?.undone.at(-1)
  if (open?.phase !== 'ready' || !step) return
  const edits = typedOver(open.edits, withoutStep(open.edits, step))
  const steps = [...open.steps, stepOf(open.edits, step.field)]
  patchOpen(open, { edits, steps, undone: open.undone.slice(0, -1), problem: null })
  drafts.note(draftKeyOf(open), edits)
}

function edit(
  field: Exclude<EditStep['field'], 'everything'>,
  change: (edits: ProductEdits) => ProductEdits,
  isBack?: true,
): void {
  const open = openedProduct()
  if (open?.phase !== 'ready') return
  const edits = typedOver(open.edits, change(open.edits))
  // A field may report that it still holds its value.
  const isSame = isSameEdits(edits, open.edits)
  const steps = isSame ? open.steps : withStep(open.steps, open.edits, field, edits, isBack)
  const undone = isSame ? open.undone : []
  patchOpen(open, { edits, steps, undone, problem: null, restored: open.restored && isEdited(edits) })
  drafts.note(draftKeyOf(open), edits)
}

async function openNew(open: OpenProduct): Promise<void> {
  const fields = newFields()
  try {
    const draft = await call('drafts.get', { connectionId: open.connectionId, productId: null })
    const edits = draft ? rebased(draft, fields, []) : editsOf(fields)
    const begun = isEdited(edits) ? null : takeTemplate(open.connectionId)
    if (!begun) return patchOpen(open, { phase: 'ready', edits, restored: isEdited(edits) })
    const likeIt = fieldsIn(begun).reduce((all, field) => withValue(all, field, begun[field]), edits)
    patchOpen(open, { phase: 'ready', edits: likeIt })
    drafts.note(draftKeyOf(open), likeIt)
  } catch (error) {
    patchOpen(open, { phase: 'ready', edits: editsOf(fields), problem: problemOf(error) })
  }
}

async function readProduct(open: OpenProduct, productId: number): Promise<void> {
  const read = reads.begin()
  const { connectionId } = open
  try {
    const detail = await call('catalogue.product', { connectionId, productId })
    const openChanges = await readOpenChanges(connectionId, detail)
    const now = openedProduct()
    if (!now || !isSame(now, open) || !read.isNews()) return
    patchOpen(now, now.phase === 'ready' ? taken(now, detail, openChanges) : opened(detail, openChanges))
  } catch (error) {
    if (!read.isLast()) return
    const problem = problemOf(error)
    patchOpen(open, { phase: problem.code === 'not-found' ? 'gone' : failedPhase(), problem })
  }
}

function opened(detail: ProductDetail, openChanges: ChangeView[]): Partial<OpenProduct> {
  const edits = detail.draft ? rebased(detail.draft, detail.fields, detail.readOnly.variations) : editsOf(detail.fields)
  return { phase: 'ready', detail, openChanges, edits, restored: isEdited(edits), problem: null }
}

/** What did not change stays the same object, so that only what did change is drawn anew. */
function taken(open: OpenProduct, detail: ProductDetail, openChanges: ChangeView[]): Partial<OpenProduct> {
  return shareEqual(
    { detail: open.detail, openChanges: open.openChanges, edits: open.edits },
    { detail, openChanges, edits: rebased(open.edits, detail.fields, detail.readOnly.variations) },
  )
}

/** A form that is on screen stays there with its input when it could not be read again. */
function failedPhase(): OpenProduct['phase'] {
  return openedProduct()?.phase === 'ready' ? 'ready' : 'failed'
}

async function readOpenChanges(connectionId: string, detail: ProductDetail): Promise<ChangeView[]> {
  if (detail.state !== 'conflict' && detail.problems.length === 0) return []
  const filter = { filter: 'open' as const, offset: 0, limit: 100 }
  const { sets } = await call('changes.list', { connectionId, productId: detail.id, ...filter })
  return sets
    .flatMap((set) => set.changes)
    .filter(({ productId, state }) => productId === detail.id && (state === 'refused' || state === 'conflict'))
}

function isSame(
  a: Pick<OpenProduct, 'connectionId' | 'target'>,
  b: Pick<OpenProduct, 'connectionId' | 'target'>,
): boolean {
  return a.connectionId === b.connectionId && a.target === b.target
}
