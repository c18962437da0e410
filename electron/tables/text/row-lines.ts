/** How many lines of its text each row takes. */
export const linesOf = (rows: readonly (readonly string[])[], lineEnd: string): number[] =>
  rows.map((cells) => {
    let lines = 1
    for (const cell of cells) {
      for (let at = cell.indexOf(lineEnd); at >= 0; at = cell.indexOf(lineEnd, at + 1)) lines += 1
    }
    return lines
  })

/** The same of rows that each end with such a sign, and `text` is nothing else: most tables have no cell of several lines. */
export function linesOfWhole(rows: readonly (readonly string[])[], lineEnd: string, text: string): number[] {
  let ends = 0
  for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, at + 1)) ends += 1
  return ends === rows.length ? rows.map(() => 1) : linesOf(rows, lineEnd)
}
