import { rowTooLong, quoteNotClosed } from '../table-problem'
import { longestRow } from '../table-limits'
import { parseRows, type ParsedRows, type TextFormat } from './parse-rows'
import type { TextPiece } from './text-pieces'

export type TextRows = Pick<ParsedRows, 'rows' | 'misquoted'> & { read: number }

/** The rows of a text, a portion for each piece of it. Throws AppError 'invalid-input' where a row has no end. */
export async function* textRows(pieces: AsyncIterable<TextPiece>, format: TextFormat): AsyncGenerator<TextRows> {
  let rest = ''
  // What held no whole row is looked at again once it is twice as long, so that a long row is not read over and over.
  let wanted = 0
  let before = 0
  for await (const { text, read } of pieces) {
    rest += text
    if (rest.length < wanted) continue
    const { rows, misquoted, end } = parseRows(rest, format, false)
    before += rows.length
    rest = rest.slice(end)
    wanted = rows.length === 0 ? rest.length * 2 : 0
    if (rest.length > longestRow) throw rowTooLong(before + 1)
    if (rows.length > 0) yield { rows, misquoted, read }
  }
  const { rows, misquoted, isQuoteOpen } = parseRows(rest, format, true)
  if (isQuoteOpen) throw quoteNotClosed(before + rows.length)
  if (rows.length > 0) yield { rows, misquoted, read: 1 }
}
