import { expect, test } from '@playwright/test'
import { startDemoStore, type DemoStore } from '../support/demo-store-process'
import { median, report } from '../support/bench-table'
import { openBenchSession } from './bench-session'

const products = 20_000
const rounds = 3
/** As pull-full.ts asks. */
const pageLimit = 100
const pagesAtOnce = 3

test(`full pull of ${products} products`, async () => {
  const store = await startDemoStore(['--products', String(products), '--rate-limit', '0'])
  const pulls: number[] = []
  const loops: number[] = []
  try {
    // The store makes its answers ready when they are first asked for.
    await bareLoop(store)
    for (let round = 0; round < rounds; round++) {
      loops.push(await seconds(() => bareLoop(store)))
      pulls.push(await fullPull(store))
    }
  } finally {
    await store.stop()
  }
  report({
    name: `full pull of ${products} products`,
    value: median(pulls),
    yardstick: { name: 'fetch and parse the same pages', value: median(loops) },
    unit: 's',
    goal: { ratioAtMost: 5 },
  })
  // Ecwid's limit of 600 requests a minute is what a real pull waits for.
  report({
    name: `full pull of ${products} products, work on this machine`,
    value: median(pulls),
    yardstick: { name: 'its pages at 600 requests a minute, computed', value: (products / pageLimit / 600) * 60 },
    unit: 's',
    goal: { ratioAtMost: 1 },
  })
})

async function fullPull(store: DemoStore): Promise<number> {
  const bench = openBenchSession(store)
  try {
    return await seconds(async () => {
      bench.session.startPulling()
      await bench.until(({ sync }) => sync?.phase === 'idle' || sync?.phase === 'failed')
      expect(bench.session.catalogue.products.count()).toBe(products)
    })
  } finally {
    await bench.close()
  }
}

async function bareLoop(store: DemoStore): Promise<void> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  let next = 0
  let read = 0
  async function loop(): Promise<void> {
    while (next < products) {
      const offset = next
      next += pageLimit
      const query = `sortBy=ADDED_TIME_ASC&offset=${offset}&limit=${pageLimit}`
      const response = await fetch(`${store.baseUrl}/products?${query}`, { headers })
      const { items } = (await response.json()) as { items: unknown[] }
      read += items.length
    }
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, loop))
  expect(read).toBe(products)
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
