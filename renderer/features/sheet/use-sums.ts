import { useEffect, useMemo, useState } from 'react'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { useSheetStore } from '../../stores/sheet-store'
import { useStoreWords } from '../../stores/store-words'
import type { Block } from './paste'
import type { RowLayout } from './row-layout'
import { useRunningAct } from './running-act'
import type { SheetColumn } from './sheet-column'
import { sumRows } from './sum-rows'
import { sumsOf, summedColumns, sumText, type CellAt } from './sums'

type Parts = { layout: RowLayout; block: Block | null; columns: readonly SheetColumn[]; cellAt: CellAt }

/** What the selected cells come to, as texts; while rows of them are still gone over, how far that is. */
export function useSums({ layout, block, columns, cellAt }: Parts): string[] {
  const words = useStoreWords()
  const edits = useSheetStore((sheet) => sheet.edits)
  const connectionId = useCatalogueStore((state) => state.connectionId)
  const sequence = useCatalogueStore((state) => state.sequence)
  const news = useCatalogueRevisionStore(({ byConnection }) => byConnection[connectionId ?? ''])
  // What still goes into cells is added up once, when it is there.
  const isRunning = useRunningAct(({ asked }) => asked > 0)
  const here = useMemo(
    () => (isRunning ? null : block && sumsOf(block, { columns, cellAt })),
    [block, columns, cellAt, isRunning],
  )
  const [read, setRead] = useState<{ of: Block; texts: string[] } | null>(null)
  const isHere = here !== null
  useEffect(() => {
    if (!block || isHere || isRunning) return
    let isWanted = true
    const goOver = async () => {
      const all = block.bottom - block.top + 1
      for await (const { sums, rows, isAll } of sumRows(block, { layout, columns, words })) {
        if (!isWanted) return
        const texts = isAll ? sumText(sums, summedColumns(block, columns), words) : [goingOver(rows, all)]
        setRead({ of: block, texts })
      }
    }
    // Without an answer it says nothing, and what is wrong says its own place.
    goOver().catch(() => setRead(null))
    return () => {
      isWanted = false
    }
  }, [block, isHere, isRunning, layout, columns, words, edits, sequence, news])
  if (here && block) return sumText(here, summedColumns(block, columns), words)
  return read && read.of === block && !isRunning ? read.texts : []
}

const goingOver = (rows: number, all: number): string =>
  `Adding up: ${rows.toLocaleString('en')} of ${all.toLocaleString('en')} rows`
