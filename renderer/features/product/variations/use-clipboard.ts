import { useEffect, useRef, type RefObject } from 'react'
import { notifyDone } from '../../../components/notify'
import { copyRange, emptyRange, pasteAt, type Shown } from './grid-edits'
import { rangeOf, useGridStore } from './grid-store'

/** Copy, cut and paste of blocks, to and from programs for tables, while the table has the focus. */
export function useClipboard(grid: RefObject<HTMLElement | null>, shown: Shown, readOnly: boolean): void {
  const latest = useRef({ shown, readOnly })
  useEffect(() => {
    latest.current = { shown, readOnly }
  })
  useEffect(() => {
    const answer = (event: ClipboardEvent) => {
      if (document.activeElement !== grid.current || !event.clipboardData) return
      event.preventDefault()
      event.stopPropagation()
      const { shown: now, readOnly: isFixed } = latest.current
      const range = rangeOf(useGridStore.getState())
      if (event.type !== 'paste') event.clipboardData.setData('text/plain', copyRange(now, range))
      if (isFixed || event.type === 'copy') return
      if (event.type === 'cut') emptyRange(now, range)
      else paste(now, event.clipboardData.getData('text/plain'))
    }
    const kinds = ['copy', 'cut', 'paste'] as const
    for (const kind of kinds) document.addEventListener(kind, answer, { capture: true })
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, answer, { capture: true })
    }
  }, [grid])
}

function paste(shown: Shown, text: string): void {
  if (text === '') return
  const { range, left } = pasteAt(shown, rangeOf(useGridStore.getState()), text)
  useGridStore.setState({
    active: { row: range.top, column: range.left },
    anchor: { row: range.bottom, column: range.right },
  })
  if (left > 0)
    notifyDone(
      `${left} pasted ${left === 1 ? 'box has' : 'boxes have'} no place here and ${left === 1 ? 'was' : 'were'} left out.`,
    )
}
