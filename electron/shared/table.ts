import { z } from 'zod'

/** A cell as its file has it. A date is what stands there, in no zone: `2026-03-01`, `2026-03-01T10:30:00`, `10:30:00`. */
export const cellSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ date: z.string() }),
  z.strictObject({ error: z.string() }),
])
export type Cell = z.infer<typeof cellSchema>

/** What is written into a cell. */
export type WrittenCell = Exclude<Cell, object>

/** Texts with separators between their cells (CSV and its like), or a workbook. */
type TableFormat = 'text' | 'xlsx'

export const tableSeparators = [',', ';', '\t', '|'] as const
export type TableSeparator = (typeof tableSeparators)[number]

/** What a text can be read as, by the names of the Encoding Standard; it has none for `ibm850`, the DOS of Western Europe. */
export const tableEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'ibm850',
  'windows-1250',
  'iso-8859-2',
  'windows-1257',
  'windows-1254',
  'windows-1253',
  'windows-1258',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const
export type TableEncoding = (typeof tableEncodings)[number]

/** heeded: they hold cells together, and rows where they may not be meant so are doubted. trusted: never doubted. ignored: signs as others. */
export const tableQuotes = ['heeded', 'trusted', 'ignored'] as const
export type TableQuotes = (typeof tableQuotes)[number]

/** What a person says of a file by hand; what is left out is found out. */
export type TableChoices = {
  encoding?: TableEncoding
  separator?: TableSeparator
  quotes?: TableQuotes
  /** By its name. */
  sheet?: string
  /** As spreadsheets number rows, from 1. Null: there is no header. */
  headerRow?: number | null
}

export type TableSheet = { name: string; isHidden: boolean }

/** What is known of a table before its rows are read. */
export type TableShape = {
  format: TableFormat
  /** None where the format has none. */
  sheets: readonly TableSheet[]
  sheet: string | null
  /** Null where nobody can choose one: workbooks and pasted text. */
  encoding: TableEncoding | null
  separator: TableSeparator | null
  headerRow: number | null
  /** The header as it stands; null where there is none. */
  header: readonly Cell[] | null
  /** A name for each column, no two the same: “Price”, “Price (2)”, and “Column C” where the header says nothing. */
  columns: readonly string[]
}

/**
 * What makes a row one to look at: quotes that do not fit, so that its cells may end elsewhere; a cell with what look like the rows below
 * it; or something in more cells than the header has.
 */
export const rowDoubts = ['quotes', 'rows-within', 'too-many-cells'] as const
export type RowDoubt = (typeof rowDoubts)[number]

/** Empty rows are left out. Where a row is shorter than the header, the rest of it is empty. */
export type TableRow = {
  /** As spreadsheets number it, from 1. */
  row: number
  cells: readonly Cell[]
  doubt: RowDoubt | null
  /** Of a text, where its quotes are doubted: its first line and its last one. */
  lines?: readonly [number, number]
}

export type CellExample = { row: number; text: string }

/** What programs for tables did to a column before it came here; nothing can undo it but the person. */
export type ColumnDamage = {
  /**
   * `scientific`: 1.23457E+12, most digits are gone. `lost-zeros`: shorter than its neighbours, which begin with zeros.
   * `dates-of-texts`: “1-Mar” among SKUs. `broken-letters`: � or Ã¤, read or saved in another encoding.
   */
  kind: 'scientific' | 'lost-zeros' | 'dates-of-texts' | 'broken-letters'
  count: number
  examples: CellExample[]
}

/** What all values of a column say together. */
export type ColumnNotes = {
  filled: number
  /**
   * Numbers, and texts that are numbers. `decimal` is the sign before their decimals: `any` where nothing depends on it, `ask` where
   * only the person knows, such as beside nothing but 1.299 and 2.500. `against`: those that are written otherwise than decided.
   */
  numbers: { count: number; decimal: ',' | '.' | 'any' | 'ask'; against: number; examples: CellExample[] }
  /** `order` of a date in numbers: `any` where all name their month or are dates already, `ask` where no day is above 12. */
  dates: { count: number; order: 'ymd' | 'dmy' | 'mdy' | 'any' | 'ask'; examples: CellExample[] }
  /** Yes and no in one of the seven languages. */
  yesNo: number
  damage: ColumnDamage[]
}
