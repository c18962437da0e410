export type DroppedPictures = { files: File[]; urls: string[] }

type Carrier = Pick<DataTransfer, 'getData'> & { files: ArrayLike<File> }

/** Whether it is worth lighting up a place to drop on; what it is exactly can be read only once it was dropped. */
export function carriesPictures({ types }: Pick<DataTransfer, 'types'>): boolean {
  return types.includes('Files') || types.includes('text/uri-list')
}

/** What was dropped or pasted: files and folders, or a link or picture dragged out of a browser. Files win over links to the same thing. */
export function picturesIn(data: Carrier): DroppedPictures {
  const files = Array.from(data.files)
  if (files.length > 0) return { files, urls: [] }
  const picture = pictureInHtml(data.getData('text/html'))
  if (picture) return { files: [], urls: [picture] }
  const list = data.getData('text/uri-list') || data.getData('text/plain')
  return { files: [], urls: linksIn(list) }
}

/** One link a line; lines with # are comments. Anything that is no link makes it a text. */
function linksIn(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  return lines.every((line) => /^https?:\/\/\S+$/i.test(line)) ? lines : []
}

/** A picture that is itself a link is dragged with the link's address; its own is in the HTML. */
function pictureInHtml(html: string): string | null {
  if (!html) return null
  const pictures = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img')
  const source = pictures.length === 1 ? pictures[0]?.getAttribute('src') : null
  return source && /^https?:\/\//i.test(source) ? source : null
}
