import { standsApart } from './words-apart'

/** Takes out what other programs write to fill a place, and nobody sees. A word processor's empty paragraphs are such, too. */
export function removeFillers(page: DocumentFragment, isWordProcessor: boolean): void {
  for (const row of page.querySelectorAll('tr[height="0"]')) if (isEmpty(row)) row.remove()
  for (const lineBreak of page.querySelectorAll('br')) if (isLast(lineBreak)) lineBreak.remove()
  if (!isWordProcessor) return
  for (const paragraph of page.querySelectorAll('p')) if (isEmpty(paragraph)) paragraph.remove()
}

/** Word and Excel end a table with a row that only says how wide its columns are. */
const isEmpty = (element: Element) =>
  (element.textContent ?? '').replaceAll('\u00a0', ' ').trim() === '' && element.querySelector('img, br') === null

/** The last thing of its block: a browser draws no line for it. */
function isLast(lineBreak: Element): boolean {
  for (let node: Node = lineBreak; ;) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (next instanceof Element || /[^ \t\r\n\f]/.test(next.textContent ?? '')) return false
    }
    const parent = node.parentNode
    if (!(parent instanceof Element)) return false
    if (standsApart.has(parent.localName)) return true
    node = parent
  }
}
