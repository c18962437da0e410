import { z } from 'zod'
import { viewNameSchema } from './kept-view'
import { idText, keyText } from './limits'
import { productQuerySchema } from './product-query'
import { productSelectionSchema } from './proposal'

/** xlsx: a workbook. csv: for a spreadsheet, with its signs. ecwid: for Ecwid's own import. */
export const exportFormats = ['xlsx', 'csv', 'ecwid'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportAskedSchema = z.strictObject({
  selection: productSelectionSchema,
  format: z.enum(exportFormats),
  /** The sign in the numbers of a CSV for a spreadsheet. */
  decimal: z.enum(['.', ',']),
  /** Whether the pictures and the files for buyers are written too, into a folder beside the file; left out: they are not. */
  withPictures: z.boolean().optional(),
  /** Whether Ecwid's own file has rows of all categories too; left out: it has none. */
  withCategories: z.boolean().optional(),
  /** Those of a sheet, by their paths; left out: all in which anything stands. */
  columns: z.array(keyText).max(200).optional(),
  /** The view that it is of, whose last export it becomes; left out: of none. */
  view: z.strictObject({ id: idText.min(1), name: viewNameSchema }).optional(),
})
export type ExportAsked = z.infer<typeof exportAskedSchema>

/** A view as it is by now, whose last export is written again. `columns`: of its sheet; null: it is shown as a list. */
export const exportedViewSchema = z.strictObject({
  id: idText.min(1),
  query: productQuerySchema,
  columns: z.array(keyText).max(200).nullable(),
})
export type ExportedView = z.infer<typeof exportedViewSchema>

/** All of a store in one archive: as it was in a snapshot, or as it is (null). */
export const archiveAskedSchema = z.strictObject({
  snapshotId: z.number().int().positive().nullable(),
  pictures: z.boolean(),
})
export type ArchiveAsked = z.infer<typeof archiveAskedSchema>

/** Whose picture, and why it could not be had, as a sentence. */
export type MissingPicture = { title: string; reason: string }

/** What an archive has. */
export type ArchiveTally = {
  products: number
  categories: number
  productTypes: number
  /** Null: it was asked for without. */
  pictures: number | null
  /** How many pictures could not be had, and the first of them. */
  missing: { count: number; first: MissingPicture[] }
  /** What was made here and is not in the store yet has no place in it. */
  notInStore: number
}

/** writing: on its way. written: the file is there, whole. failed, cancelled: nothing was written. */
type ExportState = 'writing' | 'written' | 'failed' | 'cancelled'

/** Products on their way into a file, or all of a store into an archive. */
export type Export = {
  connectionId: string
  what: 'products' | 'archive'
  /** Counted from the start of the app. */
  id: number
  state: ExportState
  /** Of the file, without its folder. */
  name: string
  /** Steps done, and how many there are. */
  done: number
  total: number
  products: number
  /** That have rows of their own. */
  categories: number
  /** Texts that a cell of a workbook cannot hold. */
  leftOut: number
  /** Of the folder with the pictures and files for buyers; null: they were not asked for. */
  folder: string | null
  /** How many are in it, and how many of both could not be had, with the first of them in words. */
  pictures: number
  files: number
  missing: { count: number; first: string[] }
  /** Of an archive that is written. */
  archive: ArchiveTally | null
  /** Why it failed, as a sentence. */
  problem: string | null
}
