import {
  bareKey,
  foldCase,
  isUnwritable,
  joinLetters,
  looseKeys,
  plainName,
  unifySeparators,
  wordsOf,
} from './fold-name'
import type { MatchIndex, SkuOwner } from './match-index'
import type { Meeting } from '../../shared/file-reason'
import { namesMet, tellsApart } from './name-meetings'
import type { Reading } from './name-readings'

type HitKind = 'sku' | 'upc' | 'id' | 'slug' | 'name'

/** A product that a name may mean. */
export type Hit = {
  product: number
  /** The SKU that was met, the product's own or a variation's. */
  sku: string | null
  kind: HitKind
  how: Meeting
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
  const isShort = isShortKey(bareKey(unified))
  const hit = (product: number, kind: HitKind, how: Meeting, isStrong: boolean, sku: string | null = null): Hit => ({
    product,
    sku,
    kind,
    how,
    isStrong: isStrong && !reading.isFaint && !isShort && (reading.position ?? 0) <= farPosition[kind],
    isRival: (isStrong || kind === 'name') && !reading.isFaint,
    reading,
  })
  const hits = skuHits(index, plain, folded, unified).map(({ owner, how, isStrong }) => {
    const { sku } = index.product(owner.product)
    return hit(owner.product, 'sku', owner.sku === sku ? how : `variation-${how}`, isStrong, owner.sku)
  })
  const digits = unified.replaceAll('-', '')
  if (/^\d{8,14}$/.test(digits)) for (const product of index.upc(digits)) hits.push(hit(product, 'upc', 'upc', true))
  const id = /^(?:.*-p|id-?)?(\d{5,})$/.exec(unified)?.[1]
  if (id) for (const product of index.id(id)) hits.push(hit(product, 'id', 'id', true))
  for (const { product, how } of namesMet(index, unified))
    hits.push(hit(product, 'name', how, tellsApart(index, product)))
  if (hits.length === 0) {
    const similar = looseKeys(unified).flatMap((key) => index.looseName(key))
    for (const product of similar) hits.push(hit(product, 'name', 'name-accents', false))
  }
  const isTelling = /\p{L}/u.test(unified) && (wordsOf(unified).length > 1 || unified.length >= 8)
  for (const product of index.slug(unified)) hits.push(hit(product, 'slug', 'slug', isTelling))
  return hits
}

/** A number after a name is more often part of it than after an SKU: Galaxy 51, EOS 600. */
const farPosition: Record<HitKind, number> = { sku: 99, upc: 99, id: 99, slug: 50, name: 50 }

type SkuMeeting = 'sku-exact' | 'sku-capitals' | 'sku-dashes' | 'sku-nearly'
type SkuHit = { owner: SkuOwner; how: SkuMeeting; isStrong: boolean }

/** The strictest comparison that meets anything decides. */
function skuHits(index: MatchIndex, plain: string, folded: string, unified: string): SkuHit[] {
  const strong = (owners: readonly SkuOwner[]): SkuHit[] =>
    owners.map((owner) => ({ owner, how: 'sku-dashes', isStrong: true }))
  const exact = index.skus.exact(folded)
  if (exact.length > 0) {
    // An SKU with a slash cannot be a file's name: AB/12 may well have been saved as AB-12.
    const others = index.skus.unified(unified).filter((owner) => isUnwritable(owner.sku) && !exact.includes(owner))
    const how = (owner: SkuOwner): SkuMeeting => (plainName(owner.sku) === plain ? 'sku-exact' : 'sku-capitals')
    return [...exact.map((owner) => ({ owner, how: how(owner), isStrong: true })), ...strong(others)]
  }
  const bare = bareKey(unified)
  // NZ 1 is NZ-1, or an NZ+1 whose sign was replaced.
  const bySeparators = new Set([...index.skus.unified(unified), ...index.skus.bare(bare)])
  if (bySeparators.size > 0) return strong([...bySeparators])
  const joined = index.skus.joined(joinLetters(unified))
  // TS-100-BL-K is TS-100-BLK, or something of TS-100-BL.
  if (joined.length > 0) return strong([...joined, ...ownersOfBeginnings(index, unified)])
  return looseKeys(unified)
    .flatMap((key) => index.skus.loose(key))
    .map((owner) => {
      const isSure = isLongAndJoined(unified, unifySeparators(foldCase(plainName(owner.sku))))
      return { owner, how: isSure ? 'sku-dashes' : 'sku-nearly', isStrong: isSure }
    })
}

/** 978-1-56931-900-0 and 9781569319000: one of them has no dash at all, and nothing else differs. */
function isLongAndJoined(key: string, sku: string): boolean {
  const joined = key.replaceAll('-', '')
  if (joined.length < 8 || (key.includes('-') && sku.includes('-'))) return false
  return joined === sku.replaceAll('-', '')
}

function ownersOfBeginnings(index: MatchIndex, unified: string): SkuOwner[] {
  const words = wordsOf(unified)
  return words.slice(1).flatMap((_, at) => index.skus.unified(words.slice(0, at + 1).join('-')))
}

/** Up to three digits may be a position, one letter anything: never enough to be sure. */
export const isShortKey = (unified: string): boolean => /^\d{1,3}$/.test(unified) || unified.length < 2
