/** Larger tables are edited as source: the editor keeps each cell as a part of its own, and fills up every row. */
export const mostCells = 10_000

/** How many cells all tables would have once each of their rows is as long as the longest. */
export function cellsInTables(page: ParentNode): number {
  let cells = 0
  for (const table of page.querySelectorAll('table')) cells += cellsOf(table)
  return cells
}

function cellsOf(table: HTMLTableElement): number {
  const rows = [...table.rows]
  /** By row: how many places of cells from above end there. */
  const ends = new Array<number>(rows.length + 1).fill(0)
  let fromAbove = 0
  let width = 0
  rows.forEach((row, index) => {
    fromAbove -= ends[index] ?? 0
    let own = 0
    let reaching = 0
    for (const cell of row.cells) {
      const [across, down] = [span(cell, 'colspan'), span(cell, 'rowspan')]
      own += across
      if (down < 2) continue
      reaching += across
      const end = Math.min(index + down, rows.length)
      ends[end] = (ends[end] ?? 0) + across
    }
    width = Math.max(width, fromAbove + own)
    fromAbove += reaching
  })
  return width * rows.length
}

const span = (cell: Element, name: string) => Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1)
