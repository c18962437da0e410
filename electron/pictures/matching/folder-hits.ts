import { bareKey, foldCase, folderName, unifySeparators } from './fold-name'
import { hitsWithin } from './hits-within'
import type { MatchIndex } from './match-index'
import { hitsOf, type Hit, type OptionWords } from './name-hits'
import { namesMet } from './name-meetings'
import { readingsOf } from './name-readings'
import { sisterHits } from './sister-hits'

/** Folders that sort pictures by what they are, not by what they show. */
const plainFolders =
  /^(?:images?|pictures?|pics?|photos?|fotos?|bilder|jpe?g|png|web|large|small|medium|originals?|gallery|main|front|back|new|neu|export|products?|produkte|done|final|edited|hi-?res|\d{1,2})$/i
const year = /^(?:19|20)\d\d$/

/** Of the nearest folder that means any product, by itself or together with the one around it or what is in it. */
export function folderHits(
  index: MatchIndex,
  folders: readonly string[],
  stems: readonly string[],
  optionWords: OptionWords,
): Hit[] {
  const names = folders.slice(-4).map(folderName)
  const withSisters = (hits: Hit[]): Hit[] => [...hits, ...sisterHits(index, hits, optionWords)]
  for (let at = names.length - 1; at >= 0; at--) {
    const name = names[at] as string
    const around = names[at - 1]
    if (year.test(name)) continue
    const own = hitsOfFolder(index, name, plainFolders.test(name), optionWords)
    const both = around === undefined ? [] : hitsOfBoth(index, around, name)
    if (both.length > 0) {
      // The outer folder may be a whole product of its own: then this one says something else about it.
      const outer = hitsOfFolder(index, around as string, plainFolders.test(around as string), optionWords)
      return withSisters([...own, ...both, ...outer.filter(({ isRival }) => isRival)])
    }
    if (own.length > 0) return withSisters([...own, ...hitsInside(index, own, [...names.slice(at + 1), ...stems])])
  }
  return []
}

function hitsOfFolder(index: MatchIndex, name: string, isPlain: boolean, optionWords: OptionWords): Hit[] {
  const readings = readingsOf(name).filter(({ position, view, isLed }) => view === null && (position === null || isLed))
  const direct = readings
    .flatMap((reading) => hitsOf(index, { ...reading, position: null }))
    .filter(({ kind }) => kind === 'sku' || !isPlain)
  if (direct.some(({ isStrong }) => isStrong)) return direct
  return [...direct, ...readings.flatMap((reading) => hitsWithin(index, reading, optionWords))]
}

/** `Naruto/Vol. 2`, `IT/BAR`: exact ones only. */
function hitsOfBoth(index: MatchIndex, around: string, name: string): Hit[] {
  const key = `${around} ${name}`
  const hits = hitsOf(index, { key, position: null, view: null, isWhole: true, isFaint: false })
  return hits.filter(({ kind, isStrong }) => isStrong && (kind === 'sku' || kind === 'name'))
}

/** `R-100/Gold`: not Ring Anna when there is a Ring Anna Gold. */
function hitsInside(index: MatchIndex, own: readonly Hit[], inner: readonly string[]): Hit[] {
  return own.flatMap((hit) =>
    inner.flatMap((name) => {
      const rest = bareKey(unifySeparators(foldCase(name)))
      const met = rest === '' ? [] : namesMet(index, `${index.nameKey(hit.product)}-${rest}`)
      return met.map(({ product, how }): Hit => ({ ...hit, product, sku: null, kind: 'name', how }))
    }),
  )
}
