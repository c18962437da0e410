import { expect } from 'vitest'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { csvForSpreadsheet } from '../../../electron/exports/write-csv'
import { xlsx } from '../../../electron/exports/write-xlsx'
import { openCatalogue } from '../../../electron/catalogue/catalogue'
import { createExports } from '../../../electron/exports/exports'
import { writeWhole } from '../../../electron/disk/write-whole'
import { noWords } from '../../../electron/shared/fields/kind'
import type { WrittenCell } from '../../../electron/shared/table'
import { report } from '../../support/bench-table'
import { largeCount } from '../large-store'
import { test } from './large-store-test'

const way = { separator: ',', decimal: '.' } as const

test(`${largeCount} products written into files`, async ({ large }) => {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-exports-'))
  const catalogue = openCatalogue(large.database())
  let ended = () => {}
  const exports = createExports({
    connectionId: 'bench',
    catalogue,
    words: () => noWords,
    store: () => ({ id: 1003, name: 'Bench' }),
    fetch: () => Promise.reject(new Error('No pictures are asked for.')),
    bytesOf: () => Promise.reject(new Error('No pictures are asked for.')),
    fileOf: () => Promise.reject(new Error('No files are asked for.')),
    ecwid: { downloadFile: () => Promise.reject(new Error('No files are asked for.')) },
    now: Date.now,
    onChanged: ({ state }) => state !== 'writing' && ended(),
    logError: console.error,
  })
  try {
    let cells: WrittenCell[][] = []
    for (const format of ['csv', 'xlsx'] as const) {
      const path = join(folder, `all.${format}`)
      const whole = await timed(async () => {
        const over = new Promise<void>((resolve) => (ended = resolve))
        await exports.start({ selection: { query: {}, except: [] }, format, decimal: '.' }, async () => path)
        await over
      })
      if (format === 'csv') cells = cellsOf(path)
      const [{ length: rowCount }, width] = [cells, cells[0]?.length ?? 0]
      const columns = Array.from({ length: width }, (_, at) => ({ title: `Column ${at}`, width: 16 }))
      const bare = await timed(() =>
        format === 'csv'
          ? writeWhole(join(folder, 'bare.csv'), csvForSpreadsheet(rowsOf(cells), way))
          : writeWhole(
              join(folder, 'bare.xlsx'),
              xlsx(rowsOf(cells), { name: 'Bare', columns }, () => {}),
            ),
      )
      expect(exports.current(null).newest).toMatchObject({ state: 'written', products: largeCount })
      report({
        name: `${largeCount} products in a ${format} file, processor time`,
        value: whole.seconds,
        yardstick: {
          name: `the same ${rowCount} rows of ${width} cells written bare, processor time`,
          value: bare.seconds,
        },
        unit: 's',
        goal: { ratioAtMost: 2 },
      })
      report({
        name: `memory that ${format} of ${largeCount} products takes at most`,
        value: whole.megabytes,
        yardstick: { name: 'the rows written bare', value: bare.megabytes },
        unit: 'MB',
        goal: { atMost: 150 },
      })
    }
  } finally {
    await exports.stop()
    catalogue.close()
    rmSync(folder, { recursive: true })
  }
})

/** What stands in the file, numbers as numbers. */
function cellsOf(path: string): WrittenCell[][] {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true })
  return data.slice(1).map((row) => row.map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)))
}

async function* rowsOf(rows: WrittenCell[][]): AsyncIterable<WrittenCell[]> {
  yield* rows
}

/** Processor time of this process, and how far its memory rose above what it had. */
async function timed(work: () => Promise<void>): Promise<{ seconds: number; megabytes: number }> {
  globalThis.gc?.()
  const [cpu, before] = [process.cpuUsage(), process.memoryUsage().rss]
  let most = before
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
  await work()
  clearInterval(watching)
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (user + system) / 1e6, megabytes: Math.max(1, (most - before) / 1e6) }
}
