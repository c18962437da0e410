import type { Cell } from '../shared/table'
import { columnLetters } from './column-letters'

/** A name for each of `width` columns, no two the same. */
export function nameColumns(header: readonly Cell[] | null, width: number): string[] {
  const said = Array.from({ length: width }, (_, column) => cellText(header?.[column] ?? null))
  const taken = new Set(said)
  const given = new Set<string>()
  // A name that stands there keeps its place; what is made up goes around it.
  return said.map((text, column) => {
    const name = text === '' ? `Column ${columnLetters(column)}` : text
    const isFree = text === '' ? !taken.has(name) && !given.has(name) : !given.has(name)
    const free = isFree ? name : numbered(name, (one) => taken.has(one) || given.has(one))
    given.add(free)
    return free
  })
}

function numbered(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 2; ; number++) if (!isTaken(`${name} (${number})`)) return `${name} (${number})`
}

/** In one line. */
function cellText(cell: Cell): string {
  if (cell === null) return ''
  const text = typeof cell !== 'object' ? String(cell) : 'date' in cell ? cell.date : cell.error
  return text.replace(/\s+/g, ' ').trim()
}
