import { create } from 'zustand'
import type { RequestInput } from '../../electron/shared/contract'
import type { ErrorInfo } from '../../electron/shared/errors'
import type { ProductField, ProductPatch } from '../../electron/shared/fields/product-fields'
import type { SheetRow } from '../../electron/shared/sheet'
import { call, problemOf } from '../bridge'
import { useCatalogueRevisionStore } from './catalogue-revision-store'
import { editsOf, isEdited, rebased, type Edits } from './product-edits'
import { drafts, useProductStore, type OpenProduct } from './product-store'
import type { SheetStep } from './sheet-steps'

export type SheetEdits = Edits<ProductPatch>

type Unfolding = { isAll: boolean; isFlat: boolean; except: ReadonlySet<number> }

type Sheet = {
  connectionId: string | null
  /** Which opening of a view `unfolding` follows. */
  opened: number
  /** Of the columns shown. */
  fields: readonly ProductField[]
  rows: ReadonlyMap<number, SheetRow>
  /** Whether variations are shown below their products, but for some products; `isFlat`: in the place of their products. */
  unfolding: Unfolding
  /** Of the products that something is typed into, as far as their rows were here. */
  edits: ReadonlyMap<number, SheetEdits>
  steps: readonly SheetStep[]
  undone: readonly SheetStep[]
  problem: ErrorInfo | null
}

/** How variations are shown: folded into their product, below it, or as rows in its place. */
export type VariationsAs = 'folded' | 'below' | 'flat'
const unfoldingAs = (as: VariationsAs): Unfolding => ({
  isAll: as !== 'folded',
  isFlat: as === 'flat',
  except: new Set(),
})

const empty: Sheet = {
  connectionId: null,
  opened: 0,
  fields: [],
  rows: new Map(),
  unfolding: unfoldingAs('folded'),
  edits: new Map(),
  steps: [],
  undone: [],
  problem: null,
}

/** The products of the list as rows of a sheet, and what was typed into them: drafts, as those of the form. */
export const useSheetStore = create<Sheet>(() => empty)
const { getState, setState } = useSheetStore

/** Rows kept in the window beside those that something is typed into. */
const mostRows = 4000
const rowsAtOnce = 100

/** Products whose row is here, or on its way, as they are now. */
let fresh = new Set<number>()

/** Follows the products of a store until the function it returns is called. */
export function openSheet(connectionId: string, as: VariationsAs = 'folded', opened = 0): () => void {
  if (getState().connectionId !== connectionId) setState({ ...empty, connectionId, opened, unfolding: unfoldingAs(as) })
  else if (getState().opened !== opened) setState({ opened, unfolding: unfoldingAs(as) })
  fresh = new Set()
  const newsOf = () => useCatalogueRevisionStore.getState().byConnection[connectionId]
  let last = newsOf()
  return useCatalogueRevisionStore.subscribe(() => {
    const news = newsOf()
    if (news === last) return
    last = news
    if (!news?.productIds) fresh = new Set()
    else for (const id of news.productIds) fresh.delete(id)
  })
}

/** Reads the rows of all that something is typed into, wherever they are in the list: what is to be reviewed is counted by them. */
export async function readTypedRows(connectionId: string): Promise<void> {
  try {
    const typed = await call('bulk.typed', { connectionId })
    if (getState().connectionId === connectionId) await readSheetRows(typed)
  } catch {
    // The store cannot be opened, which its own screen says.
  }
}

/** Which fields the columns show; rows without one of them are read again. */
export function showFields(fields: readonly ProductField[]): void {
  if (fields.every((field) => getState().fields.includes(field))) return setState({ fields })
  fresh = new Set()
  setState({ fields })
}

export const isUnfolded = (productId: number, { isAll, except } = getState().unfolding): boolean =>
  isAll !== except.has(productId)

/** Shows the variations of a product below it, or hides them. */
export function unfold(productId: number, isOpen: boolean): void {
  const { isAll, isFlat, except } = getState().unfolding
  if (isFlat) return
  const others = new Set(except)
  if (isOpen === isAll) others.delete(productId)
  else others.add(productId)
  if (!getState().rows.get(productId)?.variations) fresh.delete(productId)
  setState({ unfolding: { isAll, isFlat, except: others } })
}

export function showVariations(as: VariationsAs): void {
  fresh = new Set()
  setState({ unfolding: unfoldingAs(as) })
}

/** Whether a row is here as it is now. */
export const isRowHere = (productId: number): boolean => fresh.has(productId) && getState().rows.has(productId)

/** What is asked for and not here yet, with what brings it. */
const onTheirWay = new Map<number, Promise<void>>()

/** Reads the rows of these products, as far as they are not here; those that are on their way for somebody else are waited for. */
export async function readSheetRows(productIds: readonly number[]): Promise<void> {
  const wanted = productIds.filter((id) => !fresh.has(id))
  const others = new Set(productIds.flatMap((id) => onTheirWay.get(id) ?? []))
  if (wanted.length > 0) {
    const own = readRows(wanted)
    for (const id of wanted) onTheirWay.set(id, own)
    await own
    for (const id of wanted) if (onTheirWay.get(id) === own) onTheirWay.delete(id)
  }
  await Promise.all(others)
}

async function readRows(wanted: readonly number[]): Promise<void> {
  const { connectionId, fields } = getState()
  if (connectionId === null) return
  const asked = fresh
  for (const id of wanted) asked.add(id)
  const read: SheetRow[] = []
  let problem: ErrorInfo | null = null
  try {
    for (const variations of [false, true]) {
      const alike = wanted.filter((id) => isUnfolded(id) === variations)
      for (const productIds of inParts(alike))
        read.push(...(await sheetRows({ connectionId, productIds, fields: [...fields], variations })))
    }
  } catch (error) {
    problem = problemOf(error)
    const here = new Set(read.map(({ id }) => id))
    for (const id of wanted) if (!here.has(id)) asked.delete(id)
  }
  if (getState().connectionId !== connectionId) return
  takeRows(read)
  if (problem !== getState().problem) setState({ problem })
}

function* inParts(productIds: readonly number[]): Generator<number[]> {
  for (let at = 0; at < productIds.length; at += rowsAtOnce) yield productIds.slice(at, at + rowsAtOnce)
}

/** Products whose rows are looked at: these stay. */
let inSight: ReadonlySet<number> = new Set()

/** Rows that were in sight are read, and nobody waits for them but the next ones. */
let isReadingSight = false

export function showSheetRows(productIds: readonly number[]): void {
  inSight = new Set(productIds)
  if (!isReadingSight) void readSight()
}

/** What flies by while others are read is not asked for. */
async function readSight(): Promise<void> {
  isReadingSight = true
  let read: ReadonlySet<number> | null = null
  while (read !== inSight) {
    read = inSight
    await readSheetRows([...inSight])
  }
  isReadingSight = false
}

/** Acts that need every row that they read until they are done. */
let acts = 0

/** What this reads stays until it is done, however much that is. */
export async function withEveryRow<Result>(act: () => Promise<Result>): Promise<Result> {
  acts += 1
  try {
    return await act()
  } finally {
    acts -= 1
    takeRows([])
  }
}

/** With their drafts: the reader has of them what is on disk, so what was typed into a form a moment ago is written first. */
export async function sheetRows(asked: RequestInput<'catalogue.sheetRows'>): Promise<SheetRow[]> {
  await drafts.flushOf(asked.connectionId, asked.productIds)
  return call('catalogue.sheetRows', asked)
}

function takeRows(read: readonly SheetRow[]): void {
  const rows = new Map(getState().rows)
  const edits = new Map(getState().edits)
  for (const row of read) {
    // Of a row that is here, what is typed is known better than on disk, where it comes a moment later.
    const typed = edits.get(row.id) ?? (rows.has(row.id) ? null : row.draft)
    // Put last again, so that the first ones are those that were not looked at for the longest time.
    rows.delete(row.id)
    rows.set(row.id, row)
    const now = typed && upon(typed, row)
    if (now && isEdited(now)) edits.set(row.id, now)
    else edits.delete(row.id)
  }
  for (const id of rows.keys()) {
    if (acts > 0 || rows.size <= mostRows) break
    if (inSight.has(id)) continue
    rows.delete(id)
    fresh.delete(id)
  }
  setState({ rows, edits })
}

/** What was typed, upon the product as it is now. What was typed into its variations stays as it is where they are not here. */
export function upon(typed: SheetEdits, { fields, variations }: SheetRow): SheetEdits {
  if (variations) return rebased(typed, fields, variations)
  return { ...rebased({ ...typed, variations: {} }, fields, []), variations: typed.variations }
}

/** What is typed into a row, or nothing upon what it shows; undefined where it is not here. */
export function editsIn({ rows, edits }: Pick<Sheet, 'rows' | 'edits'>, productId: number): SheetEdits | undefined {
  const row = rows.get(productId)
  return edits.get(productId) ?? (row && editsOf(row.fields))
}

export const sheetEdits = (productId: number): SheetEdits | undefined => editsIn(getState(), productId)

/** The form of a product of the sheet, while it is open beside it. */
export function openFormOf(productId: number): OpenProduct | null {
  const open = useProductStore.getState().open
  const isHere = open?.phase === 'ready' && open.target === productId
  return isHere && open.connectionId === getState().connectionId ? open : null
}

// What is typed into a form stands in its row too, also when the sheet is out of sight: both are one draft.
useProductStore.subscribe(({ open }, { open: before }) => {
  if (!open || open.edits === before?.edits || typeof open.target !== 'number') return
  if (!openFormOf(open.target)) return
  const edits = new Map(getState().edits)
  const { sent: _, ...typed } = open.edits
  if (isEdited(typed)) edits.set(open.target, typed)
  else edits.delete(open.target)
  setState({ edits })
})
