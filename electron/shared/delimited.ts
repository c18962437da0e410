/** Rows of boxes as programs for tables write them: quotes around what holds a sign that separates. */
export function readDelimited(text: string, sign: '\t' | ';' | ','): string[][] {
  const rows: string[][] = [[]]
  const box = boxes[sign]
  for (let at = 0; at <= text.length; at = box.lastIndex) {
    box.lastIndex = at
    const found = box.exec(text)
    if (!found) break
    const [, inQuotes, plain = '', end] = found
    rows.at(-1)?.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'))
    if (end === '') break
    if (end !== sign) rows.push([])
  }
  // The last line ends with an end of line too.
  const last = rows.at(-1)
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

const boxes = { '\t': boxOf('\t'), ';': boxOf(';'), ',': boxOf(',') }

function boxOf(sign: string): RegExp {
  return new RegExp(`(?:"((?:[^"]|"")*)"(?=[${sign}\\r\\n]|$)|([^${sign}\\r\\n]*))(${sign}|\\r\\n|\\r|\\n|$)`, 'y')
}

/** Pasted from a table, or the text of a file: by the sign that separates its boxes. */
export const readTable = (text: string): string[][] =>
  readDelimited(text, text.includes('\t') ? '\t' : text.includes(';') ? ';' : ',')
