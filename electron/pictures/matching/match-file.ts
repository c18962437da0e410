import type { FolderWord, NameReason } from '../../shared/file-reason'
import { isCameraName, isCounterName } from './camera-names'
import { folderHits } from './folder-hits'
import { bareKey, foldCase, plainName, stemOf, unifySeparators } from './fold-name'
import { hitsWithin } from './hits-within'
import type { MatchIndex } from './match-index'
import { hitsOf, type Hit, type OptionWords } from './name-hits'
import { isOnlyPlace, isOnlyWork, placeOf, readingsOf, type Place, type Reading } from './name-readings'
import { namesWithAll, similarNames } from './similar-names'
import { sisterHits } from './sister-hits'

export type NamedFile = {
  name: string
  /** The folders below what was dropped, outermost first. */
  folders: readonly string[]
}

export type Candidate = { productId: number; /** The SKU that was met. */ sku: string | null }

/** What a name says; by a rule of one's own there is more to say. */
export type FileMatch<R = NameReason> = {
  /** confident: one product and no other reading of the name. doubtful: somebody has to look. */
  confidence: 'confident' | 'doubtful' | 'none'
  reason: R
  /** The likeliest first, at most five. */
  candidates: Candidate[]
  position: number | null
  place: Place
  /** Files with the same one belong together, whatever they belong to. */
  group: string
}

export type Matcher = { index: MatchIndex; optionWords: OptionWords }

/** Finds the product a file belongs to by its name and its folders. Never guesses: anything that reads two ways is doubtful. */
export function matchFile({ index, optionWords }: Matcher, file: NamedFile): FileMatch {
  const stem = stemOf(file.name)
  const readings = readingsOf(stem)
  const byName = fileHits(index, readings, optionWords, stem)
  const stems = readings.filter(({ isFaint }) => !isFaint).map(({ key }) => key)
  const byFolder = folderHits(index, file.folders, stems, optionWords)
  const decided = decide(index, stem, readings, byName, byFolder)
  const { hit } = decided
  const reading = hit && byName.includes(hit) ? hit.reading : placeReading(stem)
  return {
    confidence: decided.confidence,
    reason: decided.reason,
    candidates: decided.candidates,
    position: reading.position,
    place: placeOf(reading),
    group: groupOf(stem, readings, file.folders),
  }
}

type Decision = Pick<FileMatch, 'confidence' | 'reason' | 'candidates'> & { hit: Hit | undefined }

function decide(
  index: MatchIndex,
  stem: string,
  readings: readonly Reading[],
  byName: readonly Hit[],
  byFolder: readonly Hit[],
): Decision {
  const named = heard(byName)
  const foldered = heard(byFolder)
  const doubtful = (hits: readonly Hit[], reason: NameReason): Decision => ({
    confidence: 'doubtful',
    reason,
    candidates: candidatesOf(index, hits),
    hit: hits[0],
  })
  const confident = (hit: Hit, reason: NameReason): Decision => ({
    confidence: 'confident',
    reason,
    candidates: candidatesOf(index, [hit]),
    hit,
  })
  const first = named[0]
  // Too short to assign a file, but enough to say that it may be another's.
  const agrees = byFolder.some(({ product }) => product === first?.product)
  const objecting = foldered.length > 0 ? foldered : agrees ? [] : byFolder.filter(({ isRival }) => isRival)
  const shared = named.filter(({ product }) => foldered.some((hit) => hit.product === product))
  if (first && productsOf(named) === 1) {
    if (objecting.length === 0) return confident(first, met(first, 'nothing'))
    if (shared.length > 0) return confident(first, met(first, 'the-same'))
    return doubtful([...named, ...objecting], met(first, 'another'))
  }
  if (first) {
    // The same SKU on two products: the folder may tell which. Two readings of one name stay two.
    const isOneReading = named.every(({ reading }) => reading.key === first.reading.key)
    const only = shared[0]
    if (only && isOneReading && productsOf(shared) === 1) return confident(only, met(only, 'which'))
    return doubtful([...shared, ...named], severalReason(named, isOneReading))
  }
  const says = !isCameraName(stem)
  const faint = says ? byName : []
  const folder = foldered[0]
  if (folder && productsOf(foldered) === 1) {
    const others = faint.filter(({ product }) => product !== folder.product)
    if (others.length === 0) return confident(folder, met(folder, 'itself'))
    return doubtful([...foldered, ...others], met(folder, 'itself-not-name'))
  }
  if (folder) return doubtful(foldered, severalReason(foldered, true, true))
  const [weak] = byName
  if (weak) return doubtful(byName, { says: 'uncertain', how: weak.how, products: productsOf(byName) })
  const [weakFolder] = byFolder
  if (weakFolder) return doubtful(byFolder, met(weakFolder, 'itself'))
  return bySimilarity(index, stem, readings, says)
}

function bySimilarity(index: MatchIndex, stem: string, readings: readonly Reading[], says: boolean): Decision {
  const nothing = (says: 'name-says-nothing' | 'like-no-product'): Decision => ({
    confidence: 'none',
    reason: { says },
    candidates: [],
    hit: undefined,
  })
  if (!says || isOnlyPlace(stem) || isOnlyWork(stem)) return nothing('name-says-nothing')
  const uploaded = index.file(foldCase(stem))
  if (uploaded.length > 0) {
    const candidates = uploaded
      .slice(0, 5)
      .map((product) => ({ productId: index.product(product).productId, sku: null }))
    return { confidence: 'doubtful', reason: { says: 'named-like-one-before' }, candidates, hit: undefined }
  }
  const plain = readings.filter(({ isFaint }) => !isFaint).at(-1) as Reading
  const key = bareKey(unifySeparators(foldCase(plainName(plain.key))))
  const similar = similarNames(index, key)
  const [best] = similar
  if (!best) {
    const containing = namesWithAll(index, key)
    if (containing.length === 0) return nothing('like-no-product')
    const candidates = containing.map((product) => ({ productId: index.product(product).productId, sku: null }))
    return { confidence: 'doubtful', reason: { says: 'part-of-a-name' }, candidates, hit: undefined }
  }
  return {
    confidence: 'doubtful',
    reason: { says: 'similar', percent: Math.min(99, Math.round(best.score * 100)) },
    candidates: similar.map(({ product }) => ({ productId: index.product(product).productId, sku: null })),
    hit: undefined,
  }
}

/** 2024-06 is a month rather than the sixth picture of SKU 2024. */
const isMonth = /^(?:19|20)\d\d[\s_\-.](?:0[1-9]|1[0-2])$/

function fileHits(index: MatchIndex, readings: readonly Reading[], optionWords: OptionWords, stem: string): Hit[] {
  const hits = readings.flatMap((reading) => hitsOf(index, reading))
  const saysNothing = isOnlyPlace(stem) || isCounterName(stem) || isMonth.test(stem)
  const weakened = saysNothing ? hits.map((hit) => ({ ...hit, isStrong: false })) : hits
  if (weakened.some(({ isStrong }) => isStrong)) return [...weakened, ...sisterHits(index, weakened, optionWords)]
  const joined = camelCase.test(stem) ? namesInCamelCase(index, stem) : []
  const sisters = sisterHits(index, joined, optionWords)
  return [...weakened, ...joined, ...sisters, ...readings.flatMap((reading) => hitsWithin(index, reading, optionWords))]
}

const camelCase = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u

/** `BlueMug-2` for the product Blue mug. */
const namesInCamelCase = (index: MatchIndex, stem: string): Hit[] =>
  readingsOf(stem.split(camelCase).join(' '))
    .flatMap((reading) => hitsOf(index, reading))
    .filter(({ kind }) => kind === 'name')

/** Strength limits who may win, never who may object: what is too short to be sure of still makes another uncertain. */
const heard = (hits: readonly Hit[]): Hit[] =>
  hits.some(({ isStrong }) => isStrong) ? hits.filter(({ isRival }) => isRival) : []
const productsOf = (hits: readonly Hit[]): number => new Set(hits.map(({ product }) => product)).size
const met = ({ how }: Hit, folder: FolderWord): NameReason => ({ says: 'met', how, folder })

function severalReason(hits: readonly Hit[], isOneReading: boolean, inFolder = false): NameReason {
  const kinds = new Set(hits.map(({ kind }) => kind))
  const have = isOneReading && kinds.size === 1 ? (hits[0]?.kind ?? null) : null
  return { says: 'several', products: productsOf(hits), have, inFolder }
}

function candidatesOf(index: MatchIndex, hits: readonly Hit[]): Candidate[] {
  const found = new Map<number, Candidate>()
  for (const { product, sku } of hits) {
    if (!found.has(product)) found.set(product, { productId: index.product(product).productId, sku })
  }
  return [...found.values()].slice(0, 5)
}

/** For a file that its folder assigns: its own name only says which picture it is. */
function placeReading(stem: string): Reading {
  const readings = readingsOf(`x ${stem}`).filter(({ isFaint }) => !isFaint)
  return (
    readings.find(({ key }) => key === 'x') ??
    readings.filter(({ isWhole }) => !isWhole).at(-1) ??
    (readings[0] as Reading)
  )
}

function groupOf(stem: string, readings: readonly Reading[], folders: readonly string[]): string {
  const plain = readings.filter(({ isFaint }) => !isFaint).at(-1) as Reading
  const key = isCameraName(stem) || isOnlyPlace(stem) || isOnlyWork(stem) ? '' : unifySeparators(foldCase(plain.key))
  return `${folders.join('/')}|${key}`
}
