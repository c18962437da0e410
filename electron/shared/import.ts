import { z } from 'zod'
import { fileTokenSchema } from './file-token'
import { longestList } from './limits'
import { importKeys } from './product-table/import-keys'
import type { Target } from './product-table/column-names'
import type { Proposal } from './proposal'
import { tableEncodings, tableQuotes, tableSeparators, type ColumnNotes, type TableShape } from './table'

const signs = z.enum([',', '.'])

/** What a person says of a file by hand; what is left out is found out. */
const tableChoicesSchema = z.strictObject({
  encoding: z.enum(tableEncodings).optional(),
  separator: z.enum(tableSeparators).optional(),
  quotes: z.enum(tableQuotes).optional(),
  sheet: z.string().max(255).optional(),
  headerRow: z.number().int().positive().nullable().optional(),
})

const tooLongToPaste = 'These are more cells than can be pasted. Save them as a file, and choose that.'

/** Cells that were pasted, as text. */
const pastedSchema = z.strictObject({ text: z.string().max(longestList, tooLongToPaste) })
const importedFromSchema = z.union([fileTokenSchema, pastedSchema])
export type ImportedFrom = z.infer<typeof importedFromSchema>

export const importedFileSchema = z.strictObject({ file: importedFromSchema, choices: tableChoicesSchema })

/** Only what is here, only what is not, or both. */
export const importWhats = ['update', 'add', 'both'] as const
export type ImportWhat = (typeof importWhats)[number]

export const importAskedSchema = importedFileSchema.extend({
  /** Of each column, the path of what it holds; null: it is left out. */
  targets: z.array(z.string().max(500).nullable()).max(16_384),
  /** Their names, as they were seen: a table that was changed since is not read by their places. */
  columns: z.array(z.string().max(100_000)).max(16_384),
  /** Of each column, where only the person knows; null: it is found out. */
  decimals: z.array(signs.nullable()).max(16_384),
  /** Of each column, whether its empty cells empty what it holds; left out: none does. */
  empties: z.array(z.boolean()).max(16_384).optional(),
  /** What the product of a row is found by; left out: the first of them that a column holds. */
  key: z.enum(importKeys).optional(),
  /** What becomes of its rows. */
  what: z.enum(importWhats),
  /** Whether categories that are not there are made. */
  makesCategories: z.boolean().optional(),
  /** Whether pictures that a row does not name go, where it names some; left out: they stay. */
  replacesPictures: z.boolean().optional(),
  /** Whether categories and other things of a list that a row does not name go, where it names some; left out: they stay. */
  replacesLists: z.boolean().optional(),
})
export type ImportAsked = z.infer<typeof importAskedSchema>

/** What was chosen of the columns of a table when one with the same header was imported last. */
export const lastChoicesSchema = z.object({
  at: z.number(),
  targets: z.array(z.string().nullable()),
  decimals: z.array(signs.nullable()),
  empties: z.array(z.boolean()),
  key: z.enum(importKeys).optional(),
})
export type LastChoices = z.infer<typeof lastChoicesSchema>

/** A table before it is imported. */
export type ImportLook = {
  name: string
  shape: TableShape
  /** What each column holds, as far as its name tells. */
  targets: (string | null)[]
  known: Target[]
  /** It names all categories of each product, and all of other lists: what is missing there was taken out. */
  listsAll: boolean
  /** Null: no such table was imported, or nothing else was chosen than what its columns are guessed to hold. */
  asLast: LastChoices | null
  notes: ColumnNotes[]
  /** The first cells of each column. */
  examples: string[][]
  rows: number
}

/** Of the rows of an imported table: all with what became of them, those that failed, or those of which nothing was read. */
export const rowsWanted = ['all', 'failed', 'unread'] as const
export type RowsWanted = (typeof rowsWanted)[number]

/** A table that was imported, by itself, by its review or by its change set. */
export const keptTableRefSchema = z.union([
  z.strictObject({ tableId: z.number().int() }),
  z.strictObject({ proposalId: z.number().int() }),
  z.strictObject({ changeSetId: z.number().int() }),
])
export type KeptTableRef = z.infer<typeof keptTableRefSchema>

/** A file that was written. `leftOut`: texts that are longer than a cell of a workbook can be. */
export type SavedRows = { name: string; rows: number; leftOut: number }

/**
 * `row`: as spreadsheets number it; `named`: its SKU, its name or what else it is known by, empty where it has none; `others`: so many
 * later ones are left out for the same reason, said once.
 */
export type UnmatchedRow = { row: number; named: string; why: string; others?: number }

/** How many products with names of picture files were looked at. */
export type ImportProgress = { done: number; total: number }

export type ImportMatched = {
  /** Null: no row says what was asked for. */
  proposal: Proposal | null
  /** Products that are here, and products that are not. */
  products: number
  added: number
  /** Categories that are here and of which a row says something else. */
  categories: number
  /** Variations that products which are here do not have. */
  variations: number
  /** Of those that are not: how many have no SKU, and the first rows of them. */
  withoutSku: { count: number; first: number[] }
  /** The paths of categories that are not there and that are named, by what becomes of the rows. */
  newCategories: Record<ImportWhat, string[]>
  rows: number
  unmatched: number
  /** Where its rows are kept. */
  tableId: number
  /** The first of them. */
  first: UnmatchedRow[]
}
