import type { Page } from '@playwright/test'
import { percentile, report } from '../support/bench-table'
import { withWindows } from './bench-windows'
import { echoTyped, letterTimes } from './letter-times'
import { test } from './large-store-test'

const rounds = 4
const typed = { name: 'A mug of stoneware', subtitle: 'small and blue', sku: 'mug-0042', price: '1234.50' }

test('a letter typed into the product form', async ({ large }) => {
  await withWindows(large, async ({ app, empty }) => {
    await echoTyped(empty.page)
    await openFirst(app.page)
    const own: number[] = []
    const plain: number[] = []
    for (let round = 0; round < rounds; round++) {
      for (const [field, text] of Object.entries(typed)) {
        plain.push(...(await letterTimes(empty.page, { input: 'input', output: 'output', text })))
        const input = `[data-field="${field}"] input`
        own.push(...(await letterTimes(app.page, { input, output: input, text })))
      }
    }
    for (const [label, share] of [['p50', 0.5] as const, ['p95', 0.95] as const]) {
      report({
        name: `a letter typed into the product form until painted, ${label}`,
        value: percentile(own, share),
        yardstick: { name: `a letter echoed by an empty window, ${label}`, value: percentile(plain, share) },
        unit: 'ms',
        goal: { ratioAtMost: 1.5 },
      })
    }
  })
})

async function openFirst(page: Page): Promise<void> {
  await page.locator('[role="grid"] [data-index="0"]').dblclick()
  await page.locator('[data-field="name"] input').waitFor()
}
