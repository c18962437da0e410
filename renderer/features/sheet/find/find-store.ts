import { create } from 'zustand'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import { formatNumber } from '../../../../electron/shared/numbers/numbers'
import { problemOf } from '../../../bridge'
import { notifyProblem } from '../../../components/notify'
import { useCatalogueStore } from '../../../stores/catalogue-store'
import { useSheetStore } from '../../../stores/sheet-store'
import { say } from '../said'
import type { SheetColumn } from '../sheet-column'
import { isBefore, needleOf, type Hit } from './hits-in'
import { searchRows } from './search-rows'

type Spot = Pick<Hit, 'index' | 'variation' | 'across'>
type Sheet = { columns: readonly SheetColumn[]; words: StoreWords }

type Find = {
  isOpen: boolean
  /** Rises each time that somebody wants to type what is looked for. */
  openings: number
  text: string
  /** From the product that was gone over first; those above it come last. */
  hits: readonly Hit[]
  /** So many of them stand above it. */
  above: number
  /** Which one is looked at; null: none yet. */
  at: number | null
  /** Products that are gone over, of all in the list; null: nothing is looked for. */
  searched: { products: number; of: number } | null
  /** More are not gone through one by one. */
  isFull: boolean
  /** Something changed since they were found. */
  isOld: boolean
}

const mostHits = 10_000
const nothing = { hits: [], above: 0, at: null, searched: null, isFull: false, isOld: false }
const empty: Find = { isOpen: false, openings: 0, text: '', ...nothing }

/** What is looked for in the cells of the sheet, and where it stands. */
export const useFind = create<Find>(() => empty)
const { getState, setState } = useFind

let search = 0

export const openFind = (): void => setState(({ openings }) => ({ isOpen: true, openings: openings + 1 }))
export const closeFind = (): void => endSearch({ isOpen: false })

function endSearch(state: Partial<Find>): void {
  search += 1
  setState({ ...nothing, ...state })
}

const isWhole = ({ searched, isFull }: Find): boolean =>
  searched !== null && (isFull || searched.products >= searched.of)

/** Looks for a text from a cell on; the first one at it or after it becomes the one that is looked at. */
export async function find(text: string, sheet: Sheet, from: Spot): Promise<void> {
  const needle = needleOf(text)
  endSearch({ text })
  if (needle === '') return
  const mine = search
  const of = useCatalogueStore.getState().total ?? 0
  setState({ searched: { products: 0, of } })
  try {
    for await (const part of searchRows({ ...sheet, needle, total: of, from: Math.min(from.index, of) })) {
      if (mine !== search) return
      take(part, from)
      if (getState().isFull) break
    }
  } catch (error) {
    if (mine === search) endSearch({})
    return notifyProblem(problemOf(error))
  }
  if (mine === search) end()
}

function take(part: { hits: readonly Hit[]; products: number; isAbove: boolean }, from: Spot): void {
  const { hits, above, at, searched } = getState()
  if (!searched) return
  const all = [...hits, ...part.hits].slice(0, mostHits)
  const first = at ?? all.findIndex((hit) => !isBefore(hit, from) || hit.index < from.index)
  setState({
    hits: all,
    above: part.isAbove ? above + all.length - hits.length : above,
    at: first < 0 ? null : first,
    searched: { ...searched, products: searched.products + part.products },
    isFull: hits.length + part.hits.length > mostHits,
  })
}

function end(): void {
  const { hits, at } = getState()
  // All of them stand before it in its own product.
  if (at === null && hits.length > 0) setState({ at: 0 })
  if (hits.length === 0) say('No cell shows it.')
  else sayHit()
}

/** To the next one, or the one before; round and round once all are known. */
export function stepFind(by: 1 | -1): void {
  const state = getState()
  const { at, hits } = state
  if (at === null || hits.length === 0) return
  const next = at + by
  if (!isWhole(state) && (next < 0 || next >= hits.length)) return say('Still searching.')
  setState({ at: (next + hits.length) % hits.length })
  sayHit()
}

/** As the list counts them: the one that is looked at, and all. */
function placeOf({ hits, above, at, isFull }: Find): { which: number; of: number } | null {
  if (at === null || hits.length === 0) return null
  // Of those above not all are known.
  const before = isFull ? 0 : above
  return { which: ((at + before) % hits.length) + 1, of: hits.length }
}

function sayHit(): void {
  const state = getState()
  const [place, hit] = [placeOf(state), state.hits[state.at ?? 0]]
  if (!place || !hit) return
  say(`${countText(state)}. ${hit.product}: ${hit.shown}.`)
}

/** `3 of 12`, and while not all rows are gone over, how far that is. */
export function countText(state: Find): string {
  const { hits, searched, isFull } = state
  if (!searched) return ''
  const count = formatNumber(hits.length)
  const place = placeOf(state)
  if (!isWhole(state)) return `${count} found, ${Math.floor((100 * searched.products) / searched.of)} % searched`
  if (!place) return 'Nothing found'
  return `${formatNumber(place.which)} of ${isFull ? 'more than ' : ''}${count}`
}

const growOld = (isOther: boolean): void => {
  if (isOther && getState().searched) setState({ isOld: true })
}

// What is typed, and news of the store: the count is of before, and the next step looks anew.
useSheetStore.subscribe((now, before) => growOld(now.edits !== before.edits))
useCatalogueStore.subscribe((now, before) => {
  growOld(now.revision !== before.revision)
  if (now.connectionId !== before.connectionId) endSearch({ isOpen: false, text: '' })
})
