import { tableColumnAt, type TableColumn } from './table-column'

/** A column of a sheet as one of a table: of a field, or of attributes of a name. */
export type ChosenColumn = { title: string; column: TableColumn | null }

const ofAttribute = 'attributes.'

/**
 * What of the columns of a sheet a table can hold, by their paths, in the same order. A stock goes with whether it is kept at all;
 * a column that is not known any more is left out. `attributes`: their names by their ids.
 */
export function chosenColumns(paths: readonly string[], attributes: ReadonlyMap<string, string>): ChosenColumn[] {
  const wanted = paths.flatMap((path) => (path === 'quantity' ? ['unlimited', path] : [path]))
  const known = new Set<string>()
  return wanted.flatMap((path) => {
    const column = tableColumnAt(path) ?? null
    const title = column?.title ?? (path.startsWith(ofAttribute) && attributes.get(path.slice(ofAttribute.length)))
    // Several product types may have an attribute of one name, and a table one column for it.
    const key = column ? path : `${ofAttribute}${title}`
    if (!title || known.has(key)) return []
    known.add(key)
    return [{ title, column }]
  })
}
