import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText } from '../../../../electron/shared/fold-text'
import { foundPlaces } from '../../../../electron/shared/found-places'
import { beginningPieces, mayBegin, spacedPieces } from '../../../../electron/shared/word-pieces'

const letters = ['a', 'b', 'é', 'e\u0301', '1', '-', ' ', '𝒂', '😀', '保', '温', 'ก', '한', 'ß', '\u0301']
const text = fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((all) => all.join(''))
const needle = fc.array(fc.constantFrom('a', 'b', 'e', '1', '保', '温', '한'), { minLength: 1, maxLength: 3 })

it('what begins a word of a text is found where its pieces say so, and nowhere else', () => {
  fc.assert(
    fc.property(text, needle, (given, signs) => {
      const sought = foldText(signs.join(''))
      const isThere = spacedPieces(given).includes(beginningPieces(sought))
      if (!isThere) expect(foundPlaces(given, [{ text: sought, where: 'start' }])).toEqual([])
      if (isThere) expect(mayBegin(foldText(given), [sought])).toBe(true)
    }),
  )
})

it.each([
  ['Hand made mug', 'ma', [5]],
  ['Remade', 'ma', []],
  ['(mug) mug-mug', 'mug', [1, 6, 10]],
  ['😀mug 𝒂mug', 'mug', [2]],
  ['éa ea', 'a', []],
  ['保温杯', '温', [1]],
])('in “%s” what begins with “%s” stands at %j', (given, sought, places) => {
  expect(foundPlaces(given, [{ text: sought, where: 'start' }]).map(([at]) => at)).toEqual(places)
})
