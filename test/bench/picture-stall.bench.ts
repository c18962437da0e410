import { expect, type Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dropFiles } from '../support/drop-files'
import { photo, writeFiles } from './bench-photos'
import { withWindows } from './bench-windows'
import { callMain, onlyConnection } from './call-main'
import { test } from './large-store-test'
import { watched } from './pauses'

const fileCount = 5000
const perProduct = 2

test(`main and window while ${fileCount} files are staged and queued`, async ({ large }) => {
  test.setTimeout(10 * 60_000)
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const dropped = join(folder, 'shoot')
  mkdirSync(dropped)
  try {
    await withWindows(large, async ({ app, empty }) => {
      const connectionId = await onlyConnection(app.page)
      writeFiles(dropped, filesFor(await someSkus(app.page, connectionId)))
      // Nothing is sent: the store of this bench has none of these products.
      await callMain(app.page, 'changes.holdAll', { connectionId, hold: true })
      const phases: { name: string; work: () => Promise<void> }[] = [
        {
          name: 'dropped, scanned and matched',
          work: async () => {
            await dropFiles(app.page.getByRole('navigation', { name: 'Screens' }), [dropped])
            await uploadButton(app.page).waitFor({ timeout: 240_000 })
          },
        },
        {
          name: 'copied and queued',
          work: async () => {
            await uploadButton(app.page).click()
            await untilQueued(app.page, connectionId)
          },
        },
      ]
      for (const { name, work } of phases) {
        await watched(`${fileCount} files ${name}`, { app, empty }, work)
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
})

const uploadButton = (page: Page) => page.getByRole('button', { name: /^Upload \d/ })

function* filesFor(skus: readonly string[]) {
  let n = 0
  for (const sku of skus) {
    for (let place = 1; place <= perProduct; place++) yield { name: `${sku}-${place}.png`, bytes: photo(n++) }
  }
}

async function someSkus(page: Page, connectionId: string): Promise<string[]> {
  const skus: string[] = []
  const limit = 100
  for (let offset = 0; skus.length < fileCount / perProduct; offset += limit) {
    const found = await callMain(page, 'catalogue.search', { connectionId, query: {}, offset, limit })
    skus.push(...found.rows.map(({ sku }) => sku))
  }
  return skus.slice(0, fileCount / perProduct)
}

/** Waits without asking main more often than somebody who looks now and then. */
async function untilQueued(page: Page, connectionId: string): Promise<void> {
  await expect(async () => {
    const [job] = await callMain(page, 'pictureJobs.list', { connectionId })
    expect(job?.state).toBe('uploading')
  }).toPass({ timeout: 240_000, intervals: [2000] })
}
