import type { NotTaken } from '../format/not-taken'

/** `notTaken`: why there are neither files nor links. */
export type DroppedPictures = { files: File[]; urls: string[]; notTaken?: NotTaken }

type Carrier = Pick<DataTransfer, 'getData'> & { files: ArrayLike<File> }

/** Whether it is worth lighting up a place to drop on; what it is exactly can be read only once it was dropped. */
export function carriesPictures({ types }: Pick<DataTransfer, 'types'>): boolean {
  return types.includes('Files') || types.includes('text/uri-list')
}

/** What was dropped or pasted: files and folders, or a link or picture dragged out of a browser. Files win over links to the same thing. */
export function picturesIn(data: Carrier): DroppedPictures {
  const files = Array.from(data.files)
  if (files.length > 0) return { files, urls: [] }
  const pictures = picturesInHtml(data.getData('text/html'))
  const [picture] = pictures
  // A picture that is itself a link is dragged with the link's address; its own is in the HTML.
  if (picture && pictures.length === 1 && isWeb(picture)) return { files: [], urls: [picture] }
  const lines = linesOf(data.getData('text/uri-list') || data.getData('text/plain'))
  if (lines.length > 0 && lines.every(isWeb)) return { files: [], urls: lines }
  return { files: [], urls: [], notTaken: whyNone(pictures, lines) }
}

function whyNone(pictures: readonly string[], lines: readonly string[]): NotTaken {
  if (pictures.length > 1) return 'several'
  if (pictures.length === 1 || lines.some((line) => /^data:image\//i.test(line))) return 'embedded'
  return lines.length > 0 && lines.every((line) => /^[a-z][a-z\d+.-]+:\S+$/i.test(line)) ? 'elsewhere' : 'nothing'
}

/** One link a line; lines with # are comments. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

const isWeb = (address: string): boolean => /^https?:\/\/\S+$/i.test(address)

function picturesInHtml(html: string): string[] {
  if (!html) return []
  const pictures = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img')
  return Array.from(pictures, (picture) => picture.getAttribute('src') ?? '')
}
