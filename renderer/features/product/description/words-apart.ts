import { partsOfText } from '../../../../electron/shared/parts-of-text'

const blocks =
  'address article aside blockquote br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr inert-form legend li main menu nav ol optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul'
export const standsApart = new Set(blocks.split(' '))

/** The words a reader sees, in order: neighbours in one line without a space between them are one word. */
export function wordsApart(root: Node): string[] {
  return linesApart(root).flatMap((line) => line.split(/\s+/))
}

/** The same as lines of text, without empty ones. */
export function linesApart(root: Node): string[] {
  const text: string[] = []
  collect(root, text)
  return partsOfText(text.join(''), '\n')
}

function collect(node: Node, text: string[]): void {
  if (node.nodeType === Node.TEXT_NODE) text.push((node.textContent ?? '').replace(/\s+/g, ' '))
  const isApart = node instanceof Element && standsApart.has(node.localName)
  if (isApart) text.push('\n')
  for (const child of node.childNodes) collect(child, text)
  if (isApart) text.push('\n')
}
