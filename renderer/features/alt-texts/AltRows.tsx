/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- its keys move the focus between rows that exist only while in view */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { AltWish } from '../../../electron/shared/alt-text'
import { EmptyNote } from '../../components/EmptyNote'
import { isComposing } from '../../components/keys'
import { altEditKey, type AltEdits } from '../../stores/alt-texts-store'
import { AltRowView } from './AltRowView'
import classes from './alt-texts.module.css'
import { useAltRows } from './use-alt-rows'

type Props = {
  connectionId: string
  wish: AltWish
  total: number
  rowHeight: number
  edits: AltEdits
}

/** Picture by picture, each text open for typing. */
export function AltRows({ connectionId, wish, total, rowHeight, edits }: Props) {
  const scroller = useRef<HTMLElement>(null)
  // Tab goes to one text and then on to the buttons, not through ten thousand.
  const [active, setActive] = useState(0)
  const { at, show, problem } = useAltRows(connectionId, wish)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  useEffect(() => show(startIndex, endIndex), [show, startIndex, endIndex])
  useEffect(() => rows.measure(), [rows, rowHeight])

  const reached = active >= startIndex && active <= endIndex ? active : startIndex

  if (problem) return <EmptyNote title="The pictures could not be read">{problem.message}</EmptyNote>
  if (total === 0) {
    return <EmptyNote title="Every picture has an alt text">Choose All pictures to write them anew.</EmptyNote>
  }
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label="Pictures"
      onFocus={({ target }) => setActive(indexOf(target) ?? active)}
      onKeyDown={(event) => moveFocus(event, total, (index) => rows.scrollToIndex(index))}
    >
      <ul className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const row = at(index)
          return (
            <AltRowView
              key={index}
              connectionId={connectionId}
              row={row}
              index={index}
              total={total}
              top={start}
              isReached={index === reached}
              typed={row ? edits[altEditKey(row)]?.alt : undefined}
            />
          )
        })}
      </ul>
    </section>
  )
}

const steps: Record<string, number> = { ArrowDown: 1, Enter: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }

/** Up, Down, Enter and Page go from text to text. */
function moveFocus(event: KeyboardEvent<HTMLElement>, count: number, scrollTo: (index: number) => void): void {
  const step = steps[event.key]
  if (step === undefined || !(event.target instanceof HTMLInputElement)) return
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isComposing(event)) return
  event.preventDefault()
  const from = indexOf(event.target) ?? -1
  const to = Math.max(0, Math.min(count - 1, from + step))
  scrollTo(to)
  focusText(event.currentTarget, to, 10)
}

function indexOf(element: Element): number | null {
  const index = element.closest('[data-index]')?.getAttribute('data-index')
  return index ? Number(index) : null
}

/** The row comes with one of the next frames. */
function focusText(list: HTMLElement, index: number, tries: number): void {
  const text = list.querySelector<HTMLInputElement>(`[data-index="${index}"] input`)
  if (text) {
    text.focus({ preventScroll: true })
    text.select()
  } else if (tries > 0) requestAnimationFrame(() => focusText(list, index, tries - 1))
}
