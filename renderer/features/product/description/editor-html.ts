import { htmlFragment, htmlOf } from './html-fragment'

/**
 * The editor's HTML as a shop wants it: list items without a paragraph inside (which storefronts draw with a gap)
 * unless the description already had them, and nothing at all for an empty document.
 */
export function storeHtml(editorHtml: string, before: string): string {
  if (editorHtml === '<p></p>') return ''
  if (!editorHtml.includes('<li') || hasParagraphs(before)) return editorHtml
  const page = htmlFragment(editorHtml)
  for (const item of page.querySelectorAll('li')) {
    const [first, ...rest] = item.children
    const onlyLists = rest.every(({ nodeName }) => nodeName === 'UL' || nodeName === 'OL')
    if (first?.nodeName === 'P' && onlyLists) first.replaceWith(...first.childNodes)
  }
  return htmlOf(page)
}

const hasParagraphs = (html: string) => htmlFragment(html).querySelector('li > p:first-child') !== null
