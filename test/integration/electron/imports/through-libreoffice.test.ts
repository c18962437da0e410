import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openExports } from '../../../support/an-export'
import { readWholeTable } from '../../../support/read-whole-table'
import { openImports, type OpenImports } from './an-import'
import { wordsOfMugs } from './full-mug'
import { putOddTexts } from './odd-texts'

// A workbook of ours that LibreOffice opened and saved: what it shows is what we wrote, and imported again it is no news.

let table: OpenImports
let exports: ReturnType<typeof openExports>
beforeEach(() => {
  table = openImports()
  putOddTexts(table)
  exports = openExports({ catalogue: table.mugs.catalogue, words: () => wordsOfMugs })
})
afterEach(async () => {
  await exports.close()
  await table.close()
})

const recorded = (name: string): string => resolve('test/fixtures/exports', name)
/** Cells as texts: a CSV has nothing else, and LibreOffice ends lines in its own way. */
async function textsOf(path: string, headerRow = 1) {
  const { columns, cells } = await readWholeTable({ path }, { headerRow })
  const text = (cell: unknown) => String(cell ?? '').replace(/\r\n?/g, '\n')
  return [
    columns,
    ...cells.map((row) => columns.map((_, at) => text(row[at]).replace(/^(true|false)$/, (is) => is.toUpperCase()))),
  ]
}

describe('a workbook of ours in LibreOffice', () => {
  it.each(['libreoffice-7.4.xlsx', 'libreoffice-7.4.csv'])('has what was written into each cell: %s', async (name) => {
    await exports.written('all.xlsx', { format: 'xlsx' })
    expect(await textsOf(recorded(name))).toEqual(await textsOf(exports.fileOf('all.xlsx')))
  })

  it.each(['libreoffice-7.4.xlsx', 'libreoffice-7.4.csv'])(
    'is no news when it comes back as it saved it: %s',
    async (name) => {
      const decimals = Array.from({ length: 100 }, () => '.' as const)
      const { added, variations, unmatched } = await table.imported(recorded(name), { decimals })
      expect({ added, variations, unmatched }).toEqual({ added: 0, variations: 0, unmatched: 0 })
      expect(table.rows().filter(([, , , standing]) => standing !== 'same')).toEqual([])
    },
  )
})
