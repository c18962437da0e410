import { isEqual } from '../../electron/shared/fields/equal'
import type { Proposal } from '../../electron/shared/proposal'
import { useBulkStore } from './bulk-store'
import { typedOver } from './edits-being-saved'
import { isEdited } from './product-edits'
import { drafts, patchOpen } from './product-store'
import { openFormOf, sheetEdits, upon, useSheetStore, type SheetEdits } from './sheet-store'
import { turned } from './turned-edits'

type EditsById = ReadonlyMap<number, SheetEdits>

/** One act of a person: a cell typed, a block pasted. Letters typed into one cell are one act. */
export type SheetStep = {
  name: string
  before: EditsById
  after: EditsById
  /** What could be done again until it began. */
  ended: readonly SheetStep[]
}

const { getState, setState } = useSheetStore

/** Changes what is typed into some products, as one step of undo. `name`: the same again goes on with the step. */
export function changeCells(name: string, changes: ReadonlyMap<number, (edits: SheetEdits) => SheetEdits>): void {
  const before = new Map<number, SheetEdits>()
  const after = new Map<number, SheetEdits>()
  for (const [id, change] of changes) {
    const was = sheetEdits(id)
    const is = was && change(was)
    if (!was || !is || isSameTyped(was, is)) continue
    before.set(id, was)
    after.set(id, is)
  }
  if (after.size === 0) return
  note({ name, before, after, ended: getState().undone })
  put(before, after)
}

function note(step: SheetStep): void {
  const { steps } = getState()
  // Something may be typed while a block still goes into its rows.
  const at = steps.findLastIndex(({ name }) => name === step.name)
  const own = steps[at]
  if (!own) return setState({ steps: [...steps, step], undone: [] })
  const before = new Map([...step.before, ...own.before])
  const after = new Map([...own.after, ...step.after])
  const isBack = [...before].every(([id, was]) => isSameTyped(was, after.get(id)))
  const now = isBack ? [] : [{ ...own, before, after }]
  const isLast = at === steps.length - 1
  setState({ steps: steps.toSpliced(at, 1, ...now), undone: isBack && isLast ? own.ended : [] })
}

/** Takes the last step back. False: there is none. */
export function undoStep(): boolean {
  return takeBack(getState().steps.at(-1))
}

/** Takes one step back, also where others were made since: their cells stay. */
export function takeBackStep(name: string): void {
  takeBack(getState().steps.find((each) => each.name === name))
}

function takeBack(step: SheetStep | undefined): boolean {
  if (!step) return false
  const { steps, undone } = getState()
  setState({ steps: steps.filter((each) => each !== step), undone: [...undone, step] })
  put(step.after, step.before)
  return true
}

export function redoStep(): boolean {
  const { steps, undone } = getState()
  const step = undone.at(-1)
  if (!step) return false
  setState({ steps: [...steps, step], undone: undone.slice(0, -1) })
  put(step.before, step.after)
  return true
}

/** Without the last step, as if it had not been begun. */
export function forgetStep(name: string): void {
  const { steps } = getState()
  const last = steps.at(-1)
  if (last?.name !== name) return
  setState({ steps: steps.slice(0, -1), undone: last.ended })
  put(last.after, last.before)
}

/** Changes what is typed into these products from one state to another, in the rows and on disk a moment later. Other cells of theirs stay. */
function put(from: EditsById, to: EditsById): void {
  const { connectionId } = getState()
  if (connectionId === null) return
  const edits = new Map(getState().edits)
  for (const [id, target] of to) {
    const was = from.get(id) ?? target
    const now = putIntoForm(id, was, target) ?? putIntoRow(id, was, target)
    if (isEdited(now)) edits.set(id, now)
    else edits.delete(id)
    drafts.note({ connectionId, productId: id }, now)
  }
  setState({ edits })
}

/** Where the form of the product is open, as if it had been typed there. */
function putIntoForm(id: number, was: SheetEdits, target: SheetEdits): SheetEdits | null {
  const form = openFormOf(id)
  if (!form) return null
  const edits = typedOver(form.edits, turned(form.edits, was, target))
  patchOpen(form, { edits, problem: null })
  const { sent: _, ...typed } = edits
  return typed
}

function putIntoRow(id: number, was: SheetEdits, target: SheetEdits): SheetEdits {
  const next = turned(sheetEdits(id) ?? was, was, target)
  const row = getState().rows.get(id)
  return row ? upon(next, row) : next
}

const isSameTyped = (a: SheetEdits, b: SheetEdits | undefined): boolean =>
  a === b || (b !== undefined && isEqual([a.patch, a.unparsed, a.variations], [b.patch, b.unparsed, b.variations]))

// With the yes to the review its values are a change set, and undo is of that.
useBulkStore.subscribe(({ proposals }, before) => {
  const { connectionId } = getState()
  if (connectionId === null || proposals === before.proposals) return
  const isSaidYes = (proposal: Proposal | null | undefined) =>
    proposal?.action.kind === 'typed' && (proposal.state === 'applying' || proposal.state === 'applied')
  const [now, earlier] = [proposals[connectionId], before.proposals[connectionId]]
  if (isSaidYes(now) && !(isSaidYes(earlier) && earlier?.id === now?.id)) setState({ steps: [], undone: [] })
})
