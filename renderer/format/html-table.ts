/** A block of boxes as a table that programs for tables read; what is text there stays one, zeros at its beginning too. */
export function writeHtmlTable(rows: readonly (readonly string[])[], isText: (column: number) => boolean): string {
  const box = (text: string, at: number) => `<td${isText(at) ? asText : ''}>${escaped(text)}</td>`
  const lines = rows.map((row) => `<tr>${row.map(box).join('')}</tr>`)
  return `<meta charset="utf-8"><table><tbody>${lines.join('')}</tbody></table>`
}

const asText = ` style="mso-number-format:'\\@'"`
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }
const escaped = (text: string): string => text.replace(/[&<>\n]/g, (sign) => signs[sign] ?? sign)

/** The boxes of the first table that programs wrote; null: there is none. A box over several columns stands in the first of them. */
export function readHtmlTable(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return null
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((box) => [textOf(box), ...Array.from({ length: box.colSpan - 1 }, () => '')]),
  )
  return rows.some((row) => row.length > 0) ? rows : null
}

/** Lines of the source mean nothing, those of the box do. */
function textOf(box: Element): string {
  const copy = box.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const unseen of copy.querySelectorAll('comment, style, script')) unseen.remove()
  for (const text of textsIn(copy)) text.data = text.data.replace(/[ \t\r\n]+/g, ' ')
  for (const end of copy.querySelectorAll('br')) end.replaceWith('\n')
  return (copy.textContent ?? '').trim()
}

function textsIn(element: Element): Text[] {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walk.nextNode()) if (walk.currentNode instanceof Text) found.push(walk.currentNode)
  return found
}
