import type { TableRow } from '../shared/table'

/**
 * The rows of a table, its header among them, from the first one on each time it is called; `read` is how much of the file that is,
 * from 0 to 1. `width`: how many columns have a name, null while none has.
 */
export type RowPortions = (width: number | null) => AsyncGenerator<{ rows: TableRow[]; read: number }>
