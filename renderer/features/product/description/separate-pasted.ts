import { standsApart } from './words-apart'

/** Blocks that the editor reads as words of a line. */
const blocks = 'caption center details dialog dir fieldset legend main menu nav optgroup summary inert-form'
const inLine = 'button label option select textarea'
/** Boxes that show no words. */
const wordless = ['checkbox', 'radio', 'range', 'color', 'file', 'password']

/** Keeps apart what a page shows apart and the editor would write as one word. */
export function separatePasted(page: DocumentFragment): void {
  for (const caption of page.querySelectorAll('caption')) caption.closest('table')?.before(asBlock(caption))
  for (const element of page.querySelectorAll(blocks.replaceAll(' ', ','))) element.replaceWith(asBlock(element))
  for (const element of page.querySelectorAll(inLine.replaceAll(' ', ','))) {
    element.replaceWith(' ', ...element.childNodes, ' ')
  }
  for (const box of page.querySelectorAll('input')) replaceBox(box)
  for (const element of page.querySelectorAll<HTMLElement>('[style*="display" i]')) {
    const shown = /display\s*:\s*([\w-]+)/i.exec(element.getAttribute('style') ?? '')?.[1]?.toLowerCase() ?? ''
    if (standsApart.has(element.localName)) continue
    if (shown === 'inline-block' || shown === 'inline-flex') element.replaceWith(' ', ...element.childNodes, ' ')
    else if (/^(block|flex|grid|list-item|table)/.test(shown)) element.replaceWith(asBlock(element))
  }
  for (const quote of page.querySelectorAll('q')) quote.replaceWith('“', ...quote.childNodes, '”')
  for (const reading of page.querySelectorAll('rp')) reading.remove()
  for (const reading of page.querySelectorAll('rt')) reading.replaceWith(' (', ...reading.childNodes, ') ')
}

/** A box of a form says its value; one that is a picture is one. */
function replaceBox(box: HTMLInputElement): void {
  const type = (box.getAttribute('type') ?? '').toLowerCase()
  if (type === 'hidden') return box.remove()
  if (type !== 'image')
    return box.replaceWith(' ', wordless.includes(type) ? '' : (box.getAttribute('value') ?? ''), ' ')
  const picture = document.createElement('img')
  for (const name of ['src', 'alt'])
    if (box.hasAttribute(name)) picture.setAttribute(name, box.getAttribute(name) ?? '')
  box.replaceWith(picture)
}

function asBlock(element: Element): HTMLElement {
  const box = document.createElement('div')
  box.append(...element.childNodes)
  return box
}
