import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '../support/app'
import { runUpload } from '../support/upload/upload-run'

test.use({ storeArguments: ['--rate-limit', '0'] })

let folder: string
test.beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'stockroom-faults-')), 'shoot')
  mkdirSync(folder)
})
test.afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

// `npm run soak` plays the same with 5,000 files and more kills.
test('an upload through faults and a kill arrives once, and can be undone', async ({ page, store, relaunch }) => {
  test.setTimeout(120_000)
  const fixed = { seed: 7, files: 60, faultEvery: 30, patience: 60_000, say: () => {} }
  await runUpload({ ...fixed, mode: 'append', kills: ['uploading'], folder, page, store, relaunch })
})
