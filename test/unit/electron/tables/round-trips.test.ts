import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { csvCell } from '../../../../electron/shared/csv-cell'
import type { Cell, TableEncoding, TableSeparator } from '../../../../electron/shared/table'
import { readWholeTable } from '../../../support/read-whole-table'
import { writtenFiles } from '../../../support/written-files'

const { file } = writtenFiles()

/** What people write into cells, with whatever a program for tables may stumble over. */
const sign = fc.constantFrom(...(' \t\r\n",;|\'=+-@0123456789.,aäßéñ€“–中文😀_x&<>'.match(/./gsu) ?? []))
const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))
const rowsOf = (cell: fc.Arbitrary<Cell>) =>
  fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }))

/** Without what a table does not tell: empty rows, and what is empty at their end. */
function told(rows: readonly (readonly Cell[])[]): Cell[][] {
  const cells = rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))
  return cells
    .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))
    .filter((row) => row.length > 0)
}

const separators: TableSeparator[] = [',', ';', '\t', '|']
function encoded(csv: string, encoding: TableEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(csv)
  const bytes = Buffer.from(`\ufeff${csv}`, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}
const header = 'Name one,Name two,Three,Four,Five'.split(',')

it('reads every table as it was written, with each separator and end of line, in each encoding', async () => {
  const written = fc.record({
    rows: rowsOf(text),
    separator: fc.constantFrom(...separators),
    encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
    end: fc.constantFrom('\n', '\r\n'),
  })
  await fc.assert(
    fc.asyncProperty(written, async ({ rows, separator, encoding, end }) => {
      const lines = [header, ...rows].map((cells) => cells.map((cell) => csvCell(String(cell))).join(separator))
      const source = file(encoded(lines.join(end), encoding), 'one.csv')
      const read = await readWholeTable(source, { headerRow: 1 })
      expect({ ...read, rows: read.cells }).toMatchObject({ separator, encoding, columns: header, rows: told(rows) })
    }),
    { numRuns: 300 },
  )
})

it('reads every workbook as hucre writes it', async () => {
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  )
  const rows = rowsOf(fc.oneof(text, number, fc.boolean(), fc.constant(null)))
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const source = file(
        await writeXlsx({ sheets: [{ name: 'Sheet', rows: [header, ...written] as never }] }),
        'one.xlsx',
      )
      const { cells, columns } = await readWholeTable(source, { headerRow: 1 })
      expect([columns, cells]).toEqual([header, told(written)])
    }),
    { numRuns: 60 },
  )
})
