import { matchFile, type Candidate, type FileMatch, type Matcher, type NamedFile } from './match-file'
import type { MatchIndex } from './match-index'
import { hitsOf, type Hit } from './name-hits'
import type { NamePattern, PatternPart } from './name-pattern'
import { placeOf, type Reading } from './name-readings'

export type PatternMatch = FileMatch & { parts: Partial<Record<PatternPart, string>> }

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
  if (!best) return demoted(automatic, parts, 'Does not fit your rule')
  const position = parts.position === undefined ? null : Number(parts.position)
  const place = placeOf({ position, view: null, isWhole: position === null })
  const named = partNames.flatMap((part) =>
    parts[part]
      ? [`${part === 'id' || part === 'name' || part === 'slug' ? part : part.toUpperCase()} ${parts[part]}`]
      : [],
  )
  const said = `Your rule: ${named.join(', ')}`
  if (met.length === 0) return { ...demoted(automatic, parts, `${said}, which no product has`), place, position }
  if (candidates.length > 1 || isCut) {
    const reason = isCut
      ? `${said}, or one of many other readings`
      : `${said}: ${candidates.length} products are possible`
    return { ...automatic, parts, confidence: 'doubtful', reason, candidates, position, place }
  }
  return { ...automatic, parts, confidence: 'confident', reason: said, candidates, position, place }
}

function demoted(automatic: FileMatch, parts: PatternMatch['parts'], reason: string): PatternMatch {
  const confidence = automatic.confidence === 'none' ? 'none' : 'doubtful'
  return { ...automatic, parts, confidence, reason: confidence === 'none' ? reason : `${reason}; ${automatic.reason}` }
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
