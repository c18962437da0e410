import Papa from 'papaparse'
import type { TableSeparator } from '../../shared/table'

/** How a text is cut into cells. */
export type TextFormat = {
  separator: TableSeparator
  hasQuotes: boolean
  /** `\n` stands for `\r\n` too, also where a file has both; `\r` is of old Macs. */
  lineEnd: '\n' | '\r'
}

export type ParsedRows = {
  rows: string[][]
  /** By their place in `rows`: quotes stand where they mean nothing. */
  misquoted: ReadonlySet<number>
  isQuoteOpen: boolean
  /** Where the row begins that is not whole yet. */
  end: number
}

/**
 * The rows of a text that begins with one. `isLast`: its last row ends with it; otherwise more of it may come. The parser that
 * papaparse's own streams use, without the streams: those push rows on whether somebody waits for them or not.
 */
export function parseRows(text: string, format: TextFormat, isLast: boolean): ParsedRows {
  const { separator, hasQuotes, lineEnd } = format
  const parser = new Papa.Parser({ delimiter: separator, newline: lineEnd, fastMode: hasQuotes ? undefined : true })
  const keepsReturns = lineEnd === '\n' && text.includes('\r"') && !text.includes(keptReturn)
  const parsed = keepsReturns ? text.replaceAll('\r"', `${keptReturn}"`) : text
  const { data: rows, errors, meta } = parser.parse(parsed, 0, !isLast) as Parsed
  if (lineEnd === '\n') takeReturns(rows)
  if (keepsReturns) giveReturnsBack(rows)
  const ofRows = errors.filter(({ row }) => row < rows.length)
  return {
    rows,
    misquoted: new Set(ofRows.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row)),
    isQuoteOpen: ofRows.some(({ code }) => code === 'MissingQuotes'),
    end: meta.cursor,
  }
}

/** What the parser answers; its types leave it open. */
type Parsed = { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } }

/** `\r` before an end of line goes with it, but for one that stands in quotes. */
function takeReturns(rows: string[][]): void {
  for (const cells of rows) {
    const last = cells.length - 1
    const text = cells[last] ?? ''
    if (text.charCodeAt(text.length - 1) === 13) cells[last] = text.slice(0, -1)
  }
}

/** Stands for a `\r` at the end of a quoted text, which is part of it. */
const keptReturn = '\ue000'

function giveReturnsBack(rows: string[][]): void {
  for (const cells of rows) {
    for (const [at, text] of cells.entries()) {
      if (text.includes(keptReturn)) cells[at] = text.replaceAll(keptReturn, '\r')
    }
  }
}
