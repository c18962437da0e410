import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvCell, withoutGuard } from '../../../../electron/shared/csv-cell'

it.each([
  ['Mug', '"Mug"'],
  ['', '""'],
  [7, '"7"'],
  ['a;b', '"a;b"'],
  ['12" plate', '"12"" plate"'],
  ['=1+1', '"\'=1+1"'],
  [' =1+1', '"\' =1+1"'],
  ['\t=1', '"\'\t=1"'],
  ['＝1+1', '"\'＝1+1"'],
  ['-2 mugs', '"\'-2 mugs"'],
  ['@home', '"\'@home"'],
  ['a-b', '"a-b"'],
])('writes %j as a cell that no program counts with or splits', (value, text) => expect(csvCell(value)).toBe(text))

it('puts an apostrophe before a text that is taken off again, whatever the text is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[' =+@\t\0-]*a?$/), (text) => {
      expect(withoutGuard(csvCell(text).slice(1, -1))).toBe(text)
    }),
  )
})
