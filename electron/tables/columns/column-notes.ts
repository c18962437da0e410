import type { Cell, ColumnDamage, ColumnNotes, TableRow } from '../../shared/table'
import { dateEvidence } from './cell-date'
import { plainEvidence } from './cell-number'
import { lostZeros } from './lost-zeros'
import { numberNotes } from './number-notes'
import { isDigit } from '../../shared/numbers/ascii'
import { isScientific } from './scientific'
import { counted, tally, type Tally } from './tally'
import { yesOrNo } from '../../shared/yes-no'

type IsSku = (text: string) => boolean

/** Takes all rows of a table once, and says of each column what all of its values say together. `isSku`: the store has it already. */
export function columnNotes(
  columns: number,
  isSku: IsSku = () => false,
): { add(rows: readonly TableRow[]): void; notes(): ColumnNotes[] } {
  const all = Array.from({ length: columns }, () => oneColumn(isSku))

  function add(rows: readonly TableRow[]): void {
    for (const { row, cells } of rows) {
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column] ?? null
        if (cell !== null) all[column]?.add(row, cell)
      }
    }
  }

  return { add, notes: () => all.map((column) => column.notes()) }
}

const onlyDigits = /^\d+$/
/** What is left of a letter: a sign for none, or one of UTF-8 read as Windows. */
const brokenLetters = /\ufffd|[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|Ð[\u0080-\u00bf°±²³]/
const plain = /^[\x20-\x7e]*$/
const longestValue = 60

function oneColumn(isSku: IsSku) {
  const numbers = numberNotes()
  const zeros = lostZeros()
  const damage = { scientific: tally(), brokenLetters: tally() }
  const dates = { dmy: tally(), mdy: tally(), ymd: tally(), either: tally(), clear: tally(), 'without-year': tally() }
  /** Those that no SKU of the store is, all and without a year: a program may have made them of texts. */
  const stray = { all: tally(), short: tally() }
  let filled = 0
  let yesNo = 0

  function add(row: number, cell: Exclude<Cell, null>): void {
    filled++
    if (typeof cell === 'string') return addText(row, cell)
    if (typeof cell === 'object') return 'date' in cell ? addDate('clear', row, cell) : undefined
    if (yesOrNo(cell) !== null) yesNo++
    if (typeof cell !== 'number') return
    numbers.addNumber()
    if (Number.isInteger(cell) && cell >= 0) zeros.add(row, String(cell))
    // Fifteen digits are all that a spreadsheet keeps.
    if (Math.abs(cell) >= 1e15) counted(damage.scientific, row, cell)
  }

  function addText(row: number, cell: string): void {
    const first = cell.charCodeAt(0)
    const isDigitFirst = isDigit(first)
    // Nearly all numbers end here; “0” and “1” may be answers too.
    if (isDigitFirst && cell.length > 1) {
      const evidence = plainEvidence(cell)
      if (evidence === 'none') zeros.add(row, cell)
      if (evidence) return numbers.addEvidence(evidence, row, cell)
    }
    if (!plain.test(cell) && brokenLetters.test(cell)) counted(damage.brokenLetters, row, cell)
    if (cell.length > longestValue) return
    if ((!isDigitFirst || cell.length === 1) && yesOrNo(cell) !== null) yesNo++
    if (isDigitFirst && onlyDigits.test(cell)) zeros.add(row, cell)
    else if (first < 0x3a && isScientific(cell)) return counted(damage.scientific, row, cell)
    if (numbers.add(row, cell)) return
    const date = dateEvidence(cell)
    if (date !== null) addDate(date, row, cell)
  }

  function addDate(date: keyof Dates, row: number, cell: Exclude<Cell, null>): void {
    counted(dates[date], row, cell)
    if (typeof cell === 'string' && isSku(cell)) return
    counted(stray.all, row, cell)
    if (date === 'without-year') counted(stray.short, row, cell)
  }

  function notes(): ColumnNotes {
    const found: [ColumnDamage['kind'], Tally][] = [
      ['scientific', damage.scientific],
      ['lost-zeros', zeros.notes()],
      ['dates-of-texts', strayDates()],
      ['broken-letters', damage.brokenLetters],
    ]
    return {
      filled,
      numbers: numbers.notes(),
      dates: dateNotes(dates),
      yesNo,
      damage: found
        .filter(([, { count }]) => count > 0)
        .map(([kind, { count, examples }]) => ({ kind, count, examples })),
    }
  }

  /** Dates where most are none. A year is no part of what a program makes of “1-3”, or it is this one. */
  function strayDates(): Tally {
    const count = Object.values(dates).reduce((sum, each) => sum + each.count, 0)
    return count > filled / 2 ? stray.short : stray.all
  }

  return { add, notes }
}

type Dates = Record<'dmy' | 'mdy' | 'ymd' | 'either' | 'clear' | 'without-year', Tally>

function dateNotes({ dmy, mdy, ymd, either, clear }: Dates): ColumnNotes['dates'] {
  const count = [dmy, mdy, ymd, either, clear].reduce((sum, each) => sum + each.count, 0)
  const orders = [['dmy', dmy] as const, ['mdy', mdy] as const].filter(([, tallied]) => tallied.count > 0)
  const [order] = orders
  if (orders.length > 1) return { count, order: 'ask', examples: [...mdy.examples, ...dmy.examples].slice(0, 3) }
  if (order) return { count, order: order[0], examples: order[1].examples }
  if (either.count > 0) return { count, order: 'ask', examples: either.examples }
  return ymd.count > 0
    ? { count, order: 'ymd', examples: ymd.examples }
    : { count, order: 'any', examples: clear.examples }
}
