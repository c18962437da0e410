import { useEffect, useRef, type RefObject } from 'react'

/** The keyboard stays with the line that came, or with the one that took the place of another. */
export function useFocusOfLine(field: RefObject<HTMLElement | null>, count: number): (line: number) => void {
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const lines = field.current?.querySelectorAll('[data-line]')
    const line = lines?.[Math.min(wanted.current, count - 1)]
    const place = line ?? field.current
    place?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    wanted.current = null
  })
  return (line) => void (wanted.current = line)
}
