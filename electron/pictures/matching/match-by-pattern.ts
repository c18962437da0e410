import type { FoundReason, NameReason } from '../../shared/file-reason'
import { matchFile, type Candidate, type FileMatch, type Matcher, type NamedFile } from './match-file'
import type { MatchIndex } from './match-index'
import { hitsOf, type Hit } from './name-hits'
import type { NamePattern, PatternPart } from './name-pattern'
import { placeOf, type Reading } from './name-readings'

export type PatternMatch = FileMatch<FoundReason> & { parts: Partial<Record<PatternPart, string>> }

const kinds = { sku: 'sku', upc: 'upc', id: 'id', name: 'name', slug: 'slug' } as const
const partNames = Object.keys(kinds) as (keyof typeof kinds)[]

/** Matches by the person's own rule. A file that does not fit it is doubtful at best. */
export function matchByPattern(
  matcher: Matcher,
  pattern: Extract<NamePattern, { ok: true }>,
  file: NamedFile,
): PatternMatch {
  const automatic = matchFile(matcher, file)
  const { ways, isCut } = pattern.read(file)
  const read = ways.map((parts) => ({ parts, hits: hitsOfParts(matcher.index, parts) }))
  const met = read.filter(({ hits }) => hits.length > 0)
  const candidates = candidatesOf(
    matcher.index,
    met.flatMap(({ hits }) => hits),
  )
  const best = met[0] ?? read[0]
  const parts = best?.parts ?? {}
  if (!best) return demoted(automatic, parts, (otherwise) => ({ says: 'rule-does-not-fit', otherwise }))
  const position = parts.position === undefined ? null : Number(parts.position)
  const place = placeOf({ position, view: null, isWhole: position === null })
  const named = partNames.flatMap((part) => (parts[part] ? [{ part, value: parts[part] }] : []))
  const said = (finds: Rule['finds'], otherwise: NameReason | null = null): Rule => ({
    says: 'rule',
    parts: named,
    finds,
    products: candidates.length,
    otherwise,
  })
  if (met.length === 0) {
    return { ...demoted(automatic, parts, (otherwise) => said('nothing', otherwise)), place, position }
  }
  const settled = { ...automatic, parts, candidates, position, place }
  if (candidates.length > 1 || isCut) {
    return { ...settled, confidence: 'doubtful', reason: said(isCut ? 'too-many-readings' : 'several') }
  }
  return { ...settled, confidence: 'confident', reason: said('product') }
}

type Rule = Extract<FoundReason, { says: 'rule' }>

function demoted(
  automatic: FileMatch,
  parts: PatternMatch['parts'],
  reasonWith: (otherwise: NameReason | null) => FoundReason,
): PatternMatch {
  const confidence = automatic.confidence === 'none' ? 'none' : 'doubtful'
  return { ...automatic, parts, confidence, reason: reasonWith(confidence === 'none' ? null : automatic.reason) }
}

/** A product has to fit every part that names one. */
function hitsOfParts(index: MatchIndex, parts: Partial<Record<PatternPart, string>>): Hit[] {
  let left: Hit[] | undefined
  for (const part of partNames) {
    const key = parts[part]
    if (key === undefined) continue
    const reading: Reading = { key, position: null, view: null, isWhole: true, isFaint: false }
    // Whoever wrote the rule has said that this is an SKU: a short one is as good as any.
    const hits = hitsOf(index, reading).filter(
      ({ kind, isRival }) => kind === kinds[part] && (isRival || part === 'name' || part === 'slug'),
    )
    const before = left
    left = before ? before.filter(({ product }) => hits.some((hit) => hit.product === product)) : hits
  }
  return left ?? []
}

function candidatesOf(index: MatchIndex, hits: readonly Hit[]): Candidate[] {
  const found = new Map(hits.map(({ product, sku }) => [product, { productId: index.product(product).productId, sku }]))
  return [...found.values()].slice(0, 5)
}
