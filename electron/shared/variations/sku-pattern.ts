import type { Pair } from '../fields/renamed-variations'
import { changedText, changeSentence, foldedForSku } from '../text-changes'
import { joinedPattern, readTextPattern } from '../text-pattern'

// `{sku}-{Size}-{Color:3}`: the product's SKU, a choice, the first three letters of one.

/** Long enough to tell choices apart, short enough for a label. */
const longestPart = 12
const longest = 64

export const usualPattern = (options: readonly string[], hasSku: boolean): string =>
  [...(hasSku ? ['{sku}'] : []), ...options.map((name) => `{${name}}`)].join('-')

const read = (pattern: string, options: readonly string[]) => {
  const known = new Set(['sku', ...options.map(lower)])
  return readTextPattern(pattern, (name) => known.has(lower(name)))
}

/** What of the pattern stands for nothing; null: all of it is known. */
export function patternProblem(pattern: string, options: readonly string[]): string | null {
  const { faults } = read(pattern, options)
  const unknown = faults.find(({ kind }) => kind === 'name')
  if (unknown)
    return `There is no option “${unknown.text}”. Known are ${['sku', ...options].map((name) => `{${name}}`).join(', ')}.`
  const change = faults.find(({ kind }) => kind === 'change')
  if (change) return changeSentence(change.text)
  return faults.length > 0 ? 'A name stands between { and }.' : null
}

/** An SKU for each, none like another of them nor like one that is taken, whatever its letter case; without a pattern none at all. */
export function skusOf(
  pattern: string,
  sku: string,
  combinations: readonly (readonly Pair[])[],
  isTaken: (sku: string) => boolean,
): string[] {
  if (pattern.trim() === '') return combinations.map(() => '')
  const used = new Set<string>()
  return combinations.map((pairs) => {
    const wanted = made(pattern, sku, pairs)
    const found = unused(wanted, (one) => used.has(lower(one)) || isTaken(one))
    used.add(lower(found))
    return found
  })
}

function made(pattern: string, sku: string, pairs: readonly Pair[]): string {
  const { pieces } = read(
    pattern,
    pairs.map(({ name }) => name),
  )
  const filled = joinedPattern(pieces, ({ name, changes }) => {
    if (lower(name) === 'sku') return changes.reduce(changedText, sku)
    const value = foldedForSku(pairs.find((pair) => lower(pair.name) === lower(name))?.value ?? '')
    return changes.length > 0 ? changes.reduce(changedText, value) : value.slice(0, longestPart)
  })
  return tidy(filled).slice(0, longest)
}

/** With a number behind it as far as it needs one. */
function unused(wanted: string, isUsed: (sku: string) => boolean): string {
  if (!isUsed(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`
    const next = `${wanted.slice(0, longest - ending.length)}${ending}`
    if (!isUsed(next)) return next
  }
}

/** Where a part was empty, no two signs stand side by side. */
const tidy = (sku: string): string =>
  sku
    .trim()
    .replace(/\s+/g, '-')
    .replace(/([-_./])[-_./]+/g, '$1')
    .replace(/^[-_./]+|[-_./]+$/g, '')

const lower = (text: string): string => text.trim().toLowerCase()
