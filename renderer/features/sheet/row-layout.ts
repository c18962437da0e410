/** A row of the sheet: a product in its place of the list, or one of its variations, the first of which is 0. */
export type RowPlace = { index: number; variation: number | null }

type Unfolded = { index: number; row: number; count: number }
/** Where the rows are: products in the order of the list, variations below theirs. */
export type RowLayout = { rows: number; unfolded: readonly Unfolded[] }

/** `counts`: rows of variations, by the place of their product in the list. */
export function layoutRows(products: number, counts: ReadonlyMap<number, number>): RowLayout {
  let above = 0
  const unfolded = [...counts]
    .filter(([index, count]) => index < products && count > 0)
    .sort(([a], [b]) => a - b)
    .map(([index, count]) => {
      const row = index + above
      above += count
      return { index, row, count }
    })
  return { rows: products + above, unfolded }
}

export function placeAt({ unfolded }: RowLayout, row: number): RowPlace {
  const last = lastBefore(unfolded, (each) => each.row <= row)
  if (!last) return { index: row, variation: null }
  const below = row - last.row
  if (below === 0) return { index: last.index, variation: null }
  return below <= last.count
    ? { index: last.index, variation: below - 1 }
    : { index: last.index + below - last.count, variation: null }
}

export function rowOfProduct({ unfolded }: RowLayout, index: number): number {
  const last = lastBefore(unfolded, (each) => each.index <= index)
  if (!last) return index
  return last.index === index ? last.row : last.row + last.count + index - last.index
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
