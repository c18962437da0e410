type Named = { id: number }
type Placed<Row> = { row: Row; key: number }

/** Which elements stand for which rows. */
export type RowPool = { place: <Row extends Named>(rows: readonly Row[], isScrolling: boolean) => Placed<Row>[] }

/**
 * Rows that come into view while the table scrolls take the elements of those that leave it, in whatever order the elements stand: made anew,
 * their styles would be found anew too, which is most of what a row costs. At rest the elements are in the order of the rows, as who
 * reads or tabs through them expects. A row keeps its element as long as it is shown.
 */
export function createRowPool(): RowPool {
  let last: { id: number; key: number }[] = []
  let keys = 0

  return {
    place: (rows, isScrolling) => {
      const known = new Map(last.map(({ id, key }) => [id, key]))
      const entering = rows.filter(({ id }) => !known.has(id))
      const all = isScrolling
        ? inPlaceOfThoseGone(last, rows, entering)
        : rows.map((row) => ({ row, key: known.get(row.id) ?? (keys += 1) }))
      if (isScrolling) all.push(...entering.map((row) => ({ row, key: (keys += 1) })))
      last = all.map(({ row, key }) => ({ id: row.id, key }))
      return all
    },
  }
}

/** Takes from `entering` as many as there are elements for. */
function inPlaceOfThoseGone<Row extends Named>(
  last: readonly { id: number; key: number }[],
  rows: readonly Row[],
  entering: Row[],
): Placed<Row>[] {
  const shown = new Map(rows.map((row) => [row.id, row]))
  return last.flatMap(({ id, key }) => {
    const row = shown.get(id) ?? entering.shift()
    return row ? [{ row, key }] : []
  })
}
