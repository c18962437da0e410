import keytar from 'keytar'
import { expect, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile, report } from '../support/bench-table'
import { startDemoStore } from '../support/demo-store-process'
import type { RunningApp } from '../support/running-app'
import { withWindows } from './bench-windows'
import { callMain, onlyConnection } from './call-main'
import { settingsFor } from './large-store'
import { watched } from './pauses'
import { searchTexts } from './search-texts'

const products = 20_000
const quietRounds = 3
const edits = products * 2.5
const sentSeconds = 30
const pageSize = 100

test(`main, window and searches while ${products} products are pulled`, async () => {
  test.setTimeout(10 * 60_000)
  const store = await startDemoStore(['--products', String(products), '--rate-limit', '0'])
  const service = `stockroom-bench-${randomUUID()}`
  const id = randomUUID()
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  try {
    await keytar.setPassword(service, id, store.secretToken)
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settingsFor(id, store.storeId)))
    const env = { STOCKROOM_API_URL: store.origin, STOCKROOM_KEYCHAIN_SERVICE: service }
    await withWindows({ userData: () => ({ folder, env }) }, async ({ app, empty }) => {
      const during = await watched(`${products} products pulled`, { app, empty }, () => searchUntil(app, isPulled))
      const quiet = await searchUntil(app, (_app, round) => Promise.resolve(round >= quietRounds))
      for (const [label, share] of [['p50', 0.5] as const, ['p95', 0.95] as const]) {
        report({
          name: `a search during a full pull (${during.length}), ${label}`,
          value: percentile(during, share),
          yardstick: { name: `a search when it is over (${quiet.length}), ${label}`, value: percentile(quiet, share) },
          unit: 'ms',
          ...(label === 'p95' && { goal: { ratioAtMost: 1.2 } }),
        })
      }
      const title = `${edits} changes applied and ${sentSeconds} s of them sent`
      await watched(title, { app, empty }, async () => {
        await editAll(app)
        await new Promise((resolve) => setTimeout(resolve, sentSeconds * 1000))
      })
    })
  } finally {
    await keytar.deletePassword(service, id)
    await store.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
})

/** Two fields of each product, of every other one three. */
async function editAll({ page }: RunningApp): Promise<void> {
  const connectionId = await onlyConnection(page)
  for (let offset = 0; offset < products; offset += pageSize) {
    const { rows } = await callMain(page, 'catalogue.search', { connectionId, query: {}, offset, limit: pageSize })
    const operations = rows.map(({ id: productId }, at) => {
      const fields = { price: 1000 + at, weight: 2, ...(at % 2 ? { costPrice: 3 } : {}) }
      return { kind: 'update' as const, productId, fields }
    })
    const label = { code: 'edit-product' as const, product: 'Bench' }
    await callMain(page, 'changes.apply', { connectionId, source: 'list', label, operations })
  }
}

async function isPulled({ page }: RunningApp): Promise<boolean> {
  const { sync, productCount } = await callMain(page, 'stores.open', { connectionId: await onlyConnection(page) })
  if (sync.problem) throw new Error(sync.problem.message)
  return sync.phase === 'idle' && productCount === products
}

/** Types texts letter by letter, at the pace of a fast typist, round after round; how long each answer took, ms. */
async function searchUntil(
  app: RunningApp,
  isOver: (app: RunningApp, round: number) => Promise<boolean>,
): Promise<number[]> {
  const connectionId = await onlyConnection(app.page)
  const times: number[] = []
  for (let round = 0; !(await isOver(app, round)); round += 1) {
    expect(round).toBeLessThan(100)
    times.push(...(await typed(app, connectionId)))
  }
  return times
}

function typed({ page }: RunningApp, connectionId: string): Promise<number[]> {
  return page.evaluate(
    async ({ id, texts }) => {
      const times: number[] = []
      for (const text of texts) {
        for (let length = 1; length <= text.length; length += 1) {
          const start = performance.now()
          const query = { text: text.slice(0, length) }
          await window.stockroom.call('catalogue.search', { connectionId: id, query, offset: 0, limit: 50 })
          times.push(performance.now() - start)
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
      return times
    },
    { id: connectionId, texts: Object.values(searchTexts).flat().slice(0, 8) },
  )
}
