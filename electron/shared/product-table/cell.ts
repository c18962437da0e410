/** What stands in one box of a table. */
export type Cell = string | number | boolean | null
