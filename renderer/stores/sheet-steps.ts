import { isEqual } from '../../electron/shared/fields/equal'
import { isEdited } from './product-edits'
import { drafts } from './product-store'
import { sheetEdits, upon, useSheetStore, type SheetEdits } from './sheet-store'

type EditsById = ReadonlyMap<number, SheetEdits>

/** One act of a person: a cell typed, a block pasted. Letters typed into one cell are one act. */
export type SheetStep = { name: string; before: EditsById; after: EditsById }

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
  const { steps } = getState()
  const last = steps.at(-1)
  const isGoingOn = last?.name === name
  const step = isGoingOn
    ? { name, before: new Map([...before, ...last.before]), after: new Map([...last.after, ...after]) }
    : { name, before, after }
  setState({ steps: [...(isGoingOn ? steps.slice(0, -1) : steps), step], undone: [] })
  put(after)
}

/** Takes the last step back. False: there is none. */
export function undoStep(): boolean {
  const { steps, undone } = getState()
  const step = steps.at(-1)
  if (!step) return false
  setState({ steps: steps.slice(0, -1), undone: [...undone, step] })
  put(step.before)
  return true
}

export function redoStep(): boolean {
  const { steps, undone } = getState()
  const step = undone.at(-1)
  if (!step) return false
  setState({ steps: [...steps, step], undone: undone.slice(0, -1) })
  put(step.after)
  return true
}

/** Without the last step, as if it had not been begun. */
export function forgetStep(name: string): void {
  const last = getState().steps.at(-1)
  if (last?.name !== name) return
  setState(({ steps }) => ({ steps: steps.slice(0, -1) }))
  put(last.before)
}

/** What was typed into these products as it stands in their rows now, and on disk a moment later. */
function put(typed: EditsById): void {
  const { connectionId, rows } = getState()
  if (connectionId === null) return
  const edits = new Map(getState().edits)
  for (const [id, each] of typed) {
    const row = rows.get(id)
    const now = row ? upon(each, row) : each
    if (isEdited(now)) edits.set(id, now)
    else edits.delete(id)
    drafts.note({ connectionId, productId: id }, now)
  }
  setState({ edits })
}

const isSameTyped = (a: SheetEdits, b: SheetEdits): boolean =>
  a === b || (isEqual(a.patch, b.patch) && isEqual(a.unparsed, b.unparsed) && a.variations === b.variations)
