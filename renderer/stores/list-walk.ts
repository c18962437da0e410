import { useShallow } from 'zustand/react/shallow'
import { call } from '../bridge'
import { indexOfProduct, rowAt, type CataloguePages } from './catalogue-pages'
import { catalogueRow, listQuery, useCatalogueStore } from './catalogue-store'
import { revealRow, useCatalogueViewStore } from './catalogue-view-store'
import { showProduct, useViewStore } from './view-store'

export type Beside = { index: number; productId: number }
export type Step = 1 | -1

type Standing = {
  pages: CataloguePages
  total: number | null
  activeIndex: number
  activeProductId: number | null
  open: number | 'new' | null
}

/** Where the list goes on from the open product; null at its end. A product that left the list was where the active row is. */
function indexBeside({ pages, total, activeIndex, activeProductId, open }: Standing, step: Step): number | null {
  // A row that is not in the window yet is what it was when it became the active one.
  const isActive = (rowAt(pages, activeIndex)?.id ?? activeProductId) === open
  const inList = isActive ? activeIndex : typeof open === 'number' ? indexOfProduct(pages, open) : -1
  const index = open !== null && inList >= 0 ? inList + step : activeIndex + (open === null || step > 0 ? 0 : step)
  return index >= 0 && index < (total ?? 0) ? index : null
}

/** Whether the list goes on from the open product. */
export function useGoesOn(step: Step): boolean {
  const { pages, total } = useCatalogueStore(useShallow((state) => ({ pages: state.pages, total: state.total })))
  const { activeIndex, activeProductId } = useCatalogueViewStore()
  const open = useViewStore(({ product }) => product)
  return indexBeside({ pages, total, activeIndex, activeProductId, open }, step) !== null
}

/** The product beside the open one as the list stands now, also where its row is not in the window yet; null: the list ends. */
export async function productBeside(step: Step): Promise<Beside | null> {
  const { pages, total } = useCatalogueStore.getState()
  const { activeIndex, activeProductId } = useCatalogueViewStore.getState()
  const open = useViewStore.getState().product
  const index = indexBeside({ pages, total, activeIndex, activeProductId, open }, step)
  if (index === null) return null
  const row = catalogueRow(index) ?? (await readRow(index))
  return row ? { index, productId: row.id } : null
}

async function readRow(index: number) {
  const { connectionId } = useCatalogueStore.getState()
  if (connectionId === null) return undefined
  const { rows } = await call('catalogue.search', { connectionId, query: listQuery(), offset: index, limit: 1 })
  return rows[0]
}

/** Opens it; its row is the active one, in sight. */
export function showBeside({ index, productId }: Beside): void {
  revealRow(index, productId)
  showProduct(productId)
}
