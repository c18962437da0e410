import { useEffect, useRef, type PointerEvent, type RefObject } from 'react'
import { beginRangeAt } from '../../stores/product-selection'
import { edgePace } from './edge-pace'
import { pickRange } from './pick-range'
import { rowIndexAt } from './use-row-pointer'

/** `to`: the last row that it was drawn over; null as long as the mouse has not left the first one. */
type Drag = { from: number; extends: boolean; to: number | null; y: number }

/** Selects all rows that the mouse is drawn over from one tick on, also those that scroll in at an edge. Shift goes on from where a range began. */
export function useDragPick(scroller: RefObject<HTMLElement | null>, rowAt: (y: number) => number) {
  const drag = useRef<Drag | null>(null)
  const frame = useRef(0)
  const isPicking = useRef(false)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  /** One after the other: rows that are not here yet are asked for, and the last answer must be the last place. */
  async function pickTo(to: number): Promise<void> {
    if (!drag.current || drag.current.to === to) return
    drag.current.to = to
    if (isPicking.current) return
    isPicking.current = true
    for (let done: number | null = null; done !== to;) {
      done = to
      await pickRange(done)
      to = drag.current?.to ?? done
    }
    isPicking.current = false
  }

  function begin(now: Drag, pointerId: number): void {
    // From here on the mouse means this, wherever it is, and no click follows on a row.
    scroller.current?.setPointerCapture(pointerId)
    if (!now.extends) beginRangeAt(now.from)
    frame.current = requestAnimationFrame(scroll)
  }

  function scroll(): void {
    const [list, now] = [scroller.current, drag.current]
    if (!list || !now) return
    const pace = edgePace(now.y, list.getBoundingClientRect())
    if (pace !== 0) {
      list.scrollBy({ top: pace })
      void pickTo(rowAt(now.y))
    }
    frame.current = requestAnimationFrame(scroll)
  }

  function end(): void {
    cancelAnimationFrame(frame.current)
    drag.current = null
  }

  return {
    /** Whether the mouse went down on a tick, so that a drag takes no product along. */
    isDrawing: () => drag.current !== null,
    handlers: {
      onPointerDown(event: PointerEvent) {
        const isTick = event.target instanceof Element && event.target.closest('[data-pick]') !== null
        const from = rowIndexAt(event.target)
        if (!isTick || from === null || event.button !== 0 || event.pointerType === 'touch') return
        drag.current = { from, extends: event.shiftKey, to: null, y: event.clientY }
      },
      onPointerMove(event: PointerEvent) {
        const now = drag.current
        if (!now) return
        now.y = event.clientY
        const to = rowAt(now.y)
        if (now.to === null && to === now.from) return
        if (now.to === null) begin(now, event.pointerId)
        void pickTo(to)
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}
