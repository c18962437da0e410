import { foldCase, plainName, unifySeparators, wordsOf } from '../../../../../electron/pictures/matching/fold-name'
import { matchFile, type FileMatch, type Matcher } from '../../../../../electron/pictures/matching/match-file'
import { createMatchIndex } from '../../../../../electron/pictures/matching/match-index'
import type { BlindName, BlindProduct } from './blind-names'

/** right and missed count for recall; wrong is a confident match nobody should have made. */
export type Judged = BlindName & { outcome: 'right' | 'missed' | 'wrong' | 'fine'; match: FileMatch; found: string }

export function matcherOf(products: BlindProduct[]): Matcher {
  const index = createMatchIndex()
  for (const [place, { variations: variationSkus, ...product }] of products.entries())
    index.add({ ...product, variationSkus, productId: place + 1 })
  const words = products.map(({ options }) =>
    options.flatMap((text) => wordsOf(unifySeparators(foldCase(plainName(text))))),
  )
  const known = words.map((each) => new Set(each))
  return { index, optionWords: (productId) => known[productId - 1] ?? new Set() }
}

export function matchPath(matcher: Matcher, path: string): FileMatch {
  const folders = path.split('/')
  return matchFile(matcher, { name: folders.pop() ?? '', folders })
}

export function judge(products: BlindProduct[], matcher: Matcher, name: BlindName): Judged {
  const match = matchPath(matcher, name.path)
  const targets = match.candidates.map(({ productId, sku }) => targetOf(products[productId - 1], sku))
  const isConfident = match.confidence === 'confident'
  const isRight = isConfident && accepts(name.target, targets[0])
  return { ...name, match, outcome: outcomeOf(name, isConfident, isRight, match), found: targets.join(', ') }
}

function outcomeOf(
  { verdict }: BlindName,
  isConfident: boolean,
  isRight: boolean,
  match: FileMatch,
): Judged['outcome'] {
  if (isConfident && !isRight) return 'wrong'
  if (verdict === 'sure') return isRight ? 'right' : 'missed'
  if (verdict === 'doubtful') return match.confidence === 'doubtful' ? 'right' : 'missed'
  if (verdict === 'nothing') return match.confidence === 'none' ? 'right' : 'missed'
  return isRight ? 'right' : 'fine'
}

function targetOf(product: BlindProduct | undefined, sku: string | null): string {
  if (!product) return ''
  return sku === null || sku === product.sku ? product.key : `${product.key} > ${sku}`
}

function accepts(expected: string | null, found = ''): boolean {
  if (expected?.endsWith(' > *')) return found.split(' > ')[0] === expected.split(' > ')[0]
  return expected === found
}

/** The key of the product a match is confident of. */
export function judgedProduct(products: BlindProduct[], matcher: Matcher, path: string): string | null {
  const { confidence, candidates } = matchPath(matcher, path)
  return confidence === 'confident' ? (products[(candidates[0]?.productId ?? 0) - 1]?.key ?? null) : null
}
