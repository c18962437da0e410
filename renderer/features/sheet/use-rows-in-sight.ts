import { useEffect, useState } from 'react'
import { rowAt } from '../../stores/catalogue-pages'
import { showRows, useCatalogueStore } from '../../stores/catalogue-store'
import { showSheetRows, useSheetStore } from '../../stores/sheet-store'
import { placeAt, type RowLayout } from './row-layout'

/** Reads the rows that are in sight; answers with what is told of them. */
export function useRowsInSight(layout: RowLayout): (region: { y: number; height: number }) => void {
  const pages = useCatalogueStore((state) => state.pages)
  const unfolding = useSheetStore((sheet) => sheet.unfolding)
  const fields = useSheetStore((sheet) => sheet.fields)
  const [view, setView] = useState({ first: 0, last: 40 })
  const first = placeAt(layout, view.first).index
  const last = placeAt(layout, view.last).index
  useEffect(() => showRows(first, last), [first, last, layout])
  useEffect(() => {
    const ids = Array.from({ length: last - first + 1 }, (_, step) => rowAt(pages, first + step)?.id)
    showSheetRows(ids.filter((id) => id !== undefined))
  }, [pages, first, last, fields, unfolding])
  return ({ y, height }) => setView({ first: y, last: y + height })
}
