import { expect, test } from '@playwright/test'
import { writeXlsx, streamXlsxRows } from 'hucre/xlsx'
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { columnNotes } from '../../electron/tables/columns/column-notes'
import { openTable } from '../../electron/tables/open-table'
import { report } from '../support/bench-table'

const rowCount = 100_000
const columnCount = 20
const header = Array.from({ length: columnCount }, (_, column) => `Column ${column}`)

/** Half texts, some of them quoted, half numbers. */
function cellsOf(row: number): (string | number)[] {
  return header.map((_, column) => {
    if (column % 2 === 1) return row * 1.25 + column
    return column % 4 === 0 ? `Product ${row}, as it is called in column ${column}` : `SKU-${row}-${column}`
  })
}

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))

test(`a CSV file of ${rowCount} rows and ${columnCount} columns is read`, async () => {
  const path = join(folder, 'table.csv')
  const rows = Array.from({ length: rowCount }, (_, row) => cellsOf(row))
  writeFileSync(path, Papa.unparse([header, ...rows]))
  await measured('CSV', path, { name: 'papaparse, bare', read: () => bareCsv(path) })
})

test(`a workbook of ${rowCount} rows and ${columnCount} columns is read`, async () => {
  test.setTimeout(10 * 60_000)
  const path = join(folder, 'table.xlsx')
  const rows = Array.from({ length: rowCount }, (_, row) => cellsOf(row))
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Table', rows: [header, ...rows] }] }))
  await measured('XLSX', path, { name: 'hucre, bare', read: () => bareXlsx(path) })
})

async function measured(
  format: string,
  path: string,
  bare: { name: string; read: () => Promise<number> },
): Promise<void> {
  // The first look reads from the disk and compiles, all others do not.
  await ours(path, () => {})
  const yardstick = await timed(bare.read)
  expect(yardstick.result).toBe(rowCount + 1)
  const read = await timed(() => ours(path, () => {}))
  expect(read.result).toBe(rowCount)
  const notes = columnNotes(columnCount)
  const noted = await timed(() => ours(path, (rows) => notes.add(rows)))
  const seconds = { name: bare.name, value: yardstick.ms / 1000 }
  report({ name: `${format} read`, value: read.ms / 1000, yardstick: seconds, unit: 's', goal: { ratioAtMost: 1.5 } })
  report({
    name: `${format} read, and what its columns say`,
    value: noted.ms / 1000,
    yardstick: seconds,
    unit: 's',
    goal: { ratioAtMost: 2.5 },
  })
  report({
    name: `${format} read: the longest time that all else waits`,
    value: noted.longestMs,
    yardstick: { name: bare.name, value: yardstick.longestMs },
    unit: 'ms',
    goal: { atMost: 50 },
  })
}

async function ours(path: string, take: (rows: Parameters<ReturnType<typeof columnNotes>['add']>[0]) => void) {
  let count = 0
  for await (const { rows } of (await openTable({ path })).portions()) {
    take(rows)
    count += rows.length
  }
  return count
}

/** As papaparse streams a file itself. */
const bareCsv = (path: string) =>
  new Promise<number>((resolve, reject) => {
    let count = 0
    Papa.parse<string[]>(createReadStream(path, 'utf8'), {
      skipEmptyLines: true,
      chunk: ({ data }) => void (count += data.length),
      complete: () => resolve(count),
      error: reject,
    })
  })

async function bareXlsx(path: string): Promise<number> {
  let count = 0
  for await (const _ of streamXlsxRows(readFileSync(path))) count++
  return count
}

/** How long it takes, and how long a timer had to wait meanwhile. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; longestMs: number }> {
  let [last, longestMs] = [performance.now(), 0]
  const note = () => {
    const now = performance.now()
    longestMs = Math.max(longestMs, now - last)
    last = now
  }
  const timer = setInterval(note, 1)
  const start = performance.now()
  const result = await work()
  note()
  clearInterval(timer)
  return { result, ms: last - start, longestMs }
}
