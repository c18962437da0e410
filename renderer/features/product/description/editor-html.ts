import { inSections } from './description-table'
import { htmlFragment, htmlOf } from './html-fragment'

/**
 * The editor's HTML as a shop wants it: list items and cells without a paragraph inside (which storefronts draw
 * with a gap) unless the description already had them, and nothing at all for an empty document.
 */
export function storeHtml(editorHtml: string, before: string): string {
  if (editorHtml === '<p></p>') return ''
  const page = htmlFragment(editorHtml)
  inSections(page)
  const had = htmlFragment(before)
  for (const box of ['li', 'td', 'th']) {
    if (had.querySelector(`${box} > p:first-child`) === null) page.querySelectorAll(box).forEach(unwrap)
  }
  return htmlOf(page)
}

function unwrap(box: Element): void {
  const [first, ...rest] = box.children
  const onlyLists = rest.every(({ nodeName }) => nodeName === 'UL' || nodeName === 'OL')
  if (first?.nodeName === 'P' && onlyLists) first.replaceWith(...first.childNodes)
}
