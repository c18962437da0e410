import { basename, join } from 'node:path'

/**
 * Paths are texts everywhere, in the database too. A name whose bytes are no text (an archive of an old computer, a card
 * that was mended) makes its path begin with this mark, and its bytes are escaped. What a person hands over begins at a
 * root, so no other path looks like that.
 */
const mark = 'bytes:'
const escaped = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)

/** What the system is asked for. */
export function onDisk(path: string): string | Buffer {
  if (!path.startsWith(mark)) return path
  const bytes = path.slice(mark.length).replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}

/** The path of what a folder holds, by the bytes of its name. */
export function pathBelow(folder: string, name: Buffer): string {
  if (!folder.startsWith(mark)) {
    const text = name.toString()
    if (!text.includes('\ufffd') || Buffer.from(text).equals(name)) return join(folder, text)
    return `${mark}${join(escaped(Buffer.from(folder)), escaped(name))}`
  }
  return join(folder, escaped(name))
}

/** To be read by a person and matched: `\ufffd` stands for what is no text. */
export const shownPath = (path: string): string => onDisk(path).toString()
export const shownName = (path: string): string => basename(shownPath(path))
