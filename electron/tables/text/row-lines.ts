/** How many lines of its text each row takes. */
export const linesOf = (rows: readonly (readonly string[])[], lineEnd: string): number[] =>
  rows.map((cells) => {
    let lines = 1
    for (const cell of cells) {
      for (let at = cell.indexOf(lineEnd); at >= 0; at = cell.indexOf(lineEnd, at + 1)) lines += 1
    }
    return lines
  })
