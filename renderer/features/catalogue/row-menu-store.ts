import { create } from 'zustand'
import type { ProductRow } from '../../../electron/shared/product-query'

type RowMenu = { row: ProductRow | null; x: number; y: number }

/** The menu of a row and where on the window it opens; no row: it is closed. */
export const useRowMenuStore = create<RowMenu>(() => ({ row: null, x: 0, y: 0 }))

export function openRowMenu(row: ProductRow, x: number, y: number): void {
  useRowMenuStore.setState({ row, x, y })
}

export function closeRowMenu(): void {
  useRowMenuStore.setState({ row: null })
}
