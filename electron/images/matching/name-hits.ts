import { foldCase, isUnwritable, joinLetters, looseKeys, plainName, unifySeparators, wordsOf } from './fold-name'
import type { MatchIndex, SkuOwner } from './match-index'
import type { Reading } from './name-readings'

export type HitKind = 'sku' | 'upc' | 'id' | 'slug' | 'name' | 'file'

/** A product that a name may mean. */
export type Hit = {
  product: number
  /** The SKU that was met, the product's own or a variation's. */
  sku: string | null
  kind: HitKind
  /** For the person: "SKU, exact". */
  how: string
  isStrong: boolean
  /** Enough to doubt another product, whether or not it is strong itself. */
  isRival: boolean
  reading: Reading
}

/** Words of a product's options, such as blue and XL; asked for few products only. */
export type OptionWords = (productId: number) => ReadonlySet<string>

/** What one reading of a name meets in the catalogue. */
export function hitsOf(index: MatchIndex, reading: Reading): Hit[] {
  const plain = plainName(reading.key)
  const folded = foldCase(plain)
  const unified = unifySeparators(folded)
  if (unified === '') return []
  const isShort = isShortKey(unified)
  const hit = (product: number, kind: HitKind, how: string, isStrong: boolean, sku: string | null = null): Hit => ({
    product,
    sku,
    kind,
    how,
    isStrong: isStrong && !reading.isFaint && !isShort,
    isRival: isStrong && !reading.isFaint,
    reading,
  })
  const hits = skuHits(index, plain, folded, unified).map(({ owner, how, isStrong }) => {
    const { sku } = index.product(owner.product)
    return hit(
      owner.product,
      'sku',
      owner.sku === sku ? `SKU, ${how}` : `SKU of a variation, ${how}`,
      isStrong,
      owner.sku,
    )
  })
  const digits = unified.replaceAll('-', '')
  if (/^\d{8,14}$/.test(digits)) for (const product of index.upc(digits)) hits.push(hit(product, 'upc', 'UPC', true))
  const id = /^(?:.*-p|id-?)?(\d{5,})$/.exec(unified)?.[1]
  if (id) for (const product of index.id(id)) hits.push(hit(product, 'id', 'Ecwid ID', true))
  const isTelling = /\p{L}/u.test(unified) && (wordsOf(unified).length > 1 || unified.length >= 8)
  for (const product of index.name(unified)) hits.push(hit(product, 'name', 'name, 100 %', isTelling))
  if (hits.length === 0) {
    const similar = looseKeys(unified).flatMap((key) => index.looseName(key))
    for (const product of similar) hits.push(hit(product, 'name', 'name, accents aside', false))
  }
  for (const product of index.slug(unified)) hits.push(hit(product, 'slug', 'web address', isTelling))
  return hits
}

type SkuHit = { owner: SkuOwner; how: string; isStrong: boolean }

/** The strictest comparison that meets anything decides. */
function skuHits(index: MatchIndex, plain: string, folded: string, unified: string): SkuHit[] {
  const strong = (owners: readonly SkuOwner[], how: string) => owners.map((owner) => ({ owner, how, isStrong: true }))
  const exact = index.skus.exact(folded)
  if (exact.length > 0) {
    // An SKU with a slash cannot be a file's name: AB/12 may well have been saved as AB-12.
    const others = index.skus.unified(unified).filter((owner) => isUnwritable(owner.sku) && !exact.includes(owner))
    const how = (owner: SkuOwner) => (plainName(owner.sku) === plain ? 'exact' : 'capital letters aside')
    return [
      ...exact.map((owner) => ({ owner, how: how(owner), isStrong: true })),
      ...strong(others, 'dashes and spaces aside'),
    ]
  }
  const bySeparators = index.skus.unified(unified)
  if (bySeparators.length > 0) return strong(bySeparators, 'dashes and spaces aside')
  const joined = index.skus.joined(joinLetters(unified))
  // TS-100-BL-K is TS-100-BLK, or something of TS-100-BL.
  if (joined.length > 0) return strong([...joined, ...ownersOfBeginnings(index, unified)], 'dashes and spaces aside')
  return looseKeys(unified)
    .flatMap((key) => index.skus.loose(key))
    .map((owner) => ({ owner, how: 'nearly', isStrong: false }))
}

function ownersOfBeginnings(index: MatchIndex, unified: string): SkuOwner[] {
  const words = wordsOf(unified)
  return words.slice(1).flatMap((_, at) => index.skus.unified(words.slice(0, at + 1).join('-')))
}

/** An SKU with more around it: `A-1 Blue mug`, `Blue mug (A-1)`. Strong when the rest are words of that product. */
export function hitsWithin(index: MatchIndex, reading: Reading, optionWords: OptionWords): Hit[] {
  const words = wordsOf(unifySeparators(foldCase(plainName(reading.key))))
  if (words.length < 2 || words.length > 14 || reading.isFaint) return []
  const hits: Hit[] = []
  const longest = Math.min(words.length - 1, index.skus.longest())
  for (let length = longest; length >= 1; length--) {
    for (const fromEnd of [false, true]) {
      const key = (fromEnd ? words.slice(-length) : words.slice(0, length)).join('-')
      if (isShortKey(key)) continue
      const rest = fromEnd ? words.slice(0, -length) : words.slice(length)
      for (const { product, sku } of index.skus.unified(key)) {
        const agrees = restAgrees(index, product, rest, optionWords)
        if (!agrees && !(/\d/.test(key) && key.replaceAll('-', '').length >= 4)) continue
        const how = agrees ? 'SKU and words of its name' : 'SKU as a part'
        hits.push({ product, sku, kind: 'sku', how, isStrong: agrees, isRival: agrees, reading })
      }
    }
  }
  return hits
}

function restAgrees(index: MatchIndex, product: number, rest: readonly string[], optionWords: OptionWords): boolean {
  if (!rest.some((word) => /\p{L}{2,}/u.test(word))) return false
  const { name, productId } = index.product(product)
  const known = new Set(wordsOf(unifySeparators(foldCase(plainName(name)))))
  const missing = rest.filter((word) => !known.has(word))
  if (missing.length === 0) return true
  const options = optionWords(productId)
  return missing.every((word) => options.has(word))
}

/** Up to three digits may be a position, one letter anything: never enough to be sure. */
const isShortKey = (unified: string): boolean => /^\d{1,3}$/.test(unified) || unified.length < 2
