import type { Pair } from '../../../../../electron/shared/fields/renamed-variations'

// `{sku}-{Size}-{Color:3}`: the product's SKU, a choice, the first three letters of one.

/** Long enough to tell choices apart, short enough for a label. */
const longestPart = 12
const longest = 64

const placeholder = /\{([^{}:]*)(?::(\d+))?\}/g

export const usualPattern = (options: readonly string[], hasSku: boolean): string =>
  [...(hasSku ? ['{sku}'] : []), ...options.map((name) => `{${name}}`)].join('-')

/** What of the pattern stands for nothing; null: all of it is known. */
export function patternProblem(pattern: string, options: readonly string[]): string | null {
  const known = new Set(['sku', ...options.map(lower)])
  const unknown = [...pattern.matchAll(placeholder)]
    .map(([, name = '']) => name)
    .find((name) => !known.has(lower(name)))
  if (unknown !== undefined)
    return `There is no option “${unknown}”. Known are ${['sku', ...options].map((name) => `{${name}}`).join(', ')}.`
  return /[{}]/.test(pattern.replaceAll(placeholder, '')) ? 'A name stands between { and }.' : null
}

/** An SKU for each, none like another of them nor like one that is `taken`; without a pattern none at all. */
export function skusOf(
  pattern: string,
  sku: string,
  combinations: readonly (readonly Pair[])[],
  taken: ReadonlySet<string>,
): string[] {
  if (pattern.trim() === '') return combinations.map(() => '')
  const used = new Set([...taken].map(lower))
  return combinations.map((pairs) => {
    const wanted = made(pattern, sku, pairs)
    const found = unused(wanted, used)
    used.add(lower(found))
    return found
  })
}

function made(pattern: string, sku: string, pairs: readonly Pair[]): string {
  const filled = pattern.replaceAll(placeholder, (_, name: string, length?: string) => {
    if (lower(name) === 'sku') return length ? sku.slice(0, Number(length)) : sku
    const value = pairs.find((pair) => lower(pair.name) === lower(name))?.value ?? ''
    return foldedForSku(value).slice(0, length ? Number(length) : longestPart)
  })
  return tidy(filled).slice(0, longest)
}

/** With a number behind it as far as it needs one. */
function unused(wanted: string, used: ReadonlySet<string>): string {
  if (!used.has(lower(wanted))) return wanted
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`
    const next = `${wanted.slice(0, longest - ending.length)}${ending}`
    if (!used.has(lower(next))) return next
  }
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

/** Where a part was empty, no two signs stand side by side. */
const tidy = (sku: string): string =>
  sku
    .trim()
    .replace(/\s+/g, '-')
    .replace(/([-_./])[-_./]+/g, '$1')
    .replace(/^[-_./]+|[-_./]+$/g, '')

const lower = (text: string): string => text.trim().toLowerCase()
