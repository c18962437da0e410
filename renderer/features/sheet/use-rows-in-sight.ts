import { useCallback, useEffect, useRef } from 'react'
import { rowAt } from '../../stores/catalogue-pages'
import { showRows, useCatalogueStore } from '../../stores/catalogue-store'
import { showSheetRows, useSheetStore } from '../../stores/sheet-store'
import { placeAt, type RowLayout } from './row-layout'

type Sight = { first: number; last: number }

/** Reads the rows that are in sight; answers with what is told of them. A frame of scrolling draws nothing anew but the grid itself. */
export function useRowsInSight(layout: RowLayout): (region: { y: number; height: number }) => void {
  const pages = useCatalogueStore((state) => state.pages)
  const unfolding = useSheetStore((sheet) => sheet.unfolding)
  const fields = useSheetStore((sheet) => sheet.fields)
  const sight = useRef<Sight>({ first: 0, last: 40 })
  useEffect(() => askForPages(layout, sight.current), [layout])
  useEffect(() => askForRows(layout, sight.current), [layout, pages, fields, unfolding])
  return useCallback(
    ({ y, height }) => {
      sight.current = { first: y, last: y + height }
      askForPages(layout, sight.current)
      askForRows(layout, sight.current)
    },
    [layout],
  )
}

function askForPages(layout: RowLayout, { first, last }: Sight): void {
  showRows(placeAt(layout, first).index, placeAt(layout, last).index)
}

function askForRows(layout: RowLayout, sight: Sight): void {
  const { pages } = useCatalogueStore.getState()
  const first = placeAt(layout, sight.first).index
  const last = placeAt(layout, sight.last).index
  const ids = Array.from({ length: last - first + 1 }, (_, step) => rowAt(pages, first + step)?.id)
  showSheetRows(ids.filter((id) => id !== undefined))
}
