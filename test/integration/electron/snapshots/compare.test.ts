import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'

let mugs: Mugs
let snapshots: ReturnType<typeof openSnapshots>
let ids: number[]
let then: number
beforeEach(async () => {
  mugs = openMugs()
  ids = [1, 2, 3].map((n) => mugs.put(n, { price: n * 10 }))
  snapshots = openSnapshots(mugs.catalogue)
  await snapshots.take({ code: 'by-hand' })
  then = snapshots.all().list[0]!.id
})
afterEach(async () => {
  await snapshots.stop()
  await mugs.changes.stop()
  mugs.close()
})

const compare = (offset = 0, limit = 50) => snapshots.compare({ snapshotId: then, offset, limit })

const alone = (products: number) => ({ products, categories: 0, productTypes: 0 })

describe('a snapshot compared with now', () => {
  it('differs in nothing where nothing is another, or is again as it was', async () => {
    mugs.put(1, { price: 12 })
    await snapshots.take({ code: 'by-hand' })
    mugs.put(1, { price: 10 })
    expect(await compare()).toEqual({
      total: 0,
      tally: { changed: alone(0), new: alone(0), gone: alone(0), goBack: 0 },
      things: [],
      called: { categories: [], types: [] },
    })
  })

  it('says field by field what changed in the store and here, sent or not', async () => {
    mugs.put(1, { price: 12, subtitle: 'By hand' })
    mugs.apply({ kind: 'update', productId: ids[1]!, fields: { price: 21 } })
    const { things, tally } = await compare()
    expect(tally).toMatchObject({ changed: alone(2), new: alone(0), gone: alone(0) })
    const lines = things.map(({ id, name, differences }) => [
      id,
      name,
      differences.map(({ field, before, after }) => [field, before, after]),
    ])
    expect(lines).toEqual([
      [ids[1], 'Mug 2', [['price', 20, 21]]],
      [
        ids[0],
        'Mug 1',
        [
          ['subtitle', '', 'By hand'],
          ['price', 10, 12],
        ],
      ],
    ])
  })

  it('names what came and what went since', async () => {
    const made = mugs.put(4)
    mugs.apply({ kind: 'delete', productId: ids[0]! })
    mugs.catalogue.products.remove(ids[1]!)
    const { things, tally } = await compare()
    expect(tally).toEqual({ changed: alone(0), new: alone(1), gone: alone(2), goBack: 2 })
    expect(things.map(({ id, name, became }) => [id, name, became])).toEqual([
      [made, 'Mug 4', 'new'],
      [ids[1], 'Mug 2', 'gone'],
      [ids[0], 'Mug 1', 'gone'],
    ])
  })

  it('counts of how much something can be put back', async () => {
    const image = { id: 'a', imageOriginalUrl: 'https://cdn.example/a.jpg', alt: { main: 'Front' } }
    mugs.put(1, { media: { images: [image] } })
    mugs.apply({ kind: 'category.create', name: 'New', parentId: 0 })
    mugs.catalogue.products.remove(ids[1]!)
    const { things, tally } = await compare()
    expect(tally).toMatchObject({
      changed: alone(1),
      new: { ...alone(1), categories: 1 },
      gone: alone(1),
      goBack: 1,
    })
    expect(things.filter(({ goesBack }) => goesBack).map(({ name }) => name)).toEqual(['Mug 2'])
  })

  it('comes a page at a time, and later snapshots change nothing of it', async () => {
    for (const n of [1, 2, 3]) mugs.put(n, { price: 1 })
    await snapshots.take({ code: 'by-hand' })
    const first = await compare(0, 2)
    const rest = await compare(2, 2)
    expect([first.total, rest.total]).toEqual([3, 3])
    expect([...first.things, ...rest.things].map(({ id }) => id)).toEqual([...ids].reverse())
  })

  it('is refused where it is no longer there', async () => {
    await snapshots.remove(then)
    await expect(compare()).rejects.toThrow('no longer there')
  })
})
