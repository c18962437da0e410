import { percentile, report } from '../support/bench-table'
import { withWindows } from './bench-windows'
import { test } from './large-store-test'
import { echoTyped, letterTimes, rowsTyped } from './letter-times'
import { searchTexts } from './search-texts'

const rounds = 2

test('a letter typed into the window', async ({ large }) => {
  await withWindows(large, async ({ app, empty }) => {
    const own: number[] = []
    const plain: number[] = []
    const rows: number[] = []
    for (let round = 0; round < rounds; round++) {
      for (const text of Object.values(searchTexts).flat()) {
        await echoTyped(empty.page)
        plain.push(...(await letterTimes(empty.page, { input: 'input', output: 'output', text })))
        own.push(...(await letterTimes(app.page, { input: 'input[type="search"]', output: '[role="grid"]', text })))
        await rowsTyped(empty.page)
        rows.push(...(await letterTimes(empty.page, { input: 'input', output: '[role="grid"]', text })))
      }
    }
    for (const [label, share, ratioAtMost] of [['p50', 0.5, 1.5] as const, ['p95', 0.95, 2.5] as const]) {
      report({
        name: `a letter typed until its rows are painted, ${label}`,
        value: percentile(own, share),
        yardstick: { name: `a letter echoed by an empty window, ${label}`, value: percentile(plain, share) },
        unit: 'ms',
        goal: { ratioAtMost },
      })
      report({
        name: `a letter typed until its rows are painted, ${label}, beside plain rows`,
        value: percentile(own, share),
        yardstick: { name: `as many plain rows drawn by an empty window, ${label}`, value: percentile(rows, share) },
        unit: 'ms',
      })
    }
  })
})
