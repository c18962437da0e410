import { decodeEntities } from './html-entities'

/** Their content is no text for readers. */
const unread = /^(script|style|template|noembed|noframes)$/i
const tagName = /[a-z][^\s/>]*/iy

/** What a reader sees of a description: a tag counts as a space, character references are decoded. One pass over the text. */
export function textOfHtml(html: string): string {
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    const end = endOfMarkup(html, open)
    // A sign that begins no tag is one: 3 < 5.
    text += end === open ? html.slice(at, open + 1) : `${html.slice(at, open)} `
    at = end === open ? open + 1 : end
  }
  return decodeEntities(text + html.slice(at))
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

/** A bracket in quotes does not end a tag. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const sign = html[at]
    if (sign === '>') return at + 1
    if ((sign === '"' || sign === "'") && html[at - 1] === '=') at = after(html, sign, at + 1) - 1
  }
  return html.length
}

function endOfContent(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  return found ? endOfTag(html, found.index + 2) : html.length
}

function after(html: string, sign: string, from: number): number {
  const found = html.indexOf(sign, from)
  return found < 0 ? html.length : found + sign.length
}
