import { expect, type Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from '../support/bench-table'
import { dropFiles } from '../support/drop-files'
import { photo, writeFiles } from './bench-photos'
import { withWindows } from './bench-windows'
import { callMain, onlyConnection } from './call-main'
import { test } from './large-store'
import { watchFrames, watchMain } from './pauses'

const fileCount = 5000
const perProduct = 2
/** Two frames at 60 a second: one was missed. */
const slowMs = 32
const longMs = 50

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
        const stops = {
          main: await watchMain(app),
          idleMain: await watchMain(empty),
          frames: await watchFrames(app.page),
          idleFrames: await watchFrames(empty.page),
        }
        await work()
        const [main, idleMain] = [await stops.main(), await stops.idleMain()]
        const [frames, idleFrames] = [await stops.frames(), await stops.idleFrames()]
        const title = `${fileCount} files ${name}`
        report({
          name: `${title}: the longest pause of main (over ${longMs} ms: ${countOver(main, longMs)})`,
          value: main.at(-1) ?? 0,
          yardstick: { name: `an idle main (${countOver(idleMain, longMs)})`, value: idleMain.at(-1) ?? 0 },
          unit: 'ms',
          goal: { atMost: 16 },
        })
        report({
          name: `${title}: frames over ${slowMs} ms of ${frames.length}`,
          value: countOver(frames, slowMs),
          yardstick: { name: `an idle window, of ${idleFrames.length}`, value: countOver(idleFrames, slowMs) },
          unit: 'frames',
          goal: { ratioAtMost: 1.1 },
        })
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
})

const uploadButton = (page: Page) => page.getByRole('button', { name: /^Upload \d/ })
const countOver = (times: readonly number[], ms: number) => times.filter((each) => each > ms).length

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
