import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createImports } from '../../../../electron/imports/imports'
import { csvCell } from '../../../../electron/shared/csv-cell'
import type { TableChoices } from '../../../../electron/shared/table'
import { readWholeTable } from '../../../support/read-whole-table'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { holdNothing } from './an-import'
import { wordsOfMugs } from './full-mug'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let imports: ReturnType<typeof createImports>
let folder: string
beforeEach(() => {
  mugs = openMugs()
  ;[1, 2, 3].forEach((n) => mugs.put(n))
  const words = () => wordsOfMugs
  bulk = openProposals({ ...mugs, words })
  imports = createImports({ catalogue: mugs.catalogue, words, proposals: bulk, holdStaged: holdNothing })
  folder = mkdtempSync(join(tmpdir(), 'stockroom-results-'))
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
  rmSync(folder, { recursive: true })
})

/** Imports a file, and compares what is saved of it with what was read of it. */
async function isAsRead(path: string, choices: TableChoices) {
  const input = await readWholeTable({ path }, choices)
  if (input.cells.length === 0) {
    await expect(imports.look(path, choices)).rejects.toThrow('a header and no rows below it')
    return
  }
  const { targets, shape } = await imports.look(path, choices)
  const of = await imports.propose(path, {
    choices,
    targets,
    columns: [...shape.columns],
    decimals: ['.', '.', '.', '.'],
    what: 'both',
  })
  const back = join(folder, `back.${shape.format === 'text' ? 'csv' : 'xlsx'}`)
  const written = await imports.saveRows({ tableId: of.tableId }, 'all', async () => back)
  const output = await readWholeTable(
    { path: back },
    { headerRow: 1, ...(shape.separator ? { separator: shape.separator } : {}) },
  )
  expect(output.columns.slice(2)).toEqual(input.columns)
  expect(output.cells.map((cells) => cells.slice(2))).toEqual(input.cells)
  expect(written?.rows).toBe(input.cells.length)
  expect(output.cells.every(([result]) => typeof result === 'string')).toBe(true)
}

const sku = fc.constantFrom('M-1', 'm-2', 'NONE', '')
const sign = fc.constantFrom(...(' \t\r\n",;|\'=+-@0123456789.äß€中😀_x&<>'.match(/./gsu) ?? []))
const text = fc.array(sign, { maxLength: 10 }).map((signs) => signs.join(''))
const header = ['SKU', 'Note', 'Price', 'Name']

it('a file of results has the rows of its CSV, in order and with equal cells, whatever stands in them', async () => {
  const rows = fc.array(fc.tuple(sku, text, text, text, text), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t', '|'), async (cells, separator) => {
      const path = join(folder, 'in.csv')
      // Some rows have a cell too many.
      const lines = [header, ...cells.map((row) => (row[4].length < 8 ? row.slice(0, 4) : row))]
      writeFileSync(path, lines.map((line) => line.map((cell) => csvCell(cell)).join(separator)).join('\r\n'))
      await isAsRead(path, { headerRow: 1, separator: separator as ',' })
    }),
    { numRuns: 25 },
  )
})

it('a file of results has the rows of its workbook, with its numbers, dates and switches', async () => {
  const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  const moment = date.map((each) => new Date(Math.floor(each.getTime() / 1000) * 1000))
  const cell = fc.oneof(
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    moment,
    fc.constant(null),
  )
  const rows = fc.array(fc.tuple(sku, cell, cell, cell), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const path = join(folder, 'in.xlsx')
      writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Sheet', rows: [header, ...cells] }] }))
      await isAsRead(path, { headerRow: 1 })
    }),
    { numRuns: 15 },
  )
})
