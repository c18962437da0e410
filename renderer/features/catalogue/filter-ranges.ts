/** Why a range finds nothing, said where it ends; null: it may find something. */
export const turnedRange = (from: number | undefined, to: number | undefined): string | null =>
  isTurned(from, to) ? 'This is below where it begins, so nothing is found.' : null

export const turnedDays = (from: number | undefined, to: number | undefined): string | null =>
  isTurned(from, to) ? 'This is before the first day, so nothing is found.' : null

const isTurned = (from: number | undefined, to: number | undefined): boolean =>
  from !== undefined && to !== undefined && from > to
