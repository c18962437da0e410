import fc from 'fast-check'
import { expect, it } from 'vitest'
import { playing } from '../../../support/playing'
import { openSyncedStore } from '../../../support/synced-store'
import { createTestClock } from '../../../support/test-clock'

// Stock in doubt, with nobody else at the product: it is never asked, never counted twice and never lost, whatever else its owner does.

const delta = fc.constantFrom(-3, -1, 2, 5)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ stock: delta }) },
  { weight: 2, arbitrary: fc.constant({ price: true as const }) },
  { weight: 4, arbitrary: fc.record({ lose: fc.constantFrom('drop-before', 'drop-after', 'drop-mid-body') }) },
  { weight: 2, arbitrary: fc.constant({ crash: true as const }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.constantFrom(1_000, 60_000, 3_600_000) }) },
  { weight: 2, arbitrary: fc.constant({ pull: true as const }) },
  { weight: 4, arbitrary: fc.constant({ push: true as const }) },
)

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

async function play(steps: readonly Step[]): Promise<void> {
  const clock = createTestClock()
  const synced = await openSyncedStore({ products: 30 }, { clock })
  try {
    await synced.pull()
    const { rows } = synced.catalogue.search({ inStock: true, sort: 'NAME_ASC' }, 0, 100)
    const { id, ecwidId } = rows.find((each) => (each.quantity ?? 0) > 8 && each.variationCount === 0)!
    clock.skip(60_000)
    const fields = () => synced.session.product(id).fields
    const update = (patch: object) =>
      synced.session.changes.apply({
        source: 'form',
        label: { code: 'text', text: 'Test' },
        operations: [{ kind: 'update', productId: id, fields: patch }],
      })
    let wanted = fields().quantity
    let price = fields().price
    for (const each of steps) {
      if ('stock' in each) {
        wanted += each.stock
        update({ quantity: fields().quantity + each.stock })
      } else if ('price' in each) update({ price: (price += 1) })
      else if ('lose' in each) {
        const match = { method: 'PUT', path: `/products/${ecwidId}(?!.*asTest)` }
        await synced.control('POST', '/faults', { kind: each.lose, match })
      } else if ('crash' in each) await synced.crash()
      else if ('wait' in each) clock.skip(each.wait)
      else if ('pull' in each) await synced.pull()
      else await synced.settled()
      expect(fields()).toMatchObject({ quantity: wanted, price })
    }
    await synced.control('DELETE', '/faults')
    synced.session.resume()
    await synced.settled()
    expect(synced.catalogue.changes.openOf('product', id)).toEqual([])
    expect(await synced.remote(ecwidId!)).toMatchObject({ quantity: wanted, price })
    await synced.pull()
    expect(fields()).toMatchObject({ quantity: wanted, price })
  } finally {
    await synced.close()
  }
}

it('the stock is the start and every difference, once', { timeout: playing.timeout }, async () => {
  const sequences = playing.count('sequences of stock alone')
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 14, size: 'max' }),
      playing.inTime(async (steps) => {
        await play(steps)
        sequences.add()
      }),
    ),
    playing.parameters(25),
  )
  expect(sequences.total).toBeGreaterThan(0)
})
