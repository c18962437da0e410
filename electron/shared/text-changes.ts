import { foldText } from './fold-text'

const byName: Readonly<Record<string, (text: string) => string>> = {
  upper: (text) => text.toLocaleUpperCase(),
  lower: (text) => text.toLocaleLowerCase(),
  title: (text) => text.replace(/\p{L}[\p{L}\p{M}'’]*/gu, capitalised),
  trim: (text) => text.replace(/\s+/g, ' ').trim(),
  /** For addresses: `Große Tasse` is `grosse-tasse`. */
  slug: (text) =>
    foldText(text)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  sku: foldedForSku,
}

export const changeSentence = (change: string): string =>
  `“${change}” changes nothing. Known are ${Object.keys(byName).join(', ')}, or a number of letters.`

const digits = /^\d{1,4}$/

export const isTextChange = (change: string): boolean =>
  digits.test(change) || Object.hasOwn(byName, change.toLowerCase())

/** By the name of a change, or to so many letters; a number shorter than that is filled up with zeros. */
export function changedText(text: string, change: string): string {
  if (!digits.test(change)) return byName[change.toLowerCase()]?.(text) ?? text
  const length = Number(change)
  return /^\d+$/.test(text) ? text.padStart(length, '0') : [...text].slice(0, length).join('')
}

function capitalised(word: string): string {
  const [first = ''] = word
  return first.toLocaleUpperCase() + word.slice(first.length)
}

/** Capital letters and digits: accents of Latin letters go, and whatever scanners, files and addresses trip over. */
export function foldedForSku(text: string): string {
  const spelled = text.toUpperCase().replace(/[ÆŒØĐŁÞ]/g, (letter) => letters[letter] ?? letter)
  const plain = spelled
    .normalize('NFKD')
    .replace(/([A-Z])\p{M}+/gu, '$1')
    .normalize('NFC')
  return plain.replace(/[^\p{L}\p{N}.]/gu, '').replace(/^\.+|\.+$/g, '')
}
const letters: Readonly<Record<string, string>> = { Æ: 'AE', Œ: 'OE', Ø: 'O', Đ: 'D', Ł: 'L', Þ: 'TH' }
