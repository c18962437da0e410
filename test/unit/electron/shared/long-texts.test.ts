import { describe, expect, it } from 'vitest'
import { isHtml } from '../../../../electron/ecwid/errors-from-answer'
import { isCameraName, isCounterName } from '../../../../electron/pictures/matching/camera-names'
import * as names from '../../../../electron/pictures/matching/fold-name'
import { parseNamePattern } from '../../../../electron/pictures/matching/name-pattern'
import { readingsOf } from '../../../../electron/pictures/matching/name-readings'
import { foldText } from '../../../../electron/shared/fold-text'
import { parseKeyword, searchWords } from '../../../../electron/shared/search-words'
import { textOfHtml } from '../../../../electron/shared/text-of-html'
import { spacedPieces } from '../../../../electron/shared/word-pieces'

/** After what cameras write in front. */
const asCamera = (rest: string): unknown =>
  ['IMG_1234', 'P1234567', '20240101', 'Photo '].map((front) => [
    isCameraName(front + rest),
    isCounterName(front + rest),
  ])
const byRules = (name: string): unknown =>
  ['{sku}-{position}', '{any}/{sku} {name}', '{sku}_{any}a{name}'].map((rule) => {
    const pattern = parseNamePattern(rule)
    return pattern.ok && pattern.read({ name, folders: [name] })
  })

const readers: Record<string, (text: string) => unknown> = {
  textOfHtml,
  foldText,
  searchWords,
  parseKeyword,
  spacedPieces,
  plainFileName: names.plainFileName,
  stemOf: names.stemOf,
  unifySeparators: names.unifySeparators,
  bareKey: names.bareKey,
  joinLetters: names.joinLetters,
  looseKeys: names.looseKeys,
  accentlessKeys: names.accentlessKeys,
  asCamera,
  parseNamePattern,
  byRules,
  isHtml: (text) => isHtml({ contentType: text, body: text }),
  readings: (name) => readingsOf(names.stemOf(name)),
}
const units = [
  '<',
  '<!--',
  '<a ',
  'a<b>',
  'a<p>',
  '<a b="',
  '</',
  '<script',
  '&a',
  '&#',
  '-',
  ' ',
  'a-',
  'a\u0301',
  '\u0301',
  '\u0301\u0316',
  '+',
  '+%',
  '"',
  '.jpg',
  '.png ',
  '0',
  ' × 1',
  '\ufdfa',
  '杯',
  '_',
]

/** Processor time, the lesser of two: what else the machine does is no work of ours. */
function msOf(work: () => unknown): number {
  return Math.min(
    ...[1, 2].map(() => {
      const before = process.cpuUsage()
      work()
      return process.cpuUsage(before).user / 1000
    }),
  )
}

describe('a text of twice the length takes about twice the time', () => {
  it.each(Object.entries(readers))('%s', (_, read) => {
    const slow = units.filter((unit) => {
      const text = (length: number) => `a${unit.repeat(length / unit.length)}é!`
      const [small, large] = [msOf(() => read(text(20_000))), msOf(() => read(text(160_000)))]
      // Eight times the length: the square would take 64 times as long. Of a few milliseconds the collector of garbage takes any share.
      return large > 20 * Math.max(small, 15)
    })
    expect(slow).toEqual([])
  })
})
