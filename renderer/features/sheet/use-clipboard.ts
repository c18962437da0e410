import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { call, problemOf } from '../../bridge'
import { notifyDone, notifyProblem } from '../../components/notify'
import { readHtmlTable, writeHtmlTable } from '../../format/html-table'
import { readTsv, writeTsv } from '../../format/tsv'
import { emptyBlock, loadedTexts, pasteInto, textsOf } from './block-acts'
import type { Block } from './paste'
import { say } from './said'
import { cells, type Shown } from './written-cells'

/** Some programs bring their cells as a table alone. */
function pastedTexts(data: DataTransfer): string[][] | null {
  const text = data.getData('text/plain')
  return text === '' ? readHtmlTable(data.getData('text/html')) : readTsv(text)
}

type Copied = { block: Block; texts: string[][]; isCut: boolean }

/** Copy, cut and paste of blocks, to and from programs for tables, while the sheet has the focus. */
export function useClipboard(
  sheet: RefObject<HTMLElement | null>,
  shown: Shown,
  block: Block | null,
  onPasted: (into: Block) => void,
): void {
  /** What was read to be copied, until the copying that follows. */
  const read = useRef<Copied | null>(null)

  /** The rows of a tall block come first; the system takes a copy only while it is copying. */
  const readAndCopy = async (of: Block, isCut: boolean) => {
    try {
      read.current = { block: of, texts: await textsOf(shown, of), isCut }
      await call('app.edit', { command: 'copy' })
    } catch (error) {
      notifyProblem(problemOf(error))
    }
  }
  const put = (to: DataTransfer, { block: of, texts, isCut }: Copied) => {
    const isText = (at: number) => shown.columns[of.left + at]?.align === 'left'
    to.setData('text/plain', writeTsv(texts))
    to.setData('text/html', writeHtmlTable(texts, isText))
    if (isCut) void emptyBlock(shown, of)
  }
  const answer = useEffectEvent((event: ClipboardEvent) => {
    const focused = document.activeElement
    // A cell has the focus, or all of them; not the box of one.
    const isHere = focused?.closest('canvas') && sheet.current?.contains(focused)
    const late = event.type === 'copy' ? read.current : null
    if (!event.clipboardData || (!late && !(isHere && block))) return
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
      if (texts) void pasteInto(shown, block, texts).then(onPasted)
      return
    }
    const isCut = event.type === 'cut'
    const texts = loadedTexts(shown, block)
    if (!texts) return void readAndCopy(block, isCut)
    put(event.clipboardData, { block, texts, isCut })
    if (!isCut) say(`${cells(texts.flat().length)} copied.`)
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
