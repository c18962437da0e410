import { streamXlsxRows } from 'hucre/xlsx'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWhole } from '../../../../electron/disk/write-whole'
import { xlsx } from '../../../../electron/exports/write-xlsx'
import { unzipped } from '../../../support/unzipped'
import { openMugExports, type MugExports } from './mug-exports'

let mugs: MugExports['mugs']
let exports: MugExports['exports']
let close: MugExports['close']
beforeEach(() => void ({ mugs, exports, close } = openMugExports()))
afterEach(() => close())

/** The texts of the parts of a workbook, by their names. */
async function partsOf(path: string) {
  const files = await unzipped(path)
  return (part: string): string => files.get(part)?.toString() ?? ''
}

describe('a workbook', () => {
  async function sheet(name: string): Promise<unknown[][]> {
    const rows: unknown[][] = []
    for await (const { values } of streamXlsxRows(readFileSync(exports.fileOf(name)))) rows.push(values)
    return rows
  }

  it('has numbers as numbers, switches as switches, and texts that are never formulas', async () => {
    mugs.put(1, { name: '=1+1', sku: '_x0041_', price: 9.5, enabled: true })
    await exports.written('all.xlsx', { format: 'xlsx' })
    const [header = [], row = []] = await sheet('all.xlsx')
    const cell = (title: string) => row[header.indexOf(title)]
    expect(['Name', 'SKU', 'Price', 'Enabled'].map(cell)).toEqual(['=1+1', '_x0041_', 9.5, true])
  })

  it('has a header that filters, whatever signs stand below it', async () => {
    for (const at of [1, 2, 3]) mugs.put(at, { name: `Mug & "${at}" <\u0001\r\n>` })
    await exports.written('all.xlsx', { format: 'xlsx' })
    const parts = await partsOf(exports.fileOf('all.xlsx'))
    const [, range] =
      /<\/sheetData><autoFilter ref="(.*?)"\/><\/worksheet>$/.exec(parts('xl/worksheets/sheet1.xml')) ?? []
    expect(range).toMatch(/^A1:[A-Z]+4$/)
    expect(parts('xl/workbook.xml')).toMatch(/localSheetId="0" hidden="1">'Products'!\$A\$1:\$[A-Z]+\$4</)
    const [, ...rows] = await sheet('all.xlsx')
    expect(rows.map((row) => row[1])).toEqual([1, 2, 3].map((at) => `Mug & "${at}" <\u0001\r\n>`))
  })

  it('goes on in further sheets, each with its header and its filter, where one is full', async () => {
    async function* numbers() {
      for (let at = 0; at < 5; at += 1) yield [at, new Date(Date.UTC(2026, 2, 4, at))]
    }
    const columns = ['No.', 'At'].map((title) => ({ title, width: 8 }))
    await writeWhole(
      exports.fileOf('many.xlsx'),
      xlsx(numbers(), { name: 'Rows', columns, mostRows: 3 }, () => {}),
    )
    const parts = await partsOf(exports.fileOf('many.xlsx'))
    expect(
      ['1', '2', '3'].map((at) => /autoFilter ref="(.*?)"/.exec(parts(`xl/worksheets/sheet${at}.xml`))?.[1]),
    ).toEqual(['A1:B3', 'A1:B3', 'A1:B2'])
    expect(await sheet('many.xlsx')).toEqual([
      ['No.', 'At'],
      [0, new Date(Date.UTC(2026, 2, 4))],
      [1, new Date(Date.UTC(2026, 2, 4, 1))],
    ])
  })

  it('leaves out what no cell of it can hold, and counts that', async () => {
    mugs.put(1, { description: 'a'.repeat(32_768) })
    mugs.put(2, { description: 'b'.repeat(32_767) })
    expect(await exports.written('all.xlsx', { format: 'xlsx' })).toMatchObject({ products: 2, leftOut: 1 })
    const [header = [], ...rows] = await sheet('all.xlsx')
    expect(rows.map((row) => String(row[header.indexOf('Description')] ?? '').length)).toEqual([0, 32_767])
  })
})
