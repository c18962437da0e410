/** Quoted always, because programs split at other signs than commas too; a name that begins like a formula stays a name. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return `"${value}"`
  const text = /^[\s\0]*[=+\-@＝＋－＠|%]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}

/** As a spreadsheet opens it: UTF-8 with a mark, commas, CRLF. */
export const csvFile = (lines: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
