import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal } from '../../../../electron/shared/numbers/numbers'
import type { Cell } from '../../../../electron/shared/table'
import { cellNumber } from '../../../../electron/tables/columns/cell-number'
import { columnNotes } from '../../../../electron/tables/columns/column-notes'
import { yesOrNo } from '../../../../electron/shared/yes-no'

function notesOf(cells: readonly Cell[], isSku?: (text: string) => boolean) {
  const notes = columnNotes(1, isSku)
  notes.add(cells.map((cell, at) => ({ row: at + 2, cells: [cell], doubt: null })))
  const [column] = notes.notes()
  if (!column) throw new Error('There is a column.')
  return column
}
const repeated = (times: number, cell: (n: number) => Cell): Cell[] => Array.from({ length: times }, (_, n) => cell(n))

describe('the sign before decimals', () => {
  it.each<[string, string, Cell[]]>([
    ['a comma, because 12,50 is no thousand', ',', ['1.299', '12,50', '2.500']],
    ['a point, because 12.50 is no thousand', '.', ['1,299', '12.50']],
    ['a comma, because a point groups twice', ',', ['1.299.000', '5']],
    ['a comma beside groups', ',', ['1.299,00', '2.500']],
    ['a point beside groups', '.', ['1,299.00', '2.500', '1']],
    ['a comma, because 0,125 is no group', ',', ['0,125', '1.299']],
    ['a point, because 1234.567 is no group', '.', ['1234.567', '1,299']],
    ['a comma, with money and units', ',', ['9,99 €', '€ 12', 'EUR 1.299', '0,35 kg', '5 %']],
    ['a comma beside spaces and apostrophes', ',', ['1 299,50', "1'299,50"]],
    ['any, where there are whole numbers only', 'any', ['1', '299', '-5', '1 299', 7]],
    ['any, where the cells are numbers', 'any', [1.5, 12.25, '7']],
    ['asked about, where all might be thousands', 'ask', ['1.299', '2.500', '7']],
    ['asked about, where they contradict each other', 'ask', ['12,50', '12.50', '1.299']],
    ['decided against a slip', ',', [...repeated(50, (n) => `${n},50`), '12.50']],
  ])('is %s', (_what, decimal, cells) => expect(notesOf(cells).numbers).toMatchObject({ decimal, count: cells.length }))

  it('names what is to be asked about, and what is against the rest', () => {
    expect(notesOf(['1.299', '5', '2.500']).numbers.examples).toEqual([
      { row: 2, text: '1.299' },
      { row: 4, text: '2.500' },
    ])
    expect(notesOf([...repeated(50, (n) => `${n},50`), '12.50']).numbers).toMatchObject({
      against: 1,
      examples: [{ row: 52, text: '12.50' }],
    })
  })

  it('is not looked for in what is no number', () => {
    const cells = ['A-001', '1-2-3', '12/3', '1.2.3', '1,2,3', 'M8', '12 x 5', '5 mugs', '١٢,,5', '', 'NaN', '10³']
    expect(notesOf(cells).numbers).toMatchObject({ count: 0, decimal: 'any' })
  })

  it('never makes 1,299 of 1.299 against the rest of its column, and gives every value back', () => {
    const styles = fc.constantFrom<{ decimal: ',' | '.'; group: string }>(
      { decimal: ',', group: '.' },
      { decimal: '.', group: ',' },
      { decimal: ',', group: ' ' },
      { decimal: ',', group: '' },
      { decimal: '.', group: '' },
      { decimal: '.', group: "'" },
    )
    const values = fc.array(
      fc.record({ value: fc.integer({ min: -5_000_000, max: 5_000_000 }), decimals: fc.constantFrom(0, 0, 1, 2, 3) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(styles, values, (style, written) => {
        const numbers = written.map(({ value, decimals }) => value / 10 ** decimals)
        const texts = written.map(({ decimals }, at) => formatDecimal(numbers[at] ?? 0, decimals, style))
        const { decimal } = notesOf(texts).numbers
        // Nothing but 1.299 is asked about; where nothing depends on it, both signs read the same.
        if (decimal === 'ask') return
        const signs = decimal === 'any' ? ([',', '.'] as const) : [decimal]
        if (decimal !== 'any') expect(decimal).toBe(style.decimal)
        for (const sign of signs) {
          expect(texts.map((text) => cellNumber(text, sign))).toEqual(
            numbers.map((value) => ({ kind: 'value', value: value + 0 })),
          )
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('reads a cell by it, or says that it is none', () => {
    expect(cellNumber('1.299', ',')).toEqual({ kind: 'value', value: 1299 })
    expect(cellNumber('1.299', '.')).toEqual({ kind: 'value', value: 1.299 })
    expect(cellNumber('€ -1.299,5', ',')).toEqual({ kind: 'value', value: -1299.5 })
    expect(cellNumber(12.5, ',')).toEqual({ kind: 'value', value: 12.5 })
    expect(cellNumber('１２，５０', ',')).toEqual({ kind: 'value', value: 12.5 })
    // Whatever the column says, this can be nothing else.
    expect(cellNumber('12.50', ',')).toEqual({ kind: 'value', value: 12.5 })
    for (const cell of ['1.29.9', 'a lot', null, true] as const) expect(cellNumber(cell, ',').kind).toBe('problem')
  })
})

describe('dates', () => {
  it.each<[string, string, Cell[]]>([
    ['day first, because there is no 13th month', 'dmy', ['13/02/2026', '01/02/2026']],
    ['month first, because there is no 13th month', 'mdy', ['02/13/2026', '01/02/2026']],
    ['day first, because of points', 'dmy', ['01.02.2026', '1.2.26']],
    ['year first', 'ymd', ['2026-02-01', '2026/3/5', '2026-02-01T10:00:00Z', '2026-02-01 10:00']],
    [
      'any, where months have names',
      'any',
      [
        '1 March 2026',
        'Mar 1, 2026',
        '1. März 2026',
        '1er août 2026',
        '5 de enero de 2026',
        '1 марта 2026',
        '3 mrt 2026',
        '9 gennaio 2026',
      ],
    ],
    ['any, where they are dates', 'any', [{ date: '2026-03-01' }]],
    ['asked about, where no day is above 12', 'ask', ['01/02/2026', '03-04-2026']],
    ['asked about, where they contradict each other', 'ask', ['13/02/2026', '02/13/2026']],
  ])('have their order: %s', (_what, order, cells) => {
    const { dates, damage } = notesOf(cells)
    expect(dates).toMatchObject({ order, count: cells.length })
    expect(damage).toEqual([])
  })

  it('are not seen in what is none', () => {
    const cells = ['32/01/2026', '1/2', 'margarita 5', '2026-13-01', 'May', '99.99.9999', 'Version 1.2.2026-b']
    expect(notesOf(cells).dates.count).toBe(0)
  })
})

describe('yes and no', () => {
  it('are known in seven languages', () => {
    const words = [
      'Yes',
      'TRUE',
      'ja',
      'Wahr',
      'Oui',
      'VRAI',
      'Sí',
      'verdadero',
      'sì',
      'vero',
      'waar',
      'Да',
      true,
      1,
      '1',
    ]
    expect(words.map((word) => yesOrNo(word))).toEqual(words.map(() => true))
    const others = ['no', 'false', 'Nein', 'FALSCH', 'non', 'faux', 'falso', 'nee', 'onwaar', 'Нет', false, 0, '0']
    expect(others.map((word) => yesOrNo(word))).toEqual(others.map(() => false))
    for (const word of ['perhaps', '', 2, null, { date: '2026-01-01' }] as const) expect(yesOrNo(word)).toBeNull()
  })

  it('are counted', () => expect(notesOf(['ja', 'nein', 'ja', 'mal sehen'])).toMatchObject({ filled: 4, yesNo: 3 }))
})

describe('what programs for tables did to a column', () => {
  const damageOf = (cells: readonly Cell[], skus: readonly string[] = []) =>
    notesOf(cells, (text) => skus.includes(text)).damage.map(({ kind, count }) => [kind, count])

  it('is numbers of which most digits are gone', () => {
    expect(damageOf(['4,00638E+12', '1.23457E+12', '1E+05', '5', 'E5', '1E5X'])).toEqual([['scientific', 3]])
    expect(damageOf([1234567890123450, 12])).toEqual([['scientific', 1]])
  })

  it('is zeros that went missing beside others', () => {
    expect(notesOf(['00123', '00124', '125', '00126', '1270']).damage).toEqual([
      {
        kind: 'lost-zeros',
        count: 2,
        examples: [
          { row: 4, text: '125' },
          { row: 6, text: '1270' },
        ],
      },
    ])
    expect(damageOf(['00123', '00124', 125])).toEqual([['lost-zeros', 1]])
    expect(damageOf([...repeated(10, (n) => `400638133393${n}`), '40063813339'])).toEqual([['lost-zeros', 1]])
    expect(damageOf(['1', '20', '300', '4', '50'])).toEqual([])
    expect(damageOf(['0', '12', '7', '10'])).toEqual([])
  })

  it('is dates that were texts', () => {
    expect(damageOf(['A-1', 'B-7', '1-Mar', '2. Mrz', 'Mar 01', 'X', 'Y', 'Z'])).toEqual([['dates-of-texts', 3]])
    expect(damageOf(['A-1', 'B-7', { date: '2026-03-01' }])).toEqual([['dates-of-texts', 1]])
    expect(damageOf(['1-Mar', '2-Apr', 'Mai 03'])).toEqual([['dates-of-texts', 3]])
    // What the store calls its own products is no damage.
    expect(damageOf(['A-1', 'B-7', '1-Mar', 'MAR-1', 'X', 'Y'], ['MAR-1'])).toEqual([['dates-of-texts', 1]])
    expect(damageOf(['MAR-1', '1-2', 'X', 'Y', 'Z'], ['MAR-1', '1-2'])).toEqual([])
    expect(damageOf(['MAR-1', 'APR-2'], ['MAR-1', 'APR-2'])).toEqual([])
  })

  it('is letters that were read in another encoding', () => {
    expect(damageOf(['GrÃ¶ÃŸe', 'Tasse', 'Caf\ufffd', 'Ãrea', 'â€œ'])).toEqual([['broken-letters', 2]])
  })
})

it('knows what people type into numbers, however it is written elsewhere', () => {
  const typed = ['1.000', '2.500', '1,500', '1000.5']
  expect(typed.map((text) => notesOf([text]).numbers.decimal)).toEqual(['ask', 'ask', 'ask', '.'])
})
