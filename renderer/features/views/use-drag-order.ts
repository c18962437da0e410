import { useEffect, useRef, useState, type MouseEvent, type PointerEvent } from 'react'

/** A click is no drag. */
const leastWay = 4

type Drag = { from: number; to: number }

/** Puts the entries of a list into order by the mouse; the first one, which is none of them, stays. */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLUListElement>(null)
  const pressed = useRef<number | null>(null)
  const wasDragged = useRef(false)
  const [drag, setDrag] = useState<Drag | null>(null)

  const end = () => {
    pressed.current = null
    setDrag(null)
  }
  const isDragging = drag !== null
  useEffect(() => {
    if (!isDragging) return
    const stop = (event: KeyboardEvent) => event.key === 'Escape' && end()
    window.addEventListener('keydown', stop)
    return () => window.removeEventListener('keydown', stop)
  }, [isDragging])

  const dragOf = (from: number) => ({
    onPointerDown: ({ button, clientY, currentTarget, pointerId }: PointerEvent) => {
      wasDragged.current = false
      pressed.current = button === 0 ? clientY : null
      // A fast pointer would be over another one before it has moved over this one.
      if (button === 0) currentTarget.setPointerCapture(pointerId)
    },
    onPointerMove: ({ clientY }: PointerEvent) => {
      if (pressed.current === null) return
      if (!isDragging && Math.abs(clientY - pressed.current) < leastWay) return
      wasDragged.current = true
      setDrag({ from, to: placeAt(list.current, from, clientY) })
    },
    onPointerUp: () => {
      if (drag && drag.from !== drag.to) onMove(drag.from, drag.to)
      end()
    },
    onPointerCancel: end,
    onClickCapture: (event: MouseEvent) => {
      if (wasDragged.current) event.stopPropagation()
    },
  })
  const dropAt = (at: number) => {
    if (!drag || drag.from === drag.to || at !== drag.to) return undefined
    return drag.to < drag.from ? 'before' : 'after'
  }
  return { list, dropAt, dragOf } as const
}

/** So many of the others are above the pointer. */
function placeAt(list: HTMLElement | null, from: number, y: number): number {
  const others = [...(list?.children ?? [])].slice(1).toSpliced(from, 1)
  return others.filter((entry) => {
    const { top, height } = entry.getBoundingClientRect()
    return top + height / 2 < y
  }).length
}
