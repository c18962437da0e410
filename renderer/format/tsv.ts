import { readDelimited } from '../../electron/shared/delimited'

/** A block of boxes as programs for tables put it on the clipboard: a tab between boxes, a line each, quotes around what holds either. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const readTsv = (text: string): string[][] => readDelimited(text, '\t')
