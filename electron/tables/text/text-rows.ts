import { rowTooLong, quoteNotClosed } from '../table-problem'
import { longestRow } from '../table-limits'
import { linesOf, linesOfWhole } from './row-lines'
import { parseRows, type ParsedRows, type TextFormat } from './parse-rows'
import type { TextPiece } from './text-pieces'

/** `lines`: how many each row takes. */
export type TextRows = Pick<ParsedRows, 'rows' | 'misquoted'> & { lines: readonly number[]; read: number }

/** The rows of a text, a portion for each piece of it. Throws AppError 'invalid-input' where a row has no end. */
export async function* textRows(pieces: AsyncIterable<TextPiece>, format: TextFormat): AsyncGenerator<TextRows> {
  let rest = ''
  // What held no whole row is looked at again once it is twice as long, so that a long row is not read over and over.
  let wanted = 0
  let [before, linesBefore] = [0, 0]
  for await (const { text, read } of pieces) {
    rest += text
    if (rest.length < wanted) continue
    const { rows, misquoted, end } = parseRows(rest, format, false)
    const lines = linesOfWhole(rows, format.lineEnd, rest.slice(0, end))
    before += rows.length
    for (const each of lines) linesBefore += each
    rest = rest.slice(end)
    wanted = rows.length === 0 ? rest.length * 2 : 0
    if (rest.length > longestRow) throw rowTooLong(before + 1)
    if (rows.length > 0) yield { rows, misquoted, lines, read }
  }
  const { rows, misquoted, isQuoteOpen } = parseRows(rest, format, true)
  const lines = linesOf(rows, format.lineEnd)
  if (isQuoteOpen) throw quoteNotClosed(lines.slice(0, -1).reduce((sum, each) => sum + each, linesBefore + 1))
  if (rows.length > 0) yield { rows, misquoted, lines, read: 1 }
}
