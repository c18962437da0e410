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

export type FileMatch = {
  /** confident: one product and no other reading of the name. doubtful: somebody has to look. */
  confidence: 'confident' | 'doubtful' | 'none'
  /** Why, for the person: "SKU, exact". */
  reason: string
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
  const doubtful = (hits: readonly Hit[], reason: string): Decision => ({
    confidence: 'doubtful',
    reason,
    candidates: candidatesOf(index, hits),
    hit: hits[0],
  })
  const confident = (hit: Hit, reason: string): Decision => ({
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
    if (objecting.length === 0) return confident(first, first.how)
    if (shared.length > 0) return confident(first, `${first.how}; the folder says the same`)
    return doubtful([...named, ...objecting], `${first.how}, but its folder is that of another product`)
  }
  if (first) {
    // The same SKU on two products: the folder may tell which. Two readings of one name stay two.
    const isOneReading = named.every(({ reading }) => reading.key === first.reading.key)
    const only = shared[0]
    if (only && isOneReading && productsOf(shared) === 1) return confident(only, `${only.how}; the folder tells which`)
    return doubtful([...shared, ...named], severalReason(named, isOneReading))
  }
  const says = !isCameraName(stem)
  const faint = says ? byName : []
  const folder = foldered[0]
  if (folder && productsOf(foldered) === 1) {
    const others = faint.filter(({ product }) => product !== folder.product)
    if (others.length === 0) return confident(folder, inFolder(folder))
    return doubtful([...foldered, ...others], `${inFolder(folder)}; the file's own name may mean another product`)
  }
  if (folder) return doubtful(foldered, severalReason(foldered, true, ' in the folder’s name'))
  const [weak] = byName
  if (weak) return doubtful(byName, weakReason(weak, byName))
  const [weakFolder] = byFolder
  if (weakFolder) return doubtful(byFolder, inFolder(weakFolder))
  return bySimilarity(index, stem, readings, says)
}

function bySimilarity(index: MatchIndex, stem: string, readings: readonly Reading[], says: boolean): Decision {
  const nothing = (reason: string): Decision => ({ confidence: 'none', reason, candidates: [], hit: undefined })
  if (!says || isOnlyPlace(stem) || isOnlyWork(stem)) return nothing('Its name says nothing about a product')
  const uploaded = index.file(foldCase(stem))
  if (uploaded.length > 0) {
    const candidates = uploaded
      .slice(0, 5)
      .map((product) => ({ productId: index.product(product).productId, sku: null }))
    return { confidence: 'doubtful', reason: 'A file of this name was added before', candidates, hit: undefined }
  }
  const plain = readings.filter(({ isFaint }) => !isFaint).at(-1) as Reading
  const key = bareKey(unifySeparators(foldCase(plainName(plain.key))))
  const similar = similarNames(index, key)
  const [best] = similar
  if (!best) {
    const containing = namesWithAll(index, key)
    if (containing.length === 0) return nothing('No product is called like this')
    const candidates = containing.map((product) => ({ productId: index.product(product).productId, sku: null }))
    return { confidence: 'doubtful', reason: 'Only a part of the name', candidates, hit: undefined }
  }
  return {
    confidence: 'doubtful',
    reason: `name, ${Math.min(99, Math.round(best.score * 100))} %`,
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
  return [...weakened, ...joined, ...readings.flatMap((reading) => hitsWithin(index, reading, optionWords))]
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
const inFolder = ({ how }: Hit): string => `${how}, in the folder’s name`

function severalReason(hits: readonly Hit[], isOneReading: boolean, where = ''): string {
  const count = productsOf(hits)
  const kinds = new Set(hits.map(({ kind }) => kind))
  if (isOneReading && kinds.size === 1) {
    const what = {
      sku: 'this SKU',
      upc: 'this UPC',
      id: 'this ID',
      slug: 'this address',
      name: 'this name',
      file: 'it',
    }
    return `${count} products have ${what[hits[0]?.kind ?? 'sku']}${where}`
  }
  return `The name${where ? ` of the folder` : ''} can mean ${count} products`
}

function weakReason(weak: Hit, all: readonly Hit[]): string {
  const count = productsOf(all)
  return count === 1 ? `${weak.how}, not certain` : `${weak.how}, not certain; ${count} products are possible`
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
