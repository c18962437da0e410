import { useEffect, useEffectEvent, useRef } from 'react'
import { useSheetStore } from '../../stores/sheet-store'
import type { Block } from './paste'
import { placeAt, rowOfPlace, type RowLayout } from './row-layout'

type Parts = {
  layout: RowLayout
  block: Block | null
  selectBlock: (block: Block) => void
  /** Brings its row into sight. */
  reveal: (row: number) => void
}

/** What is selected stays so while rows of variations come and go around it. */
export function useKeptPlace({ layout, block, selectBlock, reveal }: Parts): void {
  const unfolding = useSheetStore((sheet) => sheet.unfolding)
  const before = useRef({ layout, unfolding })
  const follow = useEffectEvent((was: typeof before.current) => {
    if (!block) return
    const rowNow = (row: number) => rowOfPlace(layout, placeAt(was.layout, row))
    const [top, bottom] = [rowNow(block.top), rowNow(block.bottom)]
    if (top !== block.top || bottom !== block.bottom) selectBlock({ ...block, top, bottom })
    // Where somebody asked for other rows it stays in sight too; where the store did, they may be looking at others.
    if (was.unfolding !== unfolding) reveal(top)
  })
  useEffect(() => {
    follow(before.current)
    before.current = { layout, unfolding }
  }, [layout, unfolding])
}
