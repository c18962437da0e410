/** Where a key takes the active row; null when it moves nothing. */
export function rowAfterKey(key: string, row: number, count: number, rowsInView: number): number | null {
  const page = Math.max(1, rowsInView - 1)
  const moves: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  }
  const target = moves[key]
  if (target === undefined || count === 0) return null
  return Math.min(count - 1, Math.max(0, target))
}
