import { useMemo, type FocusEvent } from 'react'
import { create } from 'zustand'
import { isWithin, type TypedTexts } from './control'

/** The line of a list that was only just added, by its path, and those of its boxes that were left since. */
type Fresh = { line: string | null; left: readonly string[] }

const none: Fresh = { line: null, left: [] }
const useFresh = create<Fresh>(() => none)

/** It has the focus from now on, and nobody has typed into it. */
export const beginLine = (line: string): void => useFresh.setState({ line, left: [] })

/** Whatever is wrong in it is said, as when a save is tried. */
export const endFreshLine = (): void => useFresh.setState(none)

/** For the line itself. */
export function leaveBox({ currentTarget, target, relatedTarget }: FocusEvent): void {
  const { line, left } = useFresh.getState()
  // The whole window has lost the focus, and the box has it still.
  if (line === null || document.activeElement === target) return
  const path = target.closest<HTMLElement>('[data-field]')?.dataset['field']
  if (!currentTarget.contains(relatedTarget)) endFreshLine()
  else if (path !== undefined) useFresh.setState({ left: [...left, path] })
}

const waits = ({ line, left }: Fresh, path: string): boolean =>
  line !== null && isWithin(path, line) && !left.some((box) => isWithin(path, box))

/** Whether what is wrong at a path waits, because nobody has been there yet. */
export function useIsWaiting(): (path: string) => boolean {
  const fresh = useFresh()
  return useMemo(() => (path) => waits(fresh, path), [fresh])
}

/** What was typed, without the problems that wait. */
export function useTextsInLines(texts: TypedTexts): TypedTexts {
  const isWaiting = useIsWaiting()
  return {
    ...texts,
    problemAt: (path) => (isWaiting(path) ? undefined : texts.problemAt(path)),
    isWrong: (path) => !isWaiting(path) && texts.isWrong(path),
  }
}
