import type { DescribedThing } from '../../../components/description-slot'
import { cleanPaste } from './clean-paste'
import { throughEditor } from './editor-extensions'
import { htmlFragment, htmlOf } from './html-fragment'
import { isWebAddress } from './shown-address'
import { linesApart, wordsApart } from './words-apart'

/** What is pasted, and the sentence about what could not come along; null: all of it is there. */
export type Pasted = { html: string; notice: string | null }

const embedded: Record<string, string> = {
  iframe: 'an embedded page',
  video: 'a video',
  audio: 'a sound',
  object: 'an embedded object',
  embed: 'an embedded object',
  canvas: 'a drawing',
  svg: 'a drawing',
  math: 'the layout of a formula',
}

/** HTML from the clipboard or a drop as the editor can hold it: every word is kept, and apart; what is left out is said. */
export function readPasted(clipboard: string, of: DescribedThing): Pasted {
  const page = htmlFragment(cleanPaste(clipboard))
  const pictures = takeOutPictures(page)
  const parts = takeOutEmbedded(page)
  let html = htmlOf(page)
  const before = htmlFragment(html)
  const after = heldBy(html)
  if (after === null || wordsApart(before).join(' ') !== wordsApart(after).join(' ')) {
    html = asParagraphs(before)
    parts.add('its formatting')
  } else {
    for (const [selector, name] of counted) if (sizeOf(before, selector) > sizeOf(after, selector)) parts.add(name)
  }
  return { html, notice: noticeOf(pictures, [...parts], of) }
}

/** What is counted before and after: less of it means that something said by more than words is gone. */
const counted = [
  ['sup', 'raised letters'],
  ['sub', 'lowered letters'],
  ['table', 'a table'],
  ['a[href^="http"], a[href^="mailto:"], a[href^="tel:"]', 'a link'],
  ['img', 'a picture'],
] as const

function sizeOf(page: DocumentFragment, selector: string): number {
  let letters = 0
  for (const each of page.querySelectorAll(selector)) letters += (each.textContent ?? '').trim().length
  return selector === 'img' || selector === 'table' ? page.querySelectorAll(selector).length : letters
}

function heldBy(html: string): DocumentFragment | null {
  try {
    return htmlFragment(throughEditor(html))
  } catch {
    return null
  }
}

function takeOutPictures(page: DocumentFragment): number {
  const gone = [...page.querySelectorAll('img')].filter((picture) => !isWebAddress(picture.getAttribute('src') ?? ''))
  for (const picture of gone) picture.replaceWith(' ')
  return gone.length
}

function takeOutEmbedded(page: DocumentFragment): Set<string> {
  const found = new Set<string>()
  // Elements that a page has made up load something, too.
  for (const element of page.querySelectorAll([...Object.keys(embedded), '[src]:not(img)'].join(','))) {
    const name = embedded[element.localName]
    found.add(name ?? 'an embedded object')
    element.replaceWith(' ', ...(name === undefined ? element.childNodes : textsIn(element)), ' ')
  }
  return found
}

/** A formula's and a drawing's own words; those inside of the others are for browsers that cannot show them. */
function textsIn(element: Element): string[] {
  if (element.localName !== 'svg' && element.localName !== 'math') return []
  return [...element.querySelectorAll('*')].flatMap((part) =>
    [...part.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map((text) => `${text.textContent} `),
  )
}

function asParagraphs(page: DocumentFragment): string {
  const made = document.createDocumentFragment()
  for (const line of linesApart(page)) {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    made.append(paragraph)
  }
  return htmlOf(made)
}

function noticeOf(pictures: number, parts: string[], of: DescribedThing): string | null {
  const sentences: string[] = []
  if (pictures > 0) {
    const [what, save] =
      pictures === 1
        ? ['A picture was', 'Save it as a file and add it']
        : [`${pictures} pictures were`, 'Save them as files and add them']
    sentences.push(
      `${what} left out of what you pasted: a description shows only pictures that have an address on the web. ${save} under ${of === 'product' ? 'Media' : 'Picture'}.`,
    )
  }
  if (parts.length > 0) {
    sentences.push(
      `Pasted without ${parts.join(', ')}, which the text editor cannot keep. The words are all there; to have the rest, put its HTML in under Source.`,
    )
  }
  return sentences.length > 0 ? sentences.join(' ') : null
}
