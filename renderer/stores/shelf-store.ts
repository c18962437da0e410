import { create } from 'zustand'
import type { ErrorInfo } from '../../electron/shared/errors'
import { shelfFieldOf, type ShelfThing } from '../../electron/shared/fields/shelf-fields'
import type { ShelfDetail, ShelfDraft } from '../../electron/shared/shelf'
import { call, problemOf } from '../bridge'
import { shareEqual } from './share-equal'

/** The category or product type whose page is open, by the key that its line has. */
type Target = { connectionId: string; thing: ShelfThing; key: number }
type OpenShelf = Target & { detail: ShelfDetail | null; problem: ErrorInfo | null }
type Edits = Readonly<ShelfDraft>
const noEdits: Edits = { base: {}, patch: {} }

type ShelfStore = {
  open: OpenShelf | null
  /** Of each page that was left with something typed as well. */
  edits: Readonly<Record<string, Edits>>
  saving: boolean
}

export const useShelfStore = create<ShelfStore>(() => ({ open: null, edits: {}, saving: false }))
const { getState, setState } = useShelfStore

const nameOf = ({ connectionId, thing, key }: Target): string => `${connectionId} ${thing} ${key}`
const isSame = (one: Target, other: Target | null): boolean => other !== null && nameOf(one) === nameOf(other)

const editsOf = ({ open, edits }: ShelfStore): Edits => (open && edits[nameOf(open)]) ?? noEdits

/** What stands in a box: what was typed, or what is there. */
export const shelfValue = (state: ShelfStore, field: string): unknown =>
  field in editsOf(state).patch ? editsOf(state).patch[field] : state.open?.detail?.fields[field]

export const isShelfEdited = (state: ShelfStore): boolean => Object.keys(editsOf(state).patch).length > 0
export const shelfPatch = (state: ShelfStore): Edits => editsOf(state)

export async function openShelf(target: Target): Promise<void> {
  if (isSame(target, getState().open)) return refreshShelf()
  setState({ open: { ...target, detail: null, problem: null } })
  await refreshShelf()
}

export const leaveShelf = (): void => setState({ open: null })

/** Reads it again; what was typed stays. */
export async function refreshShelf(): Promise<void> {
  const { open } = getState()
  if (!open) return
  const { connectionId, thing, key: id } = open
  try {
    const detail = await call('catalogue.shelf', { connectionId, thing, id })
    patch(open, (now) => ({ detail: shareEqual(now.detail, detail), problem: null }))
    const { draft } = detail
    if (draft && !(nameOf(open) in getState().edits)) noteEdits(open, draft)
  } catch (error) {
    patch(open, () => ({ detail: null, problem: problemOf(error) }))
  }
}

function noteEdits(target: Target, edits: Edits): void {
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
  const draft = Object.keys(edits.patch).length > 0 ? edits : null
  // One that could not be written is still on the screen, and the next letter tries again.
  void call('drafts.putShelf', { connectionId, thing, id, draft }).catch(() => {})
}

function patch(target: Target, change: (now: OpenShelf) => Partial<OpenShelf>): void {
  setState(({ open }) => (open && isSame(target, open) ? { open: { ...open, ...change(open) } } : {}))
}

export function setShelfValue(field: string, value: unknown): void {
  const { open } = getState()
  const known = open && shelfFieldOf(open.thing, field)
  if (!open?.detail || !known) return
  const { base, patch: typed } = editsOf(getState())
  const before = field in base ? base[field] : open.detail.fields[field]
  const { [field]: _value, ...rest } = typed
  const { [field]: _base, ...baseOfRest } = base
  const next = known.kind.isSame(before, value)
    ? { base: baseOfRest, patch: rest }
    : { base: { ...base, [field]: before }, patch: { ...typed, [field]: value } }
  noteEdits(open, next)
  keepSoon(open)
}

export function discardShelfEdits(): void {
  const { open } = getState()
  if (!open) return
  noteEdits(open, noEdits)
  keepSoon(open)
}

/** What was saved stands on the page at once; what was typed meanwhile is upon that, also where it leads back. */
function noteSaved(target: Target, saved: Edits): void {
  const now = getState().edits[nameOf(target)] ?? noEdits
  const typed = { ...saved.base, ...now.patch }
  const since = Object.keys(typed).filter((field) => typed[field] !== saved.patch[field])
  const upon = { ...now.base, ...saved.patch }
  const pick = (values: Edits['patch']) => Object.fromEntries(since.map((field) => [field, values[field]]))
  patch(target, ({ detail }) => ({
    detail: detail && { ...detail, fields: { ...detail.fields, ...saved.patch }, state: 'waiting' },
  }))
  noteEdits(target, { base: pick(upon), patch: pick(typed) })
}

/** Saves what was typed by `save`; what is typed meanwhile stays. */
export async function saveShelf(save: (edits: Edits) => Promise<unknown>): Promise<void> {
  const { open, saving } = getState()
  const edits = editsOf(getState())
  if (!open || saving || Object.keys(edits.patch).length === 0) return
  setState({ saving: true })
  try {
    await save(edits)
    noteSaved(open, edits)
    keepSoon(open)
    keepTyped()
    await refreshShelf()
  } catch (error) {
    patch(open, () => ({ problem: problemOf(error) }))
  } finally {
    setState({ saving: false })
  }
}
