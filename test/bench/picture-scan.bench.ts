import { expect } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCatalogue, type Catalogue } from '../../electron/catalogue/catalogue'
import { createPictureJobs, type PictureJobs } from '../../electron/pictures/jobs/picture-jobs'
import type { PictureJob } from '../../electron/shared/picture-job'
import { createStaging } from '../../electron/pictures/staging'
import { report } from '../support/bench-table'
import { tinyPhoto, writeFiles } from './bench-photos'
import { test } from './large-store-test'

const fileCount = 50_000
const perFolder = 500
/** As scan-files.ts looks at them. */
const atOnce = 4
const headBytes = 4096

test(`${fileCount} files scanned and matched with 100,000 products`, async ({ large }) => {
  test.setTimeout(10 * 60_000)
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const catalogue = openCatalogue(large.database())
  try {
    const dropped = join(folder, 'shoot')
    mkdirSync(dropped)
    writeFiles(dropped, filesFor(catalogue))
    // The first look reads from the disk, all others from memory.
    await bareScan(dropped)
    const start = performance.now()
    expect(await bareScan(dropped)).toBe(fileCount)
    const bare = performance.now() - start
    const { scanned, matched } = await reviewedJob(catalogue, folder, dropped)
    const yardstick = { name: 'readdir, stat and the head of each file, bare', value: bare / 1000 }
    report({ name: `scan of ${fileCount} files`, value: scanned / 1000, yardstick, unit: 's' })
    report({
      name: `${fileCount} files from the drop to the review, 100,000 products`,
      value: (scanned + matched) / 1000,
      yardstick,
      unit: 's',
      goal: { ratioAtMost: 5 },
    })
  } finally {
    catalogue.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
})

/** One in six belongs to nothing; the others are named by SKUs, in one of the usual ways. */
function* filesFor(catalogue: Catalogue) {
  const pageSize = 5000
  let n = 0
  for (let offset = 0; n < fileCount; offset += pageSize) {
    for (const { sku } of catalogue.search({ sort: 'ADDED_TIME_ASC' }, offset, pageSize).rows) {
      if (n === fileCount) return
      const name = [`${sku}.png`, `${sku}_1.png`, `${sku} (2).png`, `${sku.toLowerCase()}-3.png`, `${sku}-front.png`]
      yield { name: `${Math.floor(n / perFolder)}/${name[n % 6] ?? `IMG_${n}.png`}`, bytes: tinyPhoto(n) }
      n++
    }
  }
}

/** Reads the folders, and of each file its size and its beginning. */
async function bareScan(folder: string): Promise<number> {
  const paths: string[] = []
  for (const name of await readdir(folder)) {
    for (const file of await readdir(join(folder, name))) paths.push(join(folder, name, file))
  }
  let next = 0
  async function loop(): Promise<void> {
    const head = Buffer.alloc(headBytes)
    for (let path = paths[next++]; path; path = paths[next++]) {
      await stat(path)
      const handle = await open(path, 'r')
      await handle.read(head, 0, headBytes, 0)
      await handle.close()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, loop))
  return paths.length
}

/** Ms from the drop until all files are looked at, and from then until the review. */
async function reviewedJob(catalogue: Catalogue, folder: string, dropped: string) {
  const heard: PictureJob[] = []
  let tell = () => {}
  const jobs: PictureJobs = createPictureJobs({
    connectionId: 'bench',
    catalogue,
    staging: createStaging({ folder: join(folder, 'staging') }),
    giveBack: () => {},
    noteChanged: () => {},
    takeBack: () => {},
    retry: () => {},
    revert: () => Promise.resolve(),
    takeSnapshot: () => Promise.resolve(),
    queue: () => ({ pausedUntil: null, blockedBy: null }),
    assertCanWrite: () => {},
    freeBytes: () => Promise.resolve(Infinity),
    now: Date.now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onChanged(job) {
      heard.push(job)
      tell()
    },
    onFinished: () => {},
    logError: (context, error) => console.error(context, error),
  })
  const reached = (state: PictureJob['state']) =>
    new Promise<number>((resolve) => {
      tell = () => heard.at(-1)?.state === state && resolve(performance.now())
      tell()
    })
  const start = performance.now()
  const { id } = await jobs.start([dropped])
  const scanned = await reached('matching')
  const matched = await reached('review')
  const { counts } = jobs.get(id)
  expect(counts.matched).toBeGreaterThan(fileCount * 0.8)
  await jobs.stopAll()
  return { scanned: scanned - start, matched: matched - scanned }
}
