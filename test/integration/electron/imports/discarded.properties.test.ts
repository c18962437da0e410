import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pngBytes } from '../../../support/picture-files'
import { openImports, type OpenImports } from './an-import'

// A review of a table that is discarded and brought back, in whatever order: what was left out is left out, the copies of its pictures
// are there as long as it can come back, and nothing is written but by a yes, once.

const act = fc.record({
  does: fc.constantFrom('discard', 'discard', 'back', 'back', 'out', 'in', 'for good', 'rest', 'newer', 'yes'),
  at: fc.nat(2),
})
type Step = { does: string; at: number }

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const shots = [1, 2, 3].map((shade) => pngBytes(60, 60, { shade }))

/** A review of three products, of each the price and a picture. */
async function reviewed(price: number): Promise<number> {
  const rows = shots.map((_, at) => `M-${at + 1},${price + at},shot-${at}.png`)
  const { proposal } = await table.imported(table.csv('SKU,Price,Image 1', ...rows))
  return proposal!.id
}

/** The price, and the content of the picture. */
const waiting = (productId: number) =>
  table.mugs
    .openOf(productId)
    .map(({ list, after }) => (list === null ? after : /[0-9a-f]{64}/.exec(JSON.stringify(after))?.[0]))

async function play(steps: readonly Step[]): Promise<void> {
  await table.close()
  table = openImports()
  const ids = [1, 2, 3].map((n) => table.mugs.put(n, { price: 1 }))
  for (const [at, bytes] of shots.entries()) table.put(`shot-${at}.png`, bytes)
  let price = 10
  let id = await reviewed(price)
  let state: 'open' | 'discarded' | 'written' | 'gone' = 'open'
  const out = new Set<number>()
  const written = new Map<number, unknown[]>()

  async function does({ does: what, at }: Step): Promise<void> {
    if (what === 'rest') {
      table.pass(2 * 60_000)
      await table.bulk.untilStill()
    } else if (what === 'discard' && (state === 'open' || state === 'written')) {
      table.bulk.discard(id)
      state = state === 'open' ? 'discarded' : 'gone'
    } else if (what === 'for good' && state === 'open') {
      table.bulk.discardForGood(id)
      state = 'gone'
    } else if (what === 'back' && state === 'discarded') {
      expect(table.bulk.bringBack(id)).toMatchObject({ id, state: 'ready', products: 3 - out.size })
      state = 'open'
    } else if (what === 'back' && state === 'gone') {
      expect(() => table.bulk.bringBack(id)).toThrow()
    } else if ((what === 'out' || what === 'in') && state === 'open') {
      table.bulk.leaveOut(id, { productId: ids[at]! }, what === 'out')
      out[what === 'out' ? 'add' : 'delete'](at)
      expect(table.bulk.current()).toMatchObject({ products: 3 - out.size })
    } else if (what === 'newer' && state !== 'open') {
      const former = id
      id = await reviewed((price += 10))
      out.clear()
      if (state === 'discarded') expect(() => table.bulk.bringBack(former)).toThrow()
      state = 'open'
    } else if (what === 'yes' && state === 'open' && written.size === 0 && out.size < 3) {
      await table.bulk.applied()
      for (const n of [0, 1, 2]) if (!out.has(n)) written.set(n, [price + n, sha(shots[n]!)])
      state = 'written'
    }
  }

  for (const step of steps) {
    await does(step)
    expect(ids.map(waiting)).toEqual([0, 1, 2].map((n) => written.get(n) ?? []))
    if (state === 'open' || state === 'discarded')
      expect(table.staged()).toEqual(expect.arrayContaining(shots.map((bytes) => sha(bytes))))
  }
}

it('a review that is discarded and brought back is what it was, and written by its yes alone', async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), play), {
    numRuns: Number(process.env['STOCKROOM_RUNS'] ?? 12),
  })
})
