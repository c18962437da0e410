import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SnapshotOccasion } from '../../../../electron/shared/snapshot'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'

const dayMs = 24 * 3_600_000
const byHand: SnapshotOccasion = { code: 'by-hand' }

let mugs: Mugs
let snapshots: ReturnType<typeof openSnapshots>
let ids: number[]
let at: number
beforeEach(() => {
  mugs = openMugs()
  ids = [1, 2, 3].map((n) => mugs.put(n, { description: `Stoneware, ${n}. `.repeat(50) }))
  at = 1_000_000
  snapshots = openSnapshots(mugs.catalogue, { now: () => at })
})
afterEach(async () => {
  await snapshots.stop()
  await mugs.changes.stop()
  mugs.close()
})

const list = () => snapshots.all().list

describe('a snapshot', () => {
  it('holds all products, and says when and why it was taken', async () => {
    await snapshots.take({ code: 'import', file: 'prices.xlsx' })
    expect(list()).toMatchObject([
      { takenAt: at, occasion: { code: 'import', file: 'prices.xlsx' }, products: 3, bytes: expect.any(Number) },
    ])
    expect(list()[0]?.bytes).toBeGreaterThan(100)
  })

  it('costs nothing where nothing is another, and little where little is', async () => {
    await snapshots.take(byHand)
    await snapshots.take(byHand)
    mugs.put(1, { price: 12, description: 'Short.' })
    await snapshots.take(byHand)
    const [third, second, first] = list()
    expect(second?.bytes).toBe(0)
    expect(third?.bytes).toBeGreaterThan(0)
    expect(third?.bytes).toBeLessThan((first?.bytes ?? 0) / 2)
  })

  it('keeps once what goes away and comes back', async () => {
    await snapshots.take(byHand)
    mugs.put(1, { price: 12, description: 'Short.' })
    await snapshots.take(byHand)
    mugs.put(1, { description: 'Stoneware, 1. '.repeat(50) })
    await snapshots.take(byHand)
    expect(list()[0]?.bytes).toBe(0)
  })

  it('takes no time of the store for a change', async () => {
    await snapshots.take(byHand)
    mugs.put(1, { description: 'Stoneware, 1. '.repeat(50), updateTimestamp: 900, updated: '2026-05-03' })
    await snapshots.take(byHand)
    expect(list().map(({ bytes }) => bytes > 0)).toEqual([false, true])
  })
})

describe('every day', () => {
  it('one is taken where something has changed since the newest', async () => {
    await snapshots.daily()
    await snapshots.take(byHand)
    expect(list().map(({ occasion }) => occasion.code)).toEqual(['by-hand', 'daily'])
    at += dayMs - 1
    mugs.put(1, { price: 12 })
    await snapshots.daily()
    expect(list()).toHaveLength(2)
    at += 1
    await snapshots.daily()
    expect(list().map(({ occasion }) => occasion.code)).toEqual(['daily', 'by-hand', 'daily'])
    at += dayMs
    await snapshots.daily()
    expect(list()).toHaveLength(3)
  })

  it('none is kept where what was done was undone', async () => {
    await snapshots.take(byHand)
    mugs.apply({ kind: 'update', productId: ids[0]!, fields: { price: 12 } })
    mugs.changes.takeBack(mugs.openOf(ids[0]!).map(({ id }) => id))
    at += dayMs
    await snapshots.daily()
    expect(list()).toHaveLength(1)
  })
})

describe('snapshots are kept', () => {
  it('for as long as their owner says, and the newest for ever', async () => {
    await snapshots.keepFor(7)
    await snapshots.take(byHand)
    at += 4 * dayMs
    await snapshots.take(byHand)
    at += 4 * dayMs
    await snapshots.take(byHand)
    expect(list().map(({ takenAt }) => (at - takenAt) / dayMs)).toEqual([0, 4])
    at += 100 * dayMs
    await snapshots.keepFor(30)
    expect(list()).toHaveLength(1)
    await snapshots.keepFor(null)
    await snapshots.take(byHand)
    at += 1000 * dayMs
    await snapshots.take(byHand)
    expect(list()).toHaveLength(3)
  })

  it('also without one that is let go of, whose content the next one may need', async () => {
    await snapshots.take(byHand)
    mugs.put(1, { description: 'Short.' })
    await snapshots.take(byHand)
    const [second, first] = list()
    await snapshots.remove(first!.id)
    expect(list()).toHaveLength(1)
    // What only the first one held is gone, the rest is the second one's.
    expect(list()[0]!.bytes).toBeGreaterThan(second!.bytes)
    expect(list()[0]!.bytes).toBeLessThan(first!.bytes + second!.bytes)
    await expect(snapshots.remove(first!.id)).rejects.toThrow('no longer there')
  })

  it('and the next one is whole where the newest is let go of', async () => {
    await snapshots.take(byHand)
    const [{ bytes } = { bytes: 0 }] = list()
    mugs.put(1, { description: 'Short.' })
    await snapshots.take(byHand)
    await snapshots.remove(list()[0]!.id)
    await snapshots.take(byHand)
    expect(list().map((one) => one.bytes)).toEqual([expect.any(Number), bytes])
    expect(list()[0]!.bytes).toBeGreaterThan(0)
  })
})

it('is none where the program ended while it was taken; the next one holds all of it', async () => {
  const { catalogue } = mugs
  const half = catalogue.snapshots.begin(at, byHand)
  catalogue.snapshots.put(half, ids[0]!, '{"product":{}}')
  const crashed = openMugs({ file: mugs.file })
  try {
    const again = openSnapshots(crashed.catalogue, { now: () => at })
    expect(again.all().list).toEqual([])
    await again.take(byHand)
    expect(again.all().list).toMatchObject([{ products: 3 }])
    await snapshots.take(byHand)
    expect(list()[0]?.bytes).toBe(again.all().list[0]?.bytes)
    await again.stop()
  } finally {
    crashed.close()
  }
})
