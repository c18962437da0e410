import type { TableSeparator } from '../../shared/table'

/**
 * Whether a cell of several lines would be whole rows without its quotes: one that is missing or too many then took in the rows below.
 * Sentences have a blank after their commas, and decimals a digit on both sides.
 */
export function hasRowsWithin(cells: readonly string[], width: number, separator: TableSeparator): boolean {
  return cells.some((cell, at) => {
    if (!cell.includes('\n') && !cell.includes('\r')) return false
    const lines = cell.split(/\r\n|\r|\n/)
    const isWhole = lines.every((line, place) => {
      const before = place === 0 ? at : 0
      const after = place === lines.length - 1 ? cells.length - at - 1 : 0
      return before + line.split(separator).length + after === width
    })
    return lines.length > 1 && isWhole && endsCells(cell, separator)
  })
}

function endsCells(text: string, separator: TableSeparator): boolean {
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
    const [before, after] = [text.slice(Math.max(at - 1, 0), at), text.slice(at + 1, at + 2)]
    if (after !== ' ' && !(isDigit(before) && isDigit(after))) return true
  }
  return false
}

const isDigit = (sign: string): boolean => /^\d$/.test(sign)
