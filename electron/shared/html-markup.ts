/** Where the text of an HTML document stands, as browsers read it: what is no tag, no comment and no content for programs. */

/** Their content is no text for readers. */
const unread = /^(script|style|template|noembed|noframes|iframe)$/i
const tagName = /[a-z][^\t\n\f\r />]*/iy
/** With the space before it. A value in quotes may hold anything, and one without may hold quotes. */
const attribute =
  /[\t\n\f\r /]*(?:[^\t\n\f\r />][^\t\n\f\r />=]*(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"?|'[^']*'?|[^\t\n\f\r >"'][^\t\n\f\r >]*)?)?)?/y

export type Stretch = { from: number; to: number }

/** One between every two tags, empty where they touch. In order; what is written between them stays what it is. */
export function textStretches(html: string): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (let open = html.indexOf('<'); open >= 0;) {
    const end = endOfMarkup(html, open)
    if (end > open) {
      stretches.push({ from, to: open })
      from = end
    }
    // A sign that begins no tag is one: 3 < 5.
    open = html.indexOf('<', Math.max(end, open + 1))
  }
  return [...stretches, { from, to: html.length }]
}

/** Where what begins here has ended, the end of the text if nowhere; the same place if it is no tag and no comment. */
function endOfMarkup(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4)
  const next = html[open + 1] ?? ''
  if (next === '!' || next === '?') return after(html, '>', open + 2)
  if (next === '/') return /[a-z]/i.test(html[open + 2] ?? '') ? endOfTag(html, open + 2) : after(html, '>', open + 2)
  if (!/[a-z]/i.test(next)) return open
  const end = endOfTag(html, open + 1)
  tagName.lastIndex = open + 1
  const name = tagName.exec(html)?.[0] ?? ''
  return unread.test(name) ? endOfContent(html, name, end) : end
}

function endOfTag(html: string, from: number): number {
  tagName.lastIndex = from
  tagName.test(html)
  let at = tagName.lastIndex
  while (at < html.length && html[at] !== '>') {
    attribute.lastIndex = at
    attribute.test(html)
    at = attribute.lastIndex
  }
  return Math.min(at + 1, html.length)
}

function endOfContent(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  return found ? endOfTag(html, found.index + 2) : html.length
}

function after(html: string, sign: string, from: number): number {
  const found = html.indexOf(sign, from)
  return found < 0 ? html.length : found + sign.length
}
