/** A row of the sheet: a product in its place of the list, or one of its variations, the first of which is 0. */
export type RowPlace = { index: number; variation: number | null }

/** A product whose variations are rows, and how many there are. */
export type Varied = { index: number; count: number }
type Unfolded = Varied & { row: number }
/** Where the rows are: products in the order of the list, variations below theirs or, where `own` is 0, in their place. */
export type RowLayout = { rows: number; own: 0 | 1; unfolded: readonly Unfolded[] }

/** `varied`: in the order of the list. `own`: the rows of a product beside those of its variations. */
export function layoutRows(products: number, varied: readonly Varied[], own: 0 | 1 = 1): RowLayout {
  const unfolded: Unfolded[] = []
  let above = 0
  for (const { index, count } of varied) {
    if (index >= products || count === 0) continue
    unfolded.push({ index, row: index + above, count })
    above += count + own - 1
  }
  return { rows: products + above, own, unfolded }
}

export function placeAt({ unfolded, own }: RowLayout, row: number): RowPlace {
  const last = lastBefore(unfolded, (each) => each.row <= row)
  if (!last) return { index: row, variation: null }
  const within = row - last.row - own
  if (within < 0) return { index: last.index, variation: null }
  return within < last.count
    ? { index: last.index, variation: within }
    : { index: last.index + within - last.count + 1, variation: null }
}

/** The row of a place; where that has none, the nearest of its product. */
export function rowOfPlace({ unfolded, own }: RowLayout, { index, variation }: RowPlace): number {
  const last = lastBefore(unfolded, (each) => each.index <= index)
  if (!last) return index
  if (last.index < index) return last.row + own + last.count + index - last.index - 1
  return variation === null ? last.row : last.row + own + Math.min(variation, last.count - 1)
}

/** In a list whose first ones are so. */
function lastBefore(all: readonly Unfolded[], isSo: (each: Unfolded) => boolean): Unfolded | undefined {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const each = all[middle]
    if (each && isSo(each)) low = middle + 1
    else high = middle
  }
  return all[low - 1]
}
