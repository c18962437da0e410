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
import { growth } from '../../../support/growth'

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

describe('a text of eight times the length takes about eight times as long', () => {
  it.each(Object.entries(readers))('%s', async (_, read) => {
    const slow: string[] = []
    for (const unit of units) {
      const reading = (length: number) => () => read(`a${unit.repeat(length / unit.length)}é!`)
      // The square would take 64 times as long. Of a few milliseconds the collector of garbage takes any share.
      const limits = { limit: 20, leastMs: 15, rounds: 1 }
      if ((await growth({ small: reading(20_000), large: reading(160_000), ...limits })) >= 20) slow.push(unit)
    }
    expect(slow).toEqual([])
  })
})
