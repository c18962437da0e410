/** Rows and columns of cells, both ends included. */
export type Block = { top: number; left: number; bottom: number; right: number }
type Size = { rows: number; columns: number }

export type Pasted = {
  /** Where the text went. */
  into: Block
  texts: readonly (readonly (string | undefined)[])[]
  /** Texts for which the sheet has no place. */
  left: number
}

/** What stands where when a block is pasted. One text fills all that is selected; so does a block that fits into it several times. */
export function placePaste(selected: Block, block: readonly (readonly string[])[], sheet: Size): Pasted {
  const width = Math.max(0, ...block.map((row) => row.length))
  const size = { rows: selected.bottom - selected.top + 1, columns: selected.right - selected.left + 1 }
  const isRepeated = size.rows % block.length === 0 && size.columns % width === 0
  const wanted = isRepeated ? size : { rows: block.length, columns: width }
  const into = {
    top: selected.top,
    left: selected.left,
    bottom: Math.min(selected.top + wanted.rows, sheet.rows) - 1,
    right: Math.min(selected.left + wanted.columns, sheet.columns) - 1,
  }
  const texts = rowsOf(into).map((row) =>
    columnsOf(into).map((column) => block[(row - into.top) % block.length]?.[(column - into.left) % width]?.trim()),
  )
  const all = block.reduce((sum, row) => sum + row.length, 0)
  const placed = texts.flat().filter((text) => text !== undefined).length
  return { into, texts, left: isRepeated ? 0 : all - placed }
}

/** Down: the uppermost row of the block in all others of it; of one row, what stands above it. To the right alike. */
export function placeFill(block: Block, along: 'down' | 'right'): { from: Block; to: Block } | null {
  const [start, end] = along === 'down' ? (['top', 'bottom'] as const) : (['left', 'right'] as const)
  const first = block[start] === block[end] ? block[start] - 1 : block[start]
  if (first < 0) return null
  return { from: { ...block, [start]: first, [end]: first }, to: { ...block, [start]: first + 1 } }
}

export const rowsOf = ({ top, bottom }: Block): number[] => countUp(top, bottom)
export const columnsOf = ({ left, right }: Block): number[] => countUp(left, right)
const countUp = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
