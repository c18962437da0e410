import { create } from 'zustand'
import type { ErrorInfo } from '../../electron/shared/errors'
import { shelfFieldOf, type ShelfThing } from '../../electron/shared/fields/shelf-fields'
import type { ShelfDetail } from '../../electron/shared/shelf'
import { call, problemOf } from '../bridge'
import { createOverlappingReads } from './overlapping-reads'
import { shareEqual } from './share-equal'
import {
  asSent,
  isNothing,
  noEdits,
  sinceSaved,
  withEverything,
  withStep,
  withValue,
  type ShelfEdits,
  type ShelfStep,
} from './shelf-edits'

/** The category or product type whose page is open, by the key that its line has. */
type Target = { connectionId: string; thing: ShelfThing; key: number }
type OpenShelf = Target & {
  detail: ShelfDetail | null
  problem: ErrorInfo | null
  /** What was typed, step by step, for undo; it starts anew with every opening. */
  steps: readonly ShelfStep[]
  /** Steps taken back, the last one at the end; typing ends them. */
  undone: readonly ShelfStep[]
}

type ShelfStore = {
  open: OpenShelf | null
  /** Of each page that was left with something typed as well. */
  edits: Readonly<Record<string, ShelfEdits>>
  /** Of each page whose save is under way, or was refused. */
  saves: Readonly<Record<string, 'under-way' | ErrorInfo>>
}

export const useShelfStore = create<ShelfStore>(() => ({ open: null, edits: {}, saves: {} }))
const { getState, setState } = useShelfStore

const nameOf = ({ connectionId, thing, key }: Target): string => `${connectionId} ${thing} ${key}`
const isSame = (one: Target, other: Target | null): boolean => other !== null && nameOf(one) === nameOf(other)

const editsOf = ({ open, edits }: ShelfStore): ShelfEdits => (open && edits[nameOf(open)]) ?? noEdits

/** What stands in a box: what was typed, or what is there. */
export const shelfValue = (state: ShelfStore, field: string): unknown =>
  field in editsOf(state).patch ? editsOf(state).patch[field] : state.open?.detail?.fields[field]

/** Something is typed on the page of this line and not saved. */
export const isShelfTyped = ({ edits }: ShelfStore, target: Target): boolean =>
  !isNothing(edits[nameOf(target)] ?? noEdits)

export const isShelfEdited = (state: ShelfStore): boolean => !isNothing(editsOf(state))
export const shelfPatch = (state: ShelfStore): ShelfEdits => editsOf(state)

const saveOf = ({ open, saves }: ShelfStore) => (open ? saves[nameOf(open)] : undefined)
export const isShelfSaving = (state: ShelfStore): boolean => saveOf(state) === 'under-way'

/** Why the open page could not be saved, or not be read. */
export function shelfProblem(state: ShelfStore): ErrorInfo | null {
  const save = saveOf(state)
  return save === undefined || save === 'under-way' ? (state.open?.problem ?? null) : save
}

export async function openShelf(target: Target): Promise<void> {
  if (isSame(target, getState().open)) return refreshShelf()
  setState({ open: { ...target, detail: null, problem: null, steps: [], undone: [] } })
  await refreshShelf()
}

export const leaveShelf = (): void => setState({ open: null })

const reads = createOverlappingReads()

/** Reads it again; what was typed stays. */
export async function refreshShelf(): Promise<void> {
  const { open } = getState()
  if (!open) return
  const read = reads.begin()
  const { connectionId, thing, key: id } = open
  try {
    const detail = await call('catalogue.shelf', { connectionId, thing, id })
    if (!isSame(open, getState().open) || !read.isNews()) return
    patch(open, (now) => ({ detail: shareEqual(now.detail, detail), problem: null }))
    const { draft } = detail
    if (draft && read.isLast() && !(nameOf(open) in getState().edits)) noteEdits(open, draft)
  } catch (error) {
    if (!read.isLast()) return
    const problem = problemOf(error)
    patch(open, ({ detail }) => ({ detail: problem.code === 'not-found' ? null : detail, problem }))
  }
}

/** What was typed before the program was started. */
export async function loadTypedShelves(connectionId: string): Promise<void> {
  try {
    for (const { draft, ...one } of await call('drafts.shelves', { connectionId })) {
      const target = { connectionId, ...one }
      if (!(nameOf(target) in getState().edits)) noteEdits(target, draft)
    }
  } catch {
    // Each page reads its own once it is opened.
  }
}

function noteEdits(target: Target, edits: ShelfEdits): void {
  setState((state) => ({ edits: { ...state.edits, [nameOf(target)]: edits } }))
}

/** Long enough for a word. */
const restMs = 300
let unkept: { target: Target; timer: ReturnType<typeof setTimeout> } | null = null

/** On disk a moment later, or with `keepTyped`. */
function keepSoon({ connectionId, thing, key }: Target): void {
  const target = { connectionId, thing, key }
  if (unkept && !isSame(unkept.target, target)) keepTyped()
  unkept ??= { target, timer: setTimeout(keepTyped, restMs) }
}

/** What was typed until now is on its way to the disk. */
export function keepTyped(): void {
  if (!unkept) return
  const { target, timer } = unkept
  unkept = null
  clearTimeout(timer)
  const { connectionId, thing, key: id } = target
  const edits = getState().edits[nameOf(target)] ?? noEdits
  const draft = isNothing(edits) ? null : edits
  // One that could not be written is still on the screen, and the next letter tries again.
  void call('drafts.putShelf', { connectionId, thing, id, draft }).catch(() => {})
}

function patch(target: Target, change: (now: OpenShelf) => Partial<OpenShelf>): void {
  setState(({ open }) => (open && isSame(target, open) ? { open: { ...open, ...change(open) } } : {}))
}

export function setShelfValue(field: string, value: unknown): void {
  const step = put({ field, value })
  if (step) patch(step.open, ({ steps }) => ({ steps: withStep(steps, step.from, step.edits), undone: [] }))
}

/** What was typed last is taken back. */
export function undoShelfEdit(): void {
  const step = getState().open?.steps.at(-1)
  const done = step && put(step)
  if (done) patch(done.open, ({ steps, undone }) => ({ steps: steps.slice(0, -1), undone: [...undone, done.from] }))
}

/** Does again what `undoShelfEdit` took back last. */
export function redoShelfEdit(): void {
  const step = getState().open?.undone.at(-1)
  const done = step && put(step)
  if (done) patch(done.open, ({ steps, undone }) => ({ steps: [...steps, done.from], undone: undone.slice(0, -1) }))
}

/** Says what was there before; null: nothing is open that has it. */
function put(step: ShelfStep): { open: OpenShelf; from: ShelfStep; edits: ShelfEdits } | null {
  const { open } = getState()
  const now = editsOf(getState())
  if (!open?.detail) return null
  if ('everything' in step) return { open, from: { everything: now }, edits: putAll(open, step.everything) }
  if (!shelfFieldOf(open.thing, step.field)) return null
  const from = { field: step.field, value: shelfValue(getState(), step.field) }
  return { open, from, edits: putAll(open, withValue(open.thing, now, open.detail.fields, step)) }
}

function putAll(target: Target, edits: ShelfEdits): ShelfEdits {
  noteEdits(target, edits)
  if (getState().saves[nameOf(target)] !== 'under-way') noteSave(target, null)
  keepSoon(target)
  return edits
}

/** Back to what is saved, as one step of undo. Answers with what brings it back; null: nothing was typed. */
export function discardShelfEdits(): (() => void) | null {
  const { open } = getState()
  const discarded = editsOf(getState())
  if (!open || isNothing(discarded)) return null
  putAll(open, noEdits)
  noteEverything(open, discarded)
  return () => bringBack(open, discarded)
}

/** Below what was typed since, also where the page was left. */
function bringBack(target: Target, discarded: ShelfEdits): void {
  const now = getState().edits[nameOf(target)] ?? noEdits
  putAll(target, withEverything(now, discarded))
  noteEverything(target, now)
}

const noteEverything = (target: Target, before: ShelfEdits): void =>
  patch(target, ({ steps }) => ({ steps: withStep(steps, { everything: before }, noEdits), undone: [] }))

/** What was saved stands on the page at once. */
function noteSaved(target: Target, typed: ShelfEdits, sent: ShelfEdits): void {
  if (!isNothing(sent)) {
    patch(target, ({ detail }) => ({
      detail: detail && { ...detail, fields: { ...detail.fields, ...sent.patch }, state: 'waiting' },
    }))
  }
  noteEdits(target, sinceSaved(getState().edits[nameOf(target)] ?? noEdits, typed, sent))
  // Undo means what was saved from here on.
  patch(target, () => ({ steps: [], undone: [] }))
}

function noteSave(target: Target, save: 'under-way' | ErrorInfo | null): void {
  setState(({ saves }) => {
    const { [nameOf(target)]: _, ...others } = saves
    return { saves: save === null ? others : { ...others, [nameOf(target)]: save } }
  })
}

/** Writes what was typed of the thing with a key. `name`: what it is called then. */
type Save = (key: number, name: string, edits: ShelfEdits) => Promise<unknown>

/** Saves what was typed by `save`; what is typed meanwhile stays. */
export async function saveShelf(save: Save): Promise<void> {
  const { open } = getState()
  const typed = editsOf(getState())
  if (!open || isShelfSaving(getState()) || isNothing(typed)) return
  const sent = asSent(open.thing, typed)
  noteSave(open, 'under-way')
  try {
    const name = String(sent.patch['name'] ?? open.detail?.fields['name'] ?? '')
    if (!isNothing(sent)) await save(open.key, name, sent)
    noteSave(open, null)
    noteSaved(open, typed, sent)
    keepSoon(open)
    keepTyped()
    await refreshShelf()
  } catch (error) {
    noteSave(open, problemOf(error))
  }
}
