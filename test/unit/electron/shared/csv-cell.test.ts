import { expect, it } from 'vitest'
import { csvCell } from '../../../../electron/shared/csv-cell'

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
