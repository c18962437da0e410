import Database from 'libsql'
import { openCatalogue, type Catalogue } from '../../electron/catalogue/catalogue'
import { productQuerySchema } from '../../electron/shared/product-query'
import { percentile, report } from '../support/bench-table'
import { largeCount } from './large-store'
import { test } from './large-store-test'
import { searchTexts } from './search-texts'

const rounds = 3
const pageSize = 100
const goal = { atMost: 8 }

/** `work`: processor time, which does not grow when the machine is busy with something else. */
type Times = { search: number[]; work: number[]; scan: number[] }

test(`search as you type over ${largeCount} products`, ({ large }) => {
  const file = large.database()
  const catalogue = openCatalogue(file)
  const likeScan = openLikeScan(file)
  try {
    // What the reader reads ahead after a start, while nobody waits.
    for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789') catalogue.search({ text: letter }, 0, pageSize)
    for (const [kind, texts] of Object.entries(searchTexts)) {
      const times = typed(catalogue, likeScan.run, texts)
      for (const [label, share] of [['p50', 0.5] as const, ['p95', 0.95] as const]) {
        report({
          name: `a letter typed, ${kind}, ${label}`,
          value: percentile(times.search, share),
          yardstick: { name: `LIKE over names and SKUs, ${label}`, value: percentile(times.scan, share) },
          unit: 'ms',
          ...(label === 'p95' ? { goal } : {}),
        })
      }
      report({
        name: `a letter typed, ${kind}, p95 of processor time`,
        value: percentile(times.work, 0.95),
        yardstick: { name: 'LIKE over names and SKUs, p50', value: percentile(times.scan, 0.5) },
        unit: 'ms',
        goal,
      })
    }
    const sorted = sortedAndFiltered(catalogue, likeScan.run)
    report({
      name: 'first page of a new sort or filter, p95',
      value: percentile(sorted.search, 0.95),
      yardstick: { name: 'LIKE over names and SKUs, p95', value: percentile(sorted.scan, 0.95) },
      unit: 'ms',
      goal: { atMost: 16 },
    })
  } finally {
    likeScan.close()
    catalogue.close()
  }
})

/** Every letter of every text. Each text begins after a write, as during a pull, which makes what was remembered old. */
function typed(catalogue: Catalogue, scan: (text: string) => void, texts: readonly string[]): Times {
  const times: Times = { search: [], work: [], scan: [] }
  for (let round = 0; round < rounds; round++) {
    for (const [n, text] of texts.entries()) {
      touch(catalogue, round * texts.length + n)
      for (let length = 1; length <= text.length; length++) {
        const beginning = text.slice(0, length)
        const before = process.cpuUsage()
        times.search.push(milliseconds(() => catalogue.search({ text: beginning }, 0, pageSize)))
        const { user, system } = process.cpuUsage(before)
        times.work.push((user + system) / 1000)
        times.scan.push(milliseconds(() => scan(beginning)))
      }
    }
  }
  return times
}

function sortedAndFiltered(catalogue: Catalogue, scan: (text: string) => void): Times {
  const queries: unknown[] = [
    {},
    { sort: 'NAME_ASC' },
    { sort: 'PRICE_DESC' },
    { sort: 'UPDATED_TIME_DESC' },
    { enabled: true },
    { inStock: true, sort: 'NAME_DESC' },
    { onSale: true, priceFrom: 10, priceTo: 90, sort: 'PRICE_ASC' },
    { categoryIds: [7], sort: 'ADDED_TIME_DESC' },
    { options: [{ name: 'Size', values: ['M'] }] },
  ]
  const times: Times = { search: [], work: [], scan: [] }
  for (const [n, query] of queries.entries()) {
    touch(catalogue, n)
    const parsed = productQuerySchema.parse(query)
    times.search.push(milliseconds(() => catalogue.search(parsed, 0, pageSize)))
    times.scan.push(milliseconds(() => scan('the')))
  }
  return times
}

/** Changes the words of one product, as a delta pull does. */
function touch(catalogue: Catalogue, n: number): void {
  const id = 1 + (n % 100)
  const remote = catalogue.products.get(id)?.remote
  if (remote)
    catalogue.products.index(id, { ...remote, name: `${remote.name} ${n}` }, { state: 'synced', hidden: false })
}

/** What search would be without an index of its own: the first page and the number of all. */
function openLikeScan(file: string) {
  const db = new Database(file)
  const page = db.prepare(`SELECT id, name, sku, price FROM products WHERE name LIKE ? OR sku LIKE ? LIMIT ${pageSize}`)
  const count = db.prepare('SELECT count(*) FROM products WHERE name LIKE ? OR sku LIKE ?')
  return {
    run: (text: string): void => {
      page.all([`%${text}%`, `%${text}%`])
      count.get([`%${text}%`, `%${text}%`])
    },
    close: () => db.close(),
  }
}

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
