import type { Cell } from '../shared/table'

export type NumberedRow = { row: number; cells: readonly Cell[] }

/** Titles and addresses of whoever sent a list may stand above its header. */
const mostAbove = 20
const compared = 20

/**
 * The row that names the columns, if one does: the first that is filled like a table and not like the rows below it. `rows` are
 * the first ones of the table, without empty ones.
 */
export function findHeader(rows: readonly NumberedRow[]): number | null {
  const widest = Math.max(0, ...rows.map(({ cells }) => filledIn(cells)))
  const at = rows.slice(0, mostAbove).findIndex(({ cells }) => filledIn(cells) > widest / 2)
  const found = rows[at]
  if (!found) return null
  const below = rows.slice(at + 1, at + 1 + compared)
  const [names, values] = votesOf(found.cells, below)
  return values > names ? null : found.row
}

/** How many of its cells stand above numbers without being one, and how many are like what stands below them. */
function votesOf(cells: readonly Cell[], below: readonly NumberedRow[]): [names: number, values: number] {
  let [names, values] = [0, 0]
  for (const [column, cell] of cells.entries()) {
    if (cell === null || isOfRow(cells, column)) continue
    const others = below.map((row) => row.cells[column] ?? null).filter((other) => other !== null)
    if (others.length === 0) continue
    const areNumbers = others.filter(isLikeNumber).length >= others.length * 0.8
    if (areNumbers && !isLikeNumber(cell)) names++
    else if (areNumbers || (typeof cell === 'string' && others.includes(cell))) values++
  }
  return [names, values]
}

/** Sizes and years name columns too: 36, 37, 38. */
function isOfRow(cells: readonly Cell[], column: number): boolean {
  const at = (step: number) => Number(cells[column + step] ?? NaN)
  const isUp = (step: number) => at(step + 1) - at(step) === 1 && Number.isInteger(at(step))
  return (isUp(0) && (isUp(1) || isUp(-1))) || (isUp(-1) && isUp(-2))
}

const filledIn = (cells: readonly Cell[]): number => cells.filter((cell) => cell !== null).length

/** Numbers, prices, dates, yes and no: what names no column. */
function isLikeNumber(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell !== null
  const text = cell.trim()
  return (
    /^(true|false)$/i.test(text) ||
    (text.length <= 40 && /^[-+−'(]?[\p{Sc}\s]*\d[\d.,:/\s'’\u00a0-]*[%\p{Sc}\s)]*$/u.test(text))
  )
}
