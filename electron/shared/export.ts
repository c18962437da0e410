import { z } from 'zod'
import { productSelectionSchema } from './proposal'

/** xlsx: a workbook. csv: for a spreadsheet, with its signs. ecwid: for Ecwid's own import. */
export const exportFormats = ['xlsx', 'csv', 'ecwid'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportAskedSchema = z.strictObject({
  selection: productSelectionSchema,
  format: z.enum(exportFormats),
  /** The sign in the numbers of a CSV for a spreadsheet. */
  decimal: z.enum(['.', ',']),
  /** Whether the pictures are written too, into a folder beside the file; left out: they are not. */
  withPictures: z.boolean().optional(),
})
export type ExportAsked = z.infer<typeof exportAskedSchema>

/** writing: on its way. written: the file is there, whole. failed, cancelled: nothing was written. */
type ExportState = 'writing' | 'written' | 'failed' | 'cancelled'

/** Products on their way into a file. */
export type Export = {
  connectionId: string
  /** Counted from the start of the app. */
  id: number
  state: ExportState
  /** Of the file, without its folder. */
  name: string
  /** Steps done, and how many there are. */
  done: number
  total: number
  products: number
  /** Texts that a cell of a workbook cannot hold. */
  leftOut: number
  /** Of the folder with the pictures; null: they were not asked for. */
  folder: string | null
  /** How many are in it, and how many could not be had, with the first of them in words. */
  pictures: number
  missing: { count: number; first: string[] }
  /** Why it failed, as a sentence. */
  problem: string | null
}
