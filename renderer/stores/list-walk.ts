import { useShallow } from 'zustand/react/shallow'
import type { ProductQuery, ProductRow } from '../../electron/shared/product-query'
import { call } from '../bridge'
import { indexOfProduct, rowAt, type CataloguePages } from './catalogue-pages'
import { catalogueRow, listQuery, useCatalogueStore } from './catalogue-store'
import { revealRow, useCatalogueViewStore } from './catalogue-view-store'
import { showProduct, useViewStore } from './view-store'
import { useWalkedList, walkedNow, walkIn, type WalkedList } from './walked-list'

/** `walked`: the list that it is in; null: the catalogue's. */
export type Beside = { index: number; productId: number; walked: WalkedList | null }
export type Step = 1 | -1

type Standing = {
  pages: CataloguePages
  total: number | null
  activeIndex: number
  activeProductId: number | null
  open: number | 'new' | null
}

/** So many rows on each side are looked through for a product that moved in its list. */
const movedAtMost = 50

/** Where the list goes on from the open product; null at its end. A product that left the list was where the active row is. */
function indexBeside({ pages, total, activeIndex, activeProductId, open }: Standing, step: Step): number | null {
  // A row that is not in the window yet is what it was when it became the active one.
  const isActive = (rowAt(pages, activeIndex)?.id ?? activeProductId) === open
  const inList = isActive ? activeIndex : typeof open === 'number' ? indexOfProduct(pages, open) : -1
  const index = open !== null && inList >= 0 ? inList + step : activeIndex + (open === null || step > 0 ? 0 : step)
  return within(index, total ?? 0)
}

const within = (index: number, total: number): number | null => (index >= 0 && index < total ? index : null)

/** Whether the list goes on from the open product. */
export function useGoesOn(step: Step): boolean {
  const { pages, total } = useCatalogueStore(useShallow((state) => ({ pages: state.pages, total: state.total })))
  const { activeIndex, activeProductId } = useCatalogueViewStore()
  const open = useViewStore(({ product }) => product)
  const walked = useWalkedList(({ list, isOn }) => (isOn ? list : null))
  if (walked) return within(walked.index + step, walked.total) !== null
  return indexBeside({ pages, total, activeIndex, activeProductId, open }, step) !== null
}

/** The product beside the open one as the list stands now, also where its row is not in the window yet; null: the list ends. */
export async function productBeside(step: Step): Promise<Beside | null> {
  const walked = walkedNow()
  if (walked) return besideIn(walked, step)
  const { pages, total, connectionId } = useCatalogueStore.getState()
  const { activeIndex, activeProductId } = useCatalogueViewStore.getState()
  const open = useViewStore.getState().product
  const index = indexBeside({ pages, total, activeIndex, activeProductId, open }, step)
  if (index === null || connectionId === null) return null
  const row = catalogueRow(index) ?? (await readRow(connectionId, listQuery(), index))
  return row ? { index, productId: row.id, walked: null } : null
}

/** Its rows are not in the window, so they are read around where the open product stood last. One that left the list was there. */
async function besideIn(walked: WalkedList, step: Step): Promise<Beside | null> {
  const { connectionId, query, productId } = walked
  const offset = Math.max(0, walked.index - movedAtMost)
  const limit = 2 * movedAtMost + 1
  const { rows, total } = await call('catalogue.search', { connectionId, query, offset, limit })
  const at = rows.findIndex(({ id }) => id === productId)
  const index = within(at < 0 ? walked.index + Math.min(0, step) : offset + at + step, total)
  if (index === null) return null
  const row = rows[index - offset] ?? (await readRow(connectionId, query, index))
  return row ? { index, productId: row.id, walked: { ...walked, total } } : null
}

async function readRow(connectionId: string, query: ProductQuery, index: number): Promise<ProductRow | undefined> {
  const { rows } = await call('catalogue.search', { connectionId, query, offset: index, limit: 1 })
  return rows[0]
}

/** Opens it; in the catalogue its row is the active one, in sight. */
export function showBeside({ index, productId, walked }: Beside): void {
  if (walked) walkIn({ ...walked, index, productId })
  else revealRow(index, productId)
  showProduct(productId)
}
