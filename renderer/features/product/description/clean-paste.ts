import { removeFillers } from './fillers'
import { htmlFragment, htmlOf } from './html-fragment'
import { raiseByStyle } from './raise-by-style'
import { separatePasted } from './separate-pasted'

const unseen = 'style, script, meta, link, title, xml, template, noscript, col, comment, br.Apple-interchange-newline'

/**
 * HTML from the clipboard without what word processors add: comments, style sheets, fillers, lists that are only drawn
 * with bullets, and how a table looked in another program. Words stay apart. Fonts and colours fall away by themselves,
 * for the editor does not know them.
 */
export function cleanPaste(html: string): string {
  const page = htmlFragment(html)
  for (const junk of page.querySelectorAll(unseen)) junk.remove()
  for (const element of page.querySelectorAll('*')) {
    if (element.nodeName.includes(':')) element.replaceWith(...element.childNodes)
  }
  if (/\bmso-|class="?Mso/i.test(html)) makeLists(page)
  removeComments(page)
  separatePasted(page)
  if (!html.includes('data-pm-slice')) {
    raiseByStyle(page)
    removeFillers(page, /\bmso-|class="?Mso|content="(?:Libre|Open)Office/i.test(html))
    plainTables(page)
  }
  return htmlOf(page)
}

function makeLists(page: DocumentFragment): void {
  let list: HTMLElement | null = null
  for (const paragraph of [...page.querySelectorAll('p')]) {
    if (!/MsoListParagraph/.test(paragraph.className) && !/mso-list:/.test(paragraph.getAttribute('style') ?? '')) {
      list = null
      continue
    }
    const isNumbered = /^\s*\(?(\d+|[a-z])[.)]/i.test(paragraph.textContent ?? '')
    const name = isNumbered ? 'OL' : 'UL'
    const before: Element | null = paragraph.previousElementSibling
    if (!list || before !== list || list.nodeName !== name) {
      list = document.createElement(name)
      paragraph.before(list)
    }
    removeMarker(paragraph)
    const item = document.createElement('li')
    item.append(...paragraph.childNodes)
    list.append(item)
    paragraph.remove()
  }
}

/** The bullet or number that Word writes as text. */
function removeMarker(paragraph: Element): void {
  const marked = paragraph.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
  if (marked) return marked.remove()
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  const text = walker.nextNode()
  if (text) text.textContent = (text.textContent ?? '').replace(/^\s*([·•§o▪–-]|\(?(\d+|[a-z])[.)])[\s\u00a0]+/i, '')
}

/** Borders, widths and alignment are the other program's; a copy from the editor itself keeps them. */
function plainTables(page: DocumentFragment): void {
  for (const part of page.querySelectorAll('table, td, th')) {
    for (const { name } of [...part.attributes]) {
      if (!['colspan', 'rowspan', 'scope'].includes(name)) part.removeAttribute(name)
    }
  }
}

function removeComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}
