import { create } from 'zustand'
import type { Events } from '../../electron/shared/contract'
import type { ErrorInfo } from '../../electron/shared/errors'
import type { Facets, ProductPage, ProductQuery, ProductRow, ProductSort } from '../../electron/shared/product-query'
import { call, problemOf } from '../bridge'
import { useCatalogueRevisionStore } from './catalogue-revision-store'
import { beginWithView, rememberedView, useOpenViewStore } from './open-view-store'
import { shareEqual } from './share-equal'
import { pageSize, pagesWanted, rowAt, withPage, type CataloguePages, type RowRange } from './catalogue-pages'

/** Everything in a query but its order, which outlives it. */
export type CatalogueFilters = Omit<ProductQuery, 'sort'>

type Catalogue = {
  connectionId: string | null
  filters: CatalogueFilters
  /** Null: best match while searching, else the shop owner's order. */
  sort: ProductSort | null
  /** Rises with every new question; an answer to an older one is dropped. */
  sequence: number
  /** The question that `pages`, `total` and `hints` answer. Until its answer is there, the former rows stay on screen. */
  answered: number
  /** Of that question. What is marked in the rows is what they were found by, so a letter draws them once. */
  answeredFilters: CatalogueFilters
  /** Rises when the catalogue may have changed; pages of an older revision are asked again once they are in view. */
  revision: number
  /** Null before the first answer. */
  total: number | null
  pages: CataloguePages
  hints: ProductPage['hints']
  instead: ProductPage['instead']
  problem: ErrorInfo | null
  /** Null until the filter panel asks for them. */
  facets: Facets | null
}

const empty: Catalogue = {
  connectionId: null,
  filters: {},
  sort: null,
  sequence: 0,
  answered: -1,
  answeredFilters: {},
  revision: 0,
  total: null,
  pages: new Map(),
  hints: [],
  instead: undefined,
  problem: null,
  facets: null,
}

export const useCatalogueStore = create<Catalogue>(() => empty)
const { getState, setState } = useCatalogueStore

/** Answers on their way at once: enough to keep main busy, few enough that a fast scroll leaves no queue behind. */
const asksAtOnce = 2
/** While a pull fills the list, the rows in view follow at most this often. */
const refreshEveryMs = 250

/** So long after the last letter what may be meant is looked for, where nothing is found. */
const restMs = 400

/** As many as one question about ids holds. */
const mostIdsAtOnce = 5000

let view: RowRange = { first: 0, last: 0 }
let asking = new Set<number>()
let refreshTimer: ReturnType<typeof setTimeout> | null = null
let refreshedAt = 0
let restTimer: ReturnType<typeof setTimeout> | undefined

/** What was known of the store's products when its first rows were asked for ahead. */
let ahead: Events['catalogue.changed'] | null | undefined

const newsOf = (connectionId: string) => useCatalogueRevisionStore.getState().byConnection[connectionId] ?? null

/** Asks for the first rows of a store that is being opened, so that they come with it. */
export function askAhead(connectionId: string): void {
  if (getState().connectionId === connectionId) return
  ahead = newsOf(connectionId)
  beginWith(connectionId)
}

/** It could not be opened. */
export function forgetCatalogue(connectionId: string): void {
  if (getState().connectionId === connectionId) beginWith(null)
}

function beginWith(connectionId: string | null): void {
  view = { first: 0, last: 0 }
  const { sequence } = getState()
  const wasView = useOpenViewStore.getState().viewId !== null
  const remembered = connectionId === null ? null : rememberedView(connectionId)
  beginWithView(remembered)
  // Of all products the order goes along to the next store; that of a view is its own.
  const { filters, sort } = remembered ?? { filters: {}, sort: wasView ? null : getState().sort }
  setState({ ...empty, connectionId, sequence })
  askAnew({ filters, sort })
}

/** Shows the catalogue of an open store and follows its changes until the function it returns is called. */
export function openCatalogue(connectionId: string): () => void {
  const stopListening = useCatalogueRevisionStore.subscribe((now, before) => {
    if (now.byConnection[connectionId] !== before.byConnection[connectionId]) refreshSoon()
  })
  if (getState().connectionId !== connectionId) beginWith(connectionId)
  else if (ahead !== newsOf(connectionId)) refresh()
  ahead = undefined
  return () => {
    stopListening()
    if (refreshTimer) clearTimeout(refreshTimer)
    refreshTimer = null
    clearTimeout(restTimer)
  }
}

/** Changes some filters; an undefined value takes its filter away. */
export function setFilters(patch: Partial<CatalogueFilters>): void {
  const merged = { ...getState().filters, ...patch }
  const filters = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
  if (JSON.stringify(filters) === JSON.stringify(getState().filters)) return
  askAnew({ filters })
}

export function setSearchText(text: string): void {
  setFilters({ text: text === '' ? undefined : text })
}

/** Takes every filter away; what is typed in the search box stays. */
export function clearFilters(): void {
  const { text } = getState().filters
  askAnew({ filters: text === undefined ? {} : { text } })
}

export function setSort(sort: ProductSort | null): void {
  if (sort !== getState().sort) askAnew({ sort })
}

/** Tells which rows are in view, so that they are asked for. */
export function showRows(first: number, last: number): void {
  view = { first, last: Math.max(first, last) }
  askForRows()
}

/** Asks for the rows in view again, as after a failure; the list keeps its place. */
export function refresh(): void {
  setState({ revision: getState().revision + 1, problem: null })
  askForRows()
}

export async function loadFacets(): Promise<void> {
  const { connectionId } = getState()
  if (connectionId === null) return
  try {
    const facets = await call('catalogue.facets', { connectionId })
    if (getState().connectionId === connectionId) setState({ facets })
  } catch (error) {
    setState({ problem: problemOf(error) })
  }
}

/** The row at a place of the list; undefined while it is on its way. */
export function catalogueRow(index: number): ProductRow | undefined {
  return rowAt(getState().pages, index)
}

/** What the list asks for, in its order. */
export function listQuery(): ProductQuery {
  const { filters, sort } = getState()
  return sort === null ? filters : { ...filters, sort }
}

/** The products in these places of the list, also of rows that are not here. */
export async function productIdsAt(first: number, last: number): Promise<number[]> {
  const here = Array.from({ length: last - first + 1 }, (_, step) => catalogueRow(first + step)?.id)
  if (here.every((id) => id !== undefined)) return here
  const { connectionId } = getState()
  if (connectionId === null) return []
  const ids: number[] = []
  for (let offset = first; offset <= last; offset += mostIdsAtOnce) {
    const limit = Math.min(mostIdsAtOnce, last - offset + 1)
    ids.push(...(await call('bulk.ids', { connectionId, query: listQuery(), offset, limit })))
  }
  return ids
}

/** Shows what a view finds. */
export function showFound({ filters, sort }: Pick<Catalogue, 'filters' | 'sort'>): void {
  askAnew({ filters, sort })
}

function askAnew(change: Partial<Pick<Catalogue, 'filters' | 'sort'>>): void {
  asking = new Set()
  clearTimeout(restTimer)
  setState({ ...change, sequence: getState().sequence + 1, problem: null })
  askForRows()
}

function askForRows(): void {
  const { connectionId, sequence, answered, pages, total, revision, problem } = getState()
  if (connectionId === null || problem) return
  const isNew = answered !== sequence
  const wanted = isNew ? [0] : pagesWanted(pages, view, total ?? 0, revision)
  for (const page of wanted) {
    if (asking.size >= asksAtOnce) return
    if (!asking.has(page)) void ask(page)
  }
}

async function ask(page: number): Promise<void> {
  const { connectionId, sequence, revision } = getState()
  if (connectionId === null) return
  asking.add(page)
  try {
    const answer = await call('catalogue.search', {
      connectionId,
      query: listQuery(),
      offset: page * pageSize,
      limit: pageSize,
    })
    if (getState().sequence !== sequence) return
    asking.delete(page)
    accept(page, answer, sequence, revision)
  } catch (error) {
    if (getState().sequence !== sequence) return
    asking.delete(page)
    setState({ problem: problemOf(error) })
  }
  askForRows()
}

function accept(page: number, answer: ProductPage, sequence: number, revision: number): void {
  const { pages, hints, filters, answeredFilters, answered, instead } = getState()
  const isNew = answered !== sequence
  if (isNew) view = { first: 0, last: view.last - view.first }
  const rows = shareEqual(pages.get(page)?.rows, answer.rows)
  setState({
    answered: sequence,
    total: answer.total,
    answeredFilters: isNew ? filters : answeredFilters,
    hints: page === 0 ? answer.hints : hints,
    instead: isNew || answer.total > 0 ? undefined : instead,
    pages: withPage(isNew ? new Map() : pages, page, { rows, revision }, answer.total, view),
  })
  clearTimeout(restTimer)
  if (answer.total === 0 && filters.text) restTimer = setTimeout(() => void askWhatIsMeant(), restMs)
}

/** Words beside those that are nowhere; without an answer there is none to offer. */
async function askWhatIsMeant(): Promise<void> {
  const { connectionId, sequence } = getState()
  if (connectionId === null) return
  const asked = { connectionId, query: listQuery(), offset: 0, limit: 1, meant: true }
  const answer = await call('catalogue.search', asked).catch(() => null)
  if (answer?.total === 0 && getState().sequence === sequence) setState({ instead: answer.instead })
}

/** While main still works on the rows asked before, it is not asked for newer ones: a busy pull must not make it busier. */
function refreshSoon(wait = Math.max(0, refreshedAt + refreshEveryMs - Date.now())): void {
  if (refreshTimer) return
  refreshTimer = setTimeout(() => {
    refreshTimer = null
    if (asking.size > 0) return refreshSoon(refreshEveryMs)
    refreshedAt = Date.now()
    refresh()
  }, wait)
}
