import { useEffect, useEffectEvent, type RefObject } from 'react'
import { notifyDone } from '../../components/notify'
import { readHtmlTable, writeHtmlTable } from '../../format/html-table'
import { readTsv, writeTsv } from '../../format/tsv'
import { cells, emptyBlock, loadedTexts, pasteInto, type Shown } from './block-acts'
import type { Block } from './paste'
import { say } from './said'

/** Some programs bring their cells as a table alone. */
function pastedTexts(data: DataTransfer): string[][] | null {
  const text = data.getData('text/plain')
  return text === '' ? readHtmlTable(data.getData('text/html')) : readTsv(text)
}

/** Copy, cut and paste of blocks, to and from programs for tables, while the sheet has the focus. */
export function useClipboard(
  sheet: RefObject<HTMLElement | null>,
  shown: Shown,
  block: Block | null,
  onPasted: (into: Block) => void,
): void {
  const answer = useEffectEvent((event: ClipboardEvent) => {
    const focused = document.activeElement
    // A cell has the focus, or all of them; not the box of one.
    const isHere = focused?.closest('canvas') && sheet.current?.contains(focused)
    if (!isHere || !block || !event.clipboardData) return
    event.preventDefault()
    event.stopPropagation()
    if (event.type === 'paste') {
      const texts = pastedTexts(event.clipboardData)
      if (texts) void pasteInto(shown, block, texts).then(onPasted)
      return
    }
    const texts = loadedTexts(shown, block)
    if (!texts) {
      notifyDone(
        'Nothing was copied: not all of these rows are read yet. Copy fewer rows, or scroll through them first.',
      )
      return
    }
    event.clipboardData.setData('text/plain', writeTsv(texts))
    const isText = (at: number) => shown.columns[block.left + at]?.align === 'left'
    event.clipboardData.setData('text/html', writeHtmlTable(texts, isText))
    if (event.type === 'cut') void emptyBlock(shown, block)
    else say(`${cells(texts.flat().length)} copied.`)
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
