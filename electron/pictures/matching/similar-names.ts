import { accentlessKeys, wordsOf } from './fold-name'
import type { MatchIndex } from './match-index'

/** A word of more products than this says nothing. */
const commonWord = 2000
const leastScore = 0.6

/** Products whose names have most in common with a unified key, rare words counting most: at most five, the likeliest first. */
export function similarNames(index: MatchIndex, unified: string): { product: number; score: number }[] {
  const words = [...new Set(wordsOf(unified))]
  if (!words.some((word) => /\p{L}{3,}/u.test(word))) return []
  const weightOf = (word: string) => Math.log(1 + index.size() / (1 + index.productsWithWord(word).length))
  const total = words.reduce((sum, word) => sum + weightOf(word), 0)
  const shared = new Map<number, number>()
  for (const word of words) {
    const products = index.productsWithWord(word)
    if (products.length === 0 || products.length > commonWord) continue
    const weight = weightOf(word)
    for (const product of products) shared.set(product, (shared.get(product) ?? 0) + weight)
  }
  const found: { product: number; score: number }[] = []
  for (const [product, weight] of shared) {
    // Cannot get there even if its name had no other word.
    if ((2 * weight) / (total + weight) < leastScore) continue
    const own = new Set(wordsOf(index.nameKey(product)))
    const ownTotal = [...own].reduce((sum, word) => sum + weightOf(word), 0)
    const both = words.reduce((sum, word) => sum + (own.has(word) ? weightOf(word) : 0), 0)
    const score = (2 * both) / (total + ownTotal)
    if (score >= leastScore) found.push({ product, score })
  }
  return found.sort((a, b) => b.score - a.score || a.product - b.product).slice(0, 5)
}

/** More products than this with a word in common are no help to anybody. */
const mostContaining = 8

/** Products whose names have all the words of a unified key, when they are few: at most five. */
export function namesWithAll(index: MatchIndex, unified: string): number[] {
  const words = wordsOf(unified)
  if (!words.some((word) => /\p{L}{4,}/u.test(word))) return []
  const rarest = words.map((word) => index.productsWithWord(word)).sort((a, b) => a.length - b.length)[0] ?? []
  if (rarest.length > commonWord) return []
  const containing = rarest.filter((product) => {
    const key = index.nameKey(product)
    const own = [key, ...accentlessKeys(key)].flatMap(wordsOf)
    return words.every((word) => own.includes(word))
  })
  return containing.length > mostContaining ? [] : containing.slice(0, 5)
}
