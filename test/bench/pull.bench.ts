import { expect, test } from '@playwright/test'
import { startDemoStore, type DemoStore } from '../support/demo-store-process'
import { median, report } from '../support/bench-table'
import { openBenchSession } from './bench-session'
import { copyRows } from './copy-rows'

const products = 20_000
const rounds = 3
/** As pull-full.ts asks. */
const pageLimit = 100
const pagesAtOnce = 3

test(`full pull of ${products} products`, async () => {
  const store = await startDemoStore(['--products', String(products), '--rate-limit', '0'])
  const pulls: Spent[] = []
  const loops: Spent[] = []
  const copies: number[] = []
  try {
    // The store makes its answers ready when they are first asked for.
    await bareLoop(store)
    for (let round = 0; round < rounds; round++) {
      loops.push(await spent(() => bareLoop(store)))
      pulls.push(await fullPull(store, copies))
    }
  } finally {
    await store.stop()
  }
  report({
    name: `full pull of ${products} products`,
    value: median(pulls.map(({ wall }) => wall)),
    yardstick: { name: 'fetch and parse the same pages', value: median(loops.map(({ wall }) => wall)) },
    unit: 's',
    goal: { ratioAtMost: 3 },
  })
  report({
    name: `full pull of ${products} products, processor time, beside SQLite alone`,
    value: median(pulls.map(({ processor }) => processor)),
    yardstick: { name: 'SQLite copying the rows of the copy, processor time', value: median(copies) },
    unit: 's',
  })
  report({
    name: `full pull of ${products} products, processor time`,
    value: median(pulls.map(({ processor }) => processor)),
    yardstick: { name: 'fetch and parse, processor time', value: median(loops.map(({ processor }) => processor)) },
    unit: 's',
  })
  // Ecwid's limit of 600 requests a minute is what a real pull waits for.
  report({
    name: `full pull of ${products} products, work on this machine`,
    value: median(pulls.map(({ wall }) => wall)),
    yardstick: { name: 'its pages at 600 requests a minute, computed', value: (products / pageLimit / 600) * 60 },
    unit: 's',
    goal: { ratioAtMost: 1 },
  })
})

async function fullPull(store: DemoStore, copies: number[]): Promise<Spent> {
  const bench = openBenchSession(store)
  try {
    const pull = await spent(async () => {
      bench.session.startPulling()
      await bench.until(({ sync }) => sync?.phase === 'idle' || sync?.phase === 'failed')
      expect(bench.session.snapshot().productCount).toBe(products)
    })
    copies.push(copyRows(bench.database, pageLimit))
    return pull
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

/** Seconds on the clock, and of processors by this process: those hardly depend on who else uses the machine. */
type Spent = { wall: number; processor: number }

async function spent(work: () => Promise<void>): Promise<Spent> {
  const start = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}
