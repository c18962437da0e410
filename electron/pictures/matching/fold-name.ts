import { foldText, plainText } from '../../shared/fold-text'

/** How names of files, SKUs and product names are made comparable. Each step forgives more than the one before. */

const pictureEnding = /\.(jpe?g|jpe|jfif|png|gif|webp|avif|bmp|dib|heic|heif|tiff?|svg)$/i
const innerEnding = /\.(?:jpe?g|png|gif|webp|tiff?)(?=[\s_\-(]{1,9}\d{1,3}\)?$)/i
/** More than any file system gives a name; what is longer names nothing, and reading it any further only takes time. */
const longestName = 1000
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const slashes = /[\u2044\u2215]/g
const separators = /[\s_\-./\\:|,;*?"<>#]+/g
/** Signs that programs replace or drop; a + or % at the end tells S23+ from S23. */
const signs = /[^\p{L}\p{N}\p{M}+%]+|(?<![+%])[+%]+(?=[\p{L}\p{N}])/gu

/** Unicode's composed form without odd dashes, odd spaces and what cannot be seen. */
export function plainName(text: string): string {
  // Most names are plain; the long way costs ten times as much.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text
  return plainText(text)
    .replace(dashes, '-')
    .replace(slashes, '/')
    .replace(/(?<=[\p{L}\p{N}] ?)\u00d7(?= ?\p{N})/gu, 'x')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The same for the name of a file or folder, which may be percent-encoded. */
export const plainFileName = (text: string): string => plainName(text.includes('%') ? percentDecoded(text) : text)

/** `Mug%20blue.JPG` without its ending; a second ending such as `.png.jpg` or `.png_2.jpg` goes too. */
export function stemOf(fileName: string): string {
  return plainFileName(
    fileName.slice(-longestName).replace(pictureEnding, '').replace(pictureEnding, '').replace(innerEnding, ''),
  )
}

export const folderName = (name: string): string => plainFileName(name.slice(0, longestName))

/** Without regard to upper and lower case. */
export const foldCase = (plain: string): string => plain.toLowerCase()

/** Whatever separates words is one dash: `AB/12 x` is `ab-12-x`. */
export function unifySeparators(folded: string): string {
  return folded.replace(separators, '-').replace(/^-+|-+$/g, '')
}

/** Whatever is no letter and no digit is one dash as well: `nut & bolt (m8)` is `nut-bolt-m8`. */
export function bareKey(unified: string): string {
  if (/^[a-z0-9-]*$/.test(unified)) return unified
  return unified.replace(signs, '-').replace(/^[-+%]+|-+$/g, '')
}

/** Without accents, in the two ways people write: ü as u, and ü as ue. */
export function accentlessKeys(key: string): string[] {
  if (/^[\x20-\x7e]*$/.test(key)) return [key]
  const written = plainText(key).replace(/[äöüøå]/g, (letter) => writtenAs[letter] ?? letter)
  return [...new Set([key, written].map((each) => foldText(each).normalize('NFC')))]
}

const writtenAs: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** `ab-12` is `ab12`; a dash between two digits stays, because 1-12 is not 11-2. */
export function joinLetters(unified: string): string {
  return unified.includes('-') ? unified.replace(/(?<=\p{L})-|-(?=\p{L})/gu, '') : unified
}

/** All that a hurried person may leave out: separators, accents, leading zeros. Two spellings: ü as u, and ü as ue. */
export function looseKeys(unified: string): string[] {
  const joined = unified.replaceAll('-', '').replace(/(^|[^0-9])0+(?=[0-9])/g, '$1')
  if (/^[\x20-\x7e]*$/.test(joined)) return [joined]
  return accentlessKeys(joined)
}

/** The words of a unified key. */
export const wordsOf = (unified: string): string[] => (unified === '' ? [] : unified.split('-'))

/** Characters that a file name cannot have: an SKU with one of them was written differently on disk. */
export const isUnwritable = (sku: string): boolean => /[/\\:*?"<>|]/.test(sku)

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}
