import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { call, problemOf } from '../../bridge'
import { notifyDone, notifyProblem, tellNotAllowed } from '../../components/notify'
import { readHtmlTable, writeHtmlTable } from '../../format/html-table'
import { readTsv, writeTsv } from '../../format/tsv'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { useSheetStore } from '../../stores/sheet-store'
import { pasteInto } from './block-acts'
import { copyBlock, copyLoaded, emptyCopied, type CopiedBlock } from './copied-block'
import type { Block } from './paste'
import { say } from './said'
import { cells, type Shown } from './written-cells'

/** Some programs bring their cells as a table alone. */
function pastedTexts(data: DataTransfer): string[][] | null {
  const text = data.getData('text/plain')
  return text === '' ? readHtmlTable(data.getData('text/html')) : readTsv(text)
}

type Copied = CopiedBlock & { isCut: boolean }

/** The copying that main was asked for comes within this, or not at all. */
const comesWithinMs = 1_000

const leftMeanwhile = 'Nothing was copied: you went on to something else while the rows were being read.'

/** What the places of the sheet stand for: another list, order or unfolding has other rows there. */
function listNow(): readonly unknown[] {
  return [useCatalogueStore.getState().sequence, useSheetStore.getState().unfolding]
}

/** Copy, cut and paste of blocks, to and from programs for tables, while the sheet has the focus. */
export function useClipboard(
  sheet: RefObject<HTMLElement | null>,
  shown: Shown,
  block: Block | null,
  onPasted: (into: Block) => void,
): void {
  /** What was read to be copied, until the copying that follows. */
  const read = useRef<Copied | null>(null)
  const forget = (copied: Copied) => {
    if (read.current === copied) read.current = null
  }
  /** A cell has the focus, or all of them; not the box of one. */
  const isHere = () => {
    const focused = document.activeElement
    return focused?.closest('canvas') && sheet.current?.contains(focused)
  }

  /** While rows are read, the cell with the focus may go; another box that has it is elsewhere. */
  const isElsewhere = () => document.activeElement !== document.body && !isHere()

  /** The rows of a tall block come first; the system takes a copy only while it is copying. */
  const readAndCopy = async (of: Block, isCut: boolean) => {
    const list = listNow()
    try {
      const copied = { ...(await copyBlock(shown, of)), isCut }
      const isLeft = isElsewhere() || listNow().some((each, at) => each !== list[at])
      if (isLeft) return tellNotAllowed(leftMeanwhile)
      read.current = copied
      await call('app.edit', { command: 'copy' })
      setTimeout(() => forget(copied), comesWithinMs)
    } catch (error) {
      read.current = null
      notifyProblem(problemOf(error))
    }
  }
  const put = (to: DataTransfer, copied: Copied) => {
    const isText = (at: number) => copied.columns[at]?.align === 'left'
    to.setData('text/plain', writeTsv(copied.texts))
    to.setData('text/html', writeHtmlTable(copied.texts, isText))
    if (copied.isCut) void emptyCopied(shown, copied)
  }
  const answer = useEffectEvent((event: ClipboardEvent) => {
    const late = event.type === 'copy' ? read.current : null
    if (!event.clipboardData || (late ? isElsewhere() : !isHere() || !block)) return
    event.preventDefault()
    event.stopPropagation()
    if (late) {
      read.current = null
      put(event.clipboardData, late)
      return notifyDone(`${cells(late.texts.flat().length)} copied.`)
    }
    if (!block) return
    if (event.type === 'paste') {
      const texts = pastedTexts(event.clipboardData)
      if (!texts) return
      const { into, done } = pasteInto(shown, block, texts)
      onPasted(into)
      return void done
    }
    const isCut = event.type === 'cut'
    const copied = copyLoaded(shown, block)
    if (!copied) return void readAndCopy(block, isCut)
    put(event.clipboardData, { ...copied, isCut })
    if (!isCut) say(`${cells(copied.texts.flat().length)} copied.`)
  })
  useEffect(() => {
    const hear = (event: ClipboardEvent) => answer(event)
    const kinds = ['copy', 'cut', 'paste'] as const
    for (const kind of kinds) document.addEventListener(kind, hear, { capture: true })
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, hear, { capture: true })
    }
  }, [])
}
