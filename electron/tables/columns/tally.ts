import type { Cell, CellExample } from '../../shared/table'

/** A count with the first few that were counted. */
export type Tally = { count: number; examples: CellExample[] }

const mostExamples = 3
const longest = 80

export const tally = (): Tally => ({ count: 0, examples: [] })

export function counted(to: Tally, row: number, cell: Cell): void {
  to.count++
  if (to.examples.length < mostExamples) to.examples.push({ row, text: copied(cellText(cell).slice(0, longest)) })
}

export function added(to: Tally, other: Tally): Tally {
  const examples = [...to.examples, ...other.examples].slice(0, mostExamples)
  return { count: to.count + other.count, examples }
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell !== 'object' ? String(cell) : 'date' in cell ? cell.date : cell.error
}

/** A piece of a text keeps the whole text in memory; a copy does not. */
const copied = (text: string): string => Buffer.from(text).toString()
