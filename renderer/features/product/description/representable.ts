import { canonicalHtml } from './canonical-html'
import { throughEditor } from './editor-extensions'
import { formBox, htmlFragment } from './html-fragment'
import { isWebAddress } from './shown-address'
import { cellsInTables, mostCells } from './table-size'

/** Whether the rich text editor can hold all of this HTML: nothing is missing after a way through it. */
export function isRepresentable(html: string): boolean {
  if (html.trim() === '') return true
  try {
    return canonicalHtml(html) === canonicalHtml(throughEditor(html))
  } catch {
    return false
  }
}

const known = new Set(
  'html head body sub sup table p br strong b em i u s strike del h1 h2 h3 h4 h5 h6 ul ol li blockquote code pre hr a'.split(
    ' ',
  ),
)
const names: Record<string, string> = {
  img: 'a picture',
  iframe: 'an embedded page',
  video: 'a video',
  span: 'styled text',
  font: 'styled text',
  div: 'blocks',
  style: 'a style sheet',
  script: 'a script',
  [formBox]: 'a form',
}
const partsOfTables = new Set(['tbody', 'thead', 'tfoot', 'tr', 'td', 'th'])

/** What in it the editor does not know, in words for the person; empty when it is only in how things are nested. */
export function foreignParts(html: string): string[] {
  const found = new Set<string>()
  const page = htmlFragment(html)
  if (cellsInTables(page) > mostCells) found.add('a very large table')
  for (const element of page.querySelectorAll('*')) {
    const name = element.nodeName.toLowerCase()
    const isKnown = name === 'img' ? isWebAddress(element.getAttribute('src') ?? '') : known.has(name)
    if (!isKnown && !partsOfTables.has(name)) found.add(names[name] ?? `<${name}>`)
    if (element.hasAttribute('style')) found.add('inline styles')
  }
  if (html.includes('<!--')) found.add('comments')
  return [...found].slice(0, 4)
}
