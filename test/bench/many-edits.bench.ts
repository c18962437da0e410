import { test } from '@playwright/test'
import type { Operation } from '../../electron/shared/change'
import { toSet } from '../../electron/shared/change-address'
import { startDemoStore, type DemoStore } from '../support/demo-store-process'
import { median, report } from '../support/bench-table'
import { openBenchSession } from './bench-session'
import { takenBack } from './taken-back'

const products = 20_000
/** As many as one call edits. */
const atOnce = 2000
const rounds = 3
const sent = 200

const label = { code: 'text', text: 'Bench' } as const
type Bench = ReturnType<typeof openBenchSession>

test(`${products} products edited at once`, async () => {
  const store = await startDemoStore(['--products', String(products), '--rate-limit', '0'])
  try {
    const few = await withPulled(store, async (bench) => {
      edit(bench, 0, sent)
      // The first of a program run before they are compiled.
      await processorTimeOfNext(bench)
      edit(bench, 1, sent)
      return processorTimeOfNext(bench)
    })
    await withPulled(store, async (bench) => {
      const edits: number[] = []
      const bare: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        edits.push(edit(bench, round, products))
        bare.push(bareTransaction(bench))
      }
      report({
        name: `${perProduct * products} fields of ${products} products changed`,
        value: median(edits),
        yardstick: { name: 'a bare transaction that writes the same rows', value: median(bare) },
        unit: 's',
        goal: { ratioAtMost: 3 },
      })
      const open = bench.session.summary().waiting
      const many = await processorTimeOfNext(bench)
      report({
        name: `processor time for each product sent, ${open} changes open`,
        value: many,
        yardstick: { name: `the same, ${perProduct * sent} changes open`, value: few },
        unit: 'ms',
        goal: { ratioAtMost: 1.2 },
      })
    })
  } finally {
    await store.stop()
  }
})

const perProduct = 2.5

/** With the queue held: two fields of each product, of every other one three. The seconds it took. */
function edit({ session }: Bench, round: number, count: number): number {
  session.changes.holdAll(true)
  const { rows } = session.reads.search({}, 0, count)
  const operations = rows.map(({ id }, at): Operation => {
    const fields = { price: 1000 + at + round, weight: 2 + round, ...(at % 2 ? { costPrice: 3 + round } : {}) }
    return { kind: 'update', productId: id, fields }
  })
  const start = performance.now()
  for (let at = 0; at < count; at += atOnce) {
    session.changes.apply({ source: 'list', label, operations: operations.slice(at, at + atOnce) })
  }
  return (performance.now() - start) / 1000
}

/** The rows that an edit writes, of changes and of the list, in seconds. */
const bareTransaction = (bench: Bench): number =>
  takenBack(bench, products, ({ changes, products: table }, known) => {
    const setId = changes.insertSet({ source: 'list', label, createdAt: 0, revertOf: null })
    known.forEach(({ id, name, product }, at) => {
      for (const field of ['price', 'weight', ...(at % 2 ? (['costPrice'] as const) : [])] as const) {
        changes.insert(setId, { ...toSet(field), productId: id, productName: name, before: 1, after: 2 })
      }
      table.index(id, product, { state: 'waiting', hidden: false })
    })
  })

/** Ms of processors by this process for each of the next products that are sent. */
async function processorTimeOfNext({ session, until }: Bench): Promise<number> {
  const before = session.summary().waiting
  const start = process.cpuUsage()
  session.changes.holdAll(false)
  await until(() => session.summary().waiting <= Math.max(0, before - perProduct * sent))
  const { user, system } = process.cpuUsage(start)
  session.changes.holdAll(true)
  return (user + system) / 1000 / sent
}

async function withPulled<T>(store: DemoStore, work: (bench: Bench) => Promise<T>): Promise<T> {
  const bench = openBenchSession(store)
  try {
    bench.session.startPulling()
    await bench.until(({ sync }) => sync?.phase === 'idle')
    return await work(bench)
  } finally {
    await bench.close()
  }
}
