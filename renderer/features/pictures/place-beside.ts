const arrowKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const
export type ArrowKey = (typeof arrowKeys)[number]
export const isArrow = (key: string): key is ArrowKey => (arrowKeys as readonly string[]).includes(key)

type Corner = { left: number; top: number }

/**
 * The place that an arrow key leads to from another one: across to the next one, in the next row where this one ends; up and down to the
 * nearest of that row. Null: there is none.
 */
export function placeBeside(key: ArrowKey, at: number, corners: readonly Corner[]): number | null {
  const here = corners[at]
  if (!here) return null
  if (key === 'ArrowLeft') return at > 0 ? at - 1 : null
  if (key === 'ArrowRight') return at < corners.length - 1 ? at + 1 : null
  const isUp = key === 'ArrowUp'
  const tops = corners.map(({ top }) => top).filter((top) => (isUp ? top < here.top : top > here.top))
  if (tops.length === 0) return null
  const row = isUp ? Math.max(...tops) : Math.min(...tops)
  const away = ({ left }: Corner) => Math.abs(left - here.left)
  return corners.reduce<number | null>((nearest, corner, place) => {
    if (corner.top !== row) return nearest
    const best = nearest === null ? undefined : corners[nearest]
    return !best || away(corner) < away(best) ? place : nearest
  }, null)
}

/** What is said where there is none. */
export const noneBeside: Record<ArrowKey, string> = {
  ArrowLeft: 'This is the first place.',
  ArrowRight: 'This is the last place.',
  ArrowUp: 'This is the first row.',
  ArrowDown: 'This is the last row.',
}
