import { expect } from 'vitest'
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { createProposals } from '../../../electron/bulk/proposals'
import { openCatalogue, type Catalogue } from '../../../electron/catalogue/catalogue'
import { createChanges } from '../../../electron/changes/changes'
import { createExports } from '../../../electron/exports/exports'
import { createImports } from '../../../electron/imports/imports'
import { noWords } from '../../../electron/shared/fields/kind'
import { report } from '../../support/bench-table'
import { largeCount } from '../large-store'
import { test } from './large-store-test'

/** Fewer, to see that it runs. */
const rowCount = Number(process.env['STOCKROOM_BENCH_ROWS'] ?? largeCount)

/** With what a row is about, the size of its variation and whether stock is counted, twenty columns. */
const columns = [
  ...['sku', 'name', 'price', 'compareToPrice', 'costPrice', 'quantity', 'enabled', 'categoryIds', 'subtitle'],
  ...['description', 'weight', 'isShippingRequired', 'dimensions.length', 'dimensions.width', 'dimensions.height'],
]

test(`a table of ${rowCount} rows and 20 columns is read, matched and compared with ${largeCount} products`, async ({
  large,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-imports-'))
  const catalogue = openCatalogue(large.database())
  const path = join(folder, 'table.csv')
  try {
    await writeTable(catalogue, path)
    await bare(path)
    const parsed = await timed(() => bare(path))
    const { imports, reviewed, stop } = openImports(catalogue)
    const { targets, shape } = await imports.look(path, {})
    expect(targets.filter((target) => target !== null)).toHaveLength(20)
    const asked = { choices: {}, targets, columns: [...shape.columns], decimals: [], what: 'update' as const }
    const matched = await timed(async () => {
      const { rows, unmatched } = await imports.propose(path, asked)
      expect({ rows, unmatched }).toEqual({ rows: rowCount, unmatched: 0 })
    })
    const compared = await timed(reviewed)
    await stop()
    report({
      name: `${rowCount} rows of 20 columns read and matched`,
      value: matched.ms / 1000,
      yardstick: { name: 'papaparse, bare', value: parsed.ms / 1000 },
      unit: 's',
    })
    report({
      name: `${rowCount} rows of 20 columns read, matched and compared, a value in ten of them another one`,
      value: (matched.ms + compared.ms) / 1000,
      yardstick: { name: 'papaparse, bare', value: parsed.ms / 1000 },
      unit: 's',
      goal: { ratioAtMost: 3 },
    })
  } finally {
    catalogue.close()
    rmSync(folder, { recursive: true })
  }
})

/** As it was exported, as many rows of it, with another price in each tenth. */
async function writeTable(catalogue: Catalogue, path: string): Promise<void> {
  let ended = () => {}
  const over = new Promise<void>((resolve) => (ended = resolve))
  const none = () => Promise.reject(new Error('No pictures are asked for.'))
  const exports = createExports({
    connectionId: 'bench',
    catalogue,
    words: () => noWords,
    store: () => ({ id: 1003, name: 'Bench' }),
    fetch: none,
    bytesOf: none,
    fileOf: none,
    ecwid: { downloadFile: none },
    now: Date.now,
    onChanged: ({ state }) => state !== 'writing' && ended(),
    logError: console.error,
  })
  const ids = catalogue.searchIds({}).slice(0, rowCount)
  await exports.start({ selection: { ids }, format: 'csv', decimal: '.', columns }, async () => path)
  await over
  const all = Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data
  // Products have rows of variations behind theirs.
  const data = all.slice(0, rowCount + 1)
  const price = data[0]?.indexOf('Price') ?? -1
  for (let at = 1; at < data.length; at += 10) {
    const row = data[at]
    if (row) row[price] = String(Number(row[price]) + 1)
  }
  writeFileSync(path, Papa.unparse(data))
}

function openImports(catalogue: Catalogue) {
  const changes = createChanges({ catalogue, now: Date.now, onChanged: () => {}, logError: console.error })
  let hear = () => {}
  const proposals = createProposals({
    connectionId: 'bench',
    catalogue,
    changes,
    words: () => noWords,
    newDefaults: () => ({}),
    now: Date.now,
    after: () => () => {},
    onChanged: () => hear(),
    onTimed: () => {},
    onDue: () => {},
    noteChanged: () => {},
    takeSnapshot: () => Promise.resolve(),
    lookFirst: () => {},
    giveBack: () => {},
    assertCanWrite: () => {},
    logError: console.error,
  })
  const holdStaged = () => ({ stage: () => Promise.reject(new Error('No file is named.')), end: () => {} })
  return {
    imports: createImports({ catalogue, words: () => noWords, proposals, holdStaged }),
    reviewed: async () => {
      while (proposals.current()?.state !== 'ready') await new Promise<void>((resolve) => (hear = resolve))
    },
    stop: async () => {
      await proposals.stop()
      await changes.stop()
    },
  }
}

/** As papaparse streams a file itself. */
const bare = (path: string) =>
  new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path, 'utf8'), { chunk: () => {}, complete: () => resolve(), error: reject })
  })

async function timed(work: () => Promise<unknown>): Promise<{ ms: number }> {
  const start = performance.now()
  await work()
  return { ms: performance.now() - start }
}
