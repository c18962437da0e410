import { partsOfText } from '../../electron/shared/parts-of-text'
import type { DragEvent as ReactDragEvent } from 'react'
import { isPictureFile } from '../format/is-picture-file'
import type { NotTaken, WhatIsLeftOut } from '../format/not-taken'
import { carriesTable } from './dropped-tables'
import { isOwnDrag } from './own-drags'
import { isPlainTextPlace, isTextPlace } from './text-place'

/** `notTaken`: why there are neither files nor links. */
export type DroppedPictures = { files: File[]; urls: string[]; notTaken?: NotTaken }

type Carrier = Pick<DataTransfer, 'getData'> & { files: ArrayLike<File> }
type Dragged = {
  dataTransfer: (Pick<DataTransfer, 'types'> & Parameters<typeof carriesTable>[0]) | null
  target: EventTarget | null
}

export const carriesFiles = ({ types }: Pick<DataTransfer, 'types'>): boolean => types.includes('Files')

/**
 * Whether a place for pictures is to hear of what is dragged over it; what it is exactly can be read only once it was dropped. Browsers
 * give a picture or a link in any of these forms. A text above what holds text goes in there, and a table to the window.
 */
export function isForPictures({ dataTransfer, target }: Dragged): boolean {
  if (!dataTransfer || isOwnDrag(dataTransfer) || carriesTable(dataTransfer)) return false
  return carriesFiles(dataTransfer) || (carriesText(dataTransfer) && !isTextPlace(target))
}

const carriesText = ({ types }: Pick<DataTransfer, 'types'>): boolean =>
  ['text/uri-list', 'text/html', 'text/plain'].some((type) => types.includes(type))

/** What was dropped or pasted: files and folders, or a link or picture dragged out of a browser. Files win over links to the same thing. */
export function picturesIn(data: Carrier): DroppedPictures {
  const files = Array.from(data.files)
  if (files.length > 0) return { files, urls: [] }
  const { pictures, links, text } = partsOf(data.getData('text/html'))
  const [picture] = pictures
  // A picture that is itself a link is dragged with the link's address; its own is in the HTML.
  if (picture && pictures.length === 1 && isWeb(picture)) return { files: [], urls: [picture] }
  const lines = linesOf(data.getData('text/uri-list') || data.getData('text/plain'))
  // A link that is dragged as HTML alone, or beside the words that it is shown as.
  const found = [lines, pictures.length === 0 && text === '' ? links : []].find(
    (some) => some.length > 0 && some.every(isWeb),
  )
  if (found) return { files: [], urls: found }
  return { files: [], urls: [], notTaken: whyNone(pictures, lines) }
}

/** What a field of plain text cannot hold of what came into it; null: nothing, or there is a text that goes in. */
export function leftOutOfText(data: Carrier): WhatIsLeftOut | null {
  if (data.getData('text/plain').trim() !== '') return null
  const files = Array.from(data.files)
  const { pictures, links } = partsOf(data.getData('text/html'))
  if (files.some(isPictureFile) || pictures.length > 0) return 'picture'
  if (files.length > 0) return 'file'
  return links.length > 0 || linesOf(data.getData('text/uri-list')).length > 0 ? 'link' : null
}

/** Whether a picture of a web page, and no text, was dropped on a field of plain text: browsers give its address along as one. */
export function isPictureOnText({ dataTransfer, target }: DragEvent | ReactDragEvent): boolean {
  if (!dataTransfer || isOwnDrag(dataTransfer) || !isPlainTextPlace(target)) return false
  const { pictures, text } = partsOf(dataTransfer.getData('text/html'))
  return pictures.length > 0 && text === ''
}

function whyNone(pictures: readonly string[], lines: readonly string[]): NotTaken {
  if (pictures.length > 1) return 'several'
  if (pictures.length === 1 || lines.some((line) => /^data:image\//i.test(line))) return 'embedded'
  return lines.length > 0 && lines.every((line) => /^[a-z][a-z\d+.-]+:\S+$/i.test(line)) ? 'elsewhere' : 'nothing'
}

/** One link a line; lines with # are comments. */
const linesOf = (text: string): string[] => partsOfText(text, /\r?\n/).filter((line) => !line.startsWith('#'))

const isWeb = (address: string): boolean => /^https?:\/\/\S+$/i.test(address)

type Parts = { pictures: string[]; links: string[]; text: string }

/** `text`: what is no link. */
function partsOf(html: string): Parts {
  if (!html) return { pictures: [], links: [], text: '' }
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const pictures = Array.from(body.querySelectorAll('img'), (picture) => picture.getAttribute('src') ?? '')
  const anchors = Array.from(body.querySelectorAll('a[href]'))
  const links = anchors.map((anchor) => anchor.getAttribute('href') ?? '')
  for (const anchor of [...anchors, ...body.querySelectorAll('style, script')]) anchor.remove()
  return { pictures, links, text: body.textContent.trim() }
}
