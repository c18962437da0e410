import { expect } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
const columns = Array.from({ length: 20 }, (_, at) => ({ title: `Column ${at}`, width: 16 }))

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
    for (const format of ['csv', 'xlsx'] as const) {
      const bare = await timed(() =>
        format === 'csv'
          ? writeWhole(join(folder, 'bare.csv'), csvForSpreadsheet(rows(), way))
          : writeWhole(
              join(folder, 'bare.xlsx'),
              xlsx(rows(), { name: 'Bare', columns }, () => {}),
            ),
      )
      const whole = await timed(async () => {
        const over = new Promise<void>((resolve) => (ended = resolve))
        const asked = { selection: { query: {}, except: [] }, format, decimal: '.' } as const
        await exports.start({ ...asked, selection: { query: {}, except: [] } }, async () =>
          join(folder, `all.${format}`),
        )
        await over
      })
      expect(exports.current(null).newest).toMatchObject({ state: 'written', products: largeCount })
      report({
        name: `${largeCount} products in a ${format} file, processor time`,
        value: whole.seconds,
        yardstick: { name: 'as many rows of 20 cells written bare, processor time', value: bare.seconds },
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

async function* rows(): AsyncIterable<WrittenCell[]> {
  for (let at = 0; at < largeCount; at += 1) {
    yield Array.from({ length: 20 }, (_, column) => (column % 2 ? at + column / 4 : `Product ${at} of ${column}`))
  }
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
