import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SnapshotOccasion } from '../../../../electron/shared/snapshot'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { writtenNow } from '../../../../electron/snapshots/thing-content'
import { temporaryFile } from '../catalogue/open-catalogue'
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

describe('a copy of a picture that left the store', () => {
  const key = 'https://cdn.example/a.jpg'
  const copy = { hash: 'a'.repeat(64), bytes: 50_000 }
  const withPicture = { media: { images: [{ id: '1', imageOriginalUrl: key }] } }
  const keep = () => mugs.catalogue.snapshots.pictures.keep({ thingId: ids[0]!, key, ...copy })
  const known = () => mugs.catalogue.snapshots.pictures.hashOf(ids[0]!, key)

  it('is kept with the newest snapshot that names it, counted there, and freed with the last one that does', async () => {
    await snapshots.stop()
    const free: string[] = []
    snapshots = openSnapshots(mugs.catalogue, { now: () => at, giveBack: (hashes) => void free.push(...hashes) })
    mugs.put(1, withPicture)
    await snapshots.take(byHand)
    mugs.put(2, { price: 12 })
    await snapshots.take(byHand)
    mugs.put(1)
    await snapshots.take(byHand)
    const before = list().map(({ bytes }) => bytes)
    keep()
    const sizes = () => list().map(({ bytes }, place) => bytes - (before[place] ?? 0))
    expect(sizes()).toEqual([0, copy.bytes, 0])
    expect(mugs.catalogue.snapshots.pictures.stagedHashes()).toEqual([copy.hash])

    const [, second, first] = list()
    await snapshots.remove(second!.id)
    expect(list()[1]!.bytes).toBeGreaterThan(copy.bytes)
    expect(known()).toBe(copy.hash)
    await snapshots.remove(first!.id)
    expect(known()).toBeNull()
    expect(mugs.catalogue.snapshots.pictures.stagedHashes()).toEqual([])
    expect(free).toContain(copy.hash)
  })

  it('is counted once where several snapshots keep it: with the first', async () => {
    mugs.put(1, withPicture)
    await snapshots.take(byHand)
    mugs.put(1)
    mugs.put(2, withPicture)
    await snapshots.take(byHand)
    const before = list().map(({ bytes }) => bytes)
    const sizes = () => list().map(({ bytes }, place) => bytes - (before[place] ?? 0))
    mugs.catalogue.snapshots.pictures.keep({ thingId: ids[1]!, key, ...copy })
    expect(sizes()).toEqual([copy.bytes, 0])
    keep()
    keep()
    expect(sizes()).toEqual([0, copy.bytes])
    const [second, first] = list()
    await snapshots.remove(first!.id)
    expect(list()[0]!.bytes).toBeGreaterThan(second!.bytes + copy.bytes)
    await snapshots.remove(second!.id)
    expect(mugs.catalogue.snapshots.pictures.stagedHashes()).toEqual([])
  })

  it('is kept where the first snapshot that names it is still being taken, and goes with it where it is never finished', async () => {
    mugs.put(1, withPicture)
    const half = mugs.catalogue.snapshots.begin(at, byHand)
    mugs.catalogue.snapshots.put(half, ids[0]!, writtenNow(mugs.catalogue, ids[0]!))
    keep()
    expect(known()).toBe(copy.hash)
    mugs.put(1)
    await snapshots.take(byHand)
    expect(known()).toBeNull()
    expect(list()[0]!.bytes).toBeLessThan(copy.bytes)
  })

  it('goes with others of a snapshot a few at a time, so that nothing waits for them', async () => {
    const keys = Array.from({ length: 40 }, (_, n) => `https://cdn.example/${n}.jpg`)
    mugs.put(1, { media: { images: keys.map((imageOriginalUrl, id) => ({ id: String(id), imageOriginalUrl })) } })
    await snapshots.take(byHand)
    const { snapshots: table } = mugs.catalogue
    keys.forEach((each, n) =>
      table.pictures.keep({ thingId: ids[0]!, key: each, hash: String(n).padStart(64, 'a'), bytes: 1 }),
    )
    const { id } = list()[0]!
    table.letGo(id)
    expect(table.letGoSome(id, 500)).toBe(true)
    expect(table.pictures.of(id)).toHaveLength(15)
  })

  it('is not kept where no snapshot names it', async () => {
    await snapshots.take(byHand)
    mugs.put(1, withPicture)
    keep()
    expect(known()).toBeNull()
  })

  it('has its place from migration 43 on', async () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 42))
    db.exec(`INSERT INTO snapshots (taken_at, occasion, state, bytes) VALUES (1, '{"code":"by-hand"}', 'kept', 7)`)
    db.close()
    const catalogue = openCatalogue(file)
    expect(catalogue.snapshots.all()).toMatchObject([{ bytes: 7 }])
    catalogue.close()
  })

  it('is counted with its snapshot from migration 44 on as it was before', () => {
    const file = temporaryFile()
    const db = openDatabase(file)
    migrate(db, migrations.slice(0, 43))
    for (const bytes of [7, 8]) {
      db.exec(
        `INSERT INTO snapshots (taken_at, occasion, state, bytes) VALUES (1, '{"code":"by-hand"}', 'kept', ${bytes})`,
      )
    }
    const kept = [
      `(1, '/a', 1, 'a', 100)`,
      `(1, '/b', 2, 'a', 100)`,
      `(1, '/c', 2, 'c', 1000)`,
      `(2, '/c', 2, 'c', 1000)`,
    ]
    db.exec(`INSERT INTO snapshot_pictures (thing_id, name, snapshot_id, hash, bytes) VALUES ${kept.join()}`)
    db.close()
    const catalogue = openCatalogue(file)
    expect(catalogue.snapshots.all()).toMatchObject([{ bytes: 1008 }, { bytes: 107 }])
    catalogue.close()
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
