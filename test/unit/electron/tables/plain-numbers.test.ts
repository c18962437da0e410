import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberFaultText, readNumber } from '../../../../electron/shared/numbers/read-number'
import { cellNumber, numberEvidence } from '../../../../electron/tables/columns/cell-number'

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 }).map((all) => all.join(''))
const text = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.option(fc.tuple(fc.constantFrom('.', ','), digits)))
  .map(([sign, whole, rest]) => `${sign}${whole}${rest ? rest.join('') : ''}`)

it('a plain number is read as every other one is, whichever sign stands before the decimals of its column', () => {
  fc.assert(
    fc.property(text, fc.constantFrom<',' | '.'>(',', '.'), (cell, decimal) => {
      const style = { decimal, group: decimal === ',' ? '.' : ',' }
      expect(cellNumber(cell, decimal)).toEqual(readNumber(cell, { style, unreadable: numberFaultText('unreadable') }))
    }),
    {
      examples: [
        ['1.299', '.'],
        ['1.299', ','],
        ['-0', '.'],
        ['0012', ','],
        ['999999999999999', '.'],
        ['-0,0', ','],
      ],
    },
  )
})

it('a plain number says as much of the signs of its column as one with its unit does', () => {
  fc.assert(
    fc.property(text, (cell) => {
      expect(numberEvidence(cell)).toBe(numberEvidence(`${cell} kg`))
    }),
    { examples: [['1.299'], ['01.299'], ['1,5'], ['-0'], ['1.2']] },
  )
})
