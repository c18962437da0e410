import { useEffect, useRef, type RefObject } from 'react'

type Wanted = { line: number; within: string }

/** The keyboard stays with the line that came, or with the one that took the place of another. `within`: with what of it. */
export function useFocusOfLine(field: RefObject<HTMLElement | null>, count: number) {
  const wanted = useRef<Wanted | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const { line: at, within } = wanted.current
    // A line may hold lines of its own.
    const all = [...(field.current?.querySelectorAll('[data-line]') ?? [])]
    const lines = all.filter((line) => line.closest('fieldset') === field.current)
    const place = lines[Math.min(at, count - 1)] ?? field.current
    place?.querySelector<HTMLElement>(within)?.focus()
    wanted.current = null
  })
  return (line: number, within = 'input, textarea, button'): void => void (wanted.current = { line, within })
}
