import { bareKey, foldCase, plainName, unifySeparators, wordsOf } from './fold-name'
import type { MatchIndex } from './match-index'
import { isShortKey, type Hit, type OptionWords } from './name-hits'
import { namesMet, tellsApart } from './name-meetings'
import type { Reading } from './name-readings'

/** Part of a reading's words, from either end, and what is left of them. */
type Part = { key: string; rest: readonly string[] }

/** An SKU or a name with more around it: `A-1 Blue mug`, `Blue mug (A-1)`, `Mug blue`. Strong when the rest are words of that product. */
export function hitsWithin(index: MatchIndex, reading: Reading, optionWords: OptionWords): Hit[] {
  const words = wordsOf(bareKey(unifySeparators(foldCase(plainName(reading.key)))))
  if (words.length < 2 || words.length > 14 || reading.isFaint) return []
  const skus = partsOf(words, Math.min(words.length - 1, index.skus.longest())).flatMap((part) =>
    skuHits(index, reading, part, optionWords),
  )
  return [...skus, ...nameHits(index, reading, words, optionWords)]
}

/** The longest first. */
function partsOf(words: readonly string[], longest: number): Part[] {
  const parts: Part[] = []
  for (let length = longest; length >= 1; length--) {
    parts.push({ key: words.slice(0, length).join('-'), rest: words.slice(length) })
    parts.push({ key: words.slice(-length).join('-'), rest: words.slice(0, -length) })
  }
  return parts
}

function skuHits(index: MatchIndex, reading: Reading, { key, rest }: Part, optionWords: OptionWords): Hit[] {
  if (isShortKey(key)) return []
  const isLong = /\d/.test(key) && key.replaceAll('-', '').length >= 4
  return [...index.skus.unified(key), ...index.skus.bare(key)].flatMap(({ product, sku }): Hit[] => {
    const agrees = restAgrees(index, product, rest, optionWords)
    if (!agrees && !isLong) return []
    const how = agrees ? 'sku-and-name' : 'sku-part'
    return [{ product, sku, kind: 'sku', how, isStrong: agrees, isRival: agrees, reading }]
  })
}

/** `Mug blue`: the longest name that leaves nothing but words of its product's options. */
function nameHits(index: MatchIndex, reading: Reading, words: readonly string[], optionWords: OptionWords): Hit[] {
  for (const { key, rest } of partsOf(words, words.length - 1)) {
    const hits = namesMet(index, key).flatMap(({ product }): Hit[] => {
      if (!tellsApart(index, product)) return []
      const options = optionWords(index.product(product).productId)
      if (!rest.every((word) => options.has(word))) return []
      const how = 'name-and-options'
      return [{ product, sku: null, kind: 'name', how, isStrong: true, isRival: true, reading }]
    })
    if (hits.length > 0) return hits
  }
  return []
}

function restAgrees(index: MatchIndex, product: number, rest: readonly string[], optionWords: OptionWords): boolean {
  if (!rest.some((word) => /\p{L}{2,}/u.test(word))) return false
  const { productId, variationSkus, sku: own } = index.product(product)
  const name = new Set(wordsOf(index.nameKey(product)))
  const missing = rest.filter((word) => !name.has(word))
  if (missing.length === 0) return true
  const options = optionWords(productId)
  const ownCodes = wordsOfSku(own)
  const codes = new Set(variationSkus.flatMap(wordsOfSku).filter((word) => !ownCodes.includes(word)))
  return missing.every((word) => options.has(word) || codes.has(word))
}

const wordsOfSku = (sku: string): string[] => wordsOf(unifySeparators(foldCase(plainName(sku))))
