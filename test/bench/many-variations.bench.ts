import { test } from '@playwright/test'
import { report } from '../support/bench-table'
import { startDemoStore } from '../support/demo-store-process'
import { openBenchSession } from './bench-session'

const count = 1000
/** Ecwid takes so many in one request. */
const inOne = 200

test(`requests of ${count} new variations`, async () => {
  test.setTimeout(5 * 60_000)
  const store = await startDemoStore(['--products', '20', '--rate-limit', '0'])
  const bench = openBenchSession(store)
  try {
    const texts = (what: string) => Array.from({ length: 10 }, (_, at) => `${what} ${at + 1}`)
    const choices = (what: string) =>
      texts(what).map((text) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' }))
    const names = ['Size', 'Colour', 'Finish']
    const options = names.map((name) => ({ type: 'SELECT', name, choices: choices(name), required: false }))
    bench.session.startPulling()
    await bench.until(({ sync }) => sync?.phase === 'idle' || sync?.phase === 'failed')
    const { rows } = bench.session.reads.search({}, 0, 100)
    const [one] = rows.filter(({ variationCount }) => variationCount === 0)
    if (!one) throw new Error('Every product has variations')
    const detail = () => bench.session.product(one.id)
    const save = (operations: Parameters<typeof bench.session.changes.applyInParts>[0]['operations']) =>
      bench.session.changes.applyInParts({ source: 'form', label: { code: 'text', text: 'Bench' }, operations })
    await save([{ kind: 'update', productId: one.id, fields: { options } }])
    await bench.until(() => detail().state === 'synced' && detail().fields.options.length === names.length)
    const before = bench.requests.length
    await save(
      Array.from({ length: count }, (_, at) => ({
        kind: 'variation.add' as const,
        productId: one.id,
        options: names.map((name, place) => {
          return { name, value: `${name} ${(Math.floor(at / 10 ** place) % 10) + 1}` }
        }),
        fields: { sku: `B-${at}`, price: at + 1 },
      })),
    )
    await bench.until(() => detail().state === 'synced' && detail().readOnly.variations.length === count)
    report({
      name: `requests of ${count} new variations, the first of a store`,
      value: bench.requests.length - before,
      yardstick: { name: 'the least possible', value: count / inOne },
      unit: 'requests',
      goal: { ratioAtMost: 1.4 },
    })
  } finally {
    await bench.close()
    await store.stop()
  }
})
