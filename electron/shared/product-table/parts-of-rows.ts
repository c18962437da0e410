import type { Kind } from '../fields/kind'
import type { Target } from './column-names'

/** What one column of Ecwid's files says, as it is called there and here. */
export type RowPart = { column: string; title: string; kind: Kind }

/** The columns of rows in Ecwid's own files that are no products; `prefix`: of the places that they stand at. */
export function partsOfRows(prefix: string, parts: Readonly<Record<string, RowPart>>) {
  const all = Object.entries(parts).map(([name, part]) => ({ ...part, path: `${prefix}${name}` }))
  const byPath = new Map(all.map((each) => [each.path, each]))
  return {
    isOf: (path: string): boolean => path.startsWith(prefix),
    partAt: (path: string): string => path.slice(prefix.length),
    kindAt: (path: string): Kind | null => byPath.get(path)?.kind ?? null,
    /** Of columns that are called as Ecwid calls them: no other file has such rows. */
    targetsIn: (columns: readonly string[]): Target[] =>
      all
        .filter(({ column }) => columns.some((each) => each.trim() === column))
        .map(({ path, title }) => ({ path, title })),
    pathsByColumn: all.map(({ column, path }) => [column, path] as const),
  }
}
