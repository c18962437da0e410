import fc from 'fast-check'
import { expect, it } from 'vitest'
import { imagesOf, pictureKey } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'

const which = fc.nat({ max: 2 })
const act = fc.oneof(
  fc.record({ does: fc.constant('edit' as const), which, price: fc.nat({ max: 99 }), subtitle: fc.string() }),
  fc.record({ does: fc.constant('edited-by-others' as const), which, price: fc.nat({ max: 99 }), name: fc.string() }),
  fc.record({ does: fc.constant('sold' as const), which, quantity: fc.nat({ max: 9 }) }),
  fc.record({ does: fc.constant('deleted-by-others' as const), which }),
  fc.record({ does: fc.constant('picture-removed' as const), which, at: fc.nat({ max: 3 }) }),
  fc.record({ does: fc.constant('picture-added' as const), which, isMain: fc.boolean() }),
  fc.record({ does: fc.constant('arranged' as const), which, at: fc.nat({ max: 3 }) }),
  fc.record({ does: fc.constant('described' as const), which, at: fc.nat({ max: 3 }), alt: fc.string() }),
  fc.record({ does: fc.constant('translated' as const), which, at: fc.nat({ max: 3 }), alt: fc.string() }),
  fc.record({ does: fc.constant('add' as const), name: fc.string({ minLength: 1 }) }),
  fc.record({ does: fc.constant('snapshot' as const) }),
)

const picturesOf = (n: number) =>
  [0, 1, 2].map((place) => ({
    id: `${n}-${place}`,
    orderBy: place,
    imageOriginalUrl: `https://cdn.example/${n}-${place}.jpg`,
    alt: { main: `${n}, ${place}`, translated: { en: `${n}, ${place}`, de: `Bild ${place}` } },
  }))

type Done = { does: string; at?: number; alt?: string; isMain?: boolean }

function doToPictures(mugs: Mugs, productId: number, { does, at = 0, alt = '', isMain = false }: Done): void {
  const keys = imagesOf(currentProduct(mugs.catalogue, productId)!).map(pictureKey)
  const picture = keys[at]
  if (does === 'picture-added') {
    const source = { url: 'https://cdn.example/new.jpg' }
    mugs.apply({ kind: 'picture.add', productId, source, role: 'gallery', fileName: '', alt: 'New' })
    const shown = imagesOf(currentProduct(mugs.catalogue, productId)!).map(pictureKey)
    if (isMain) mugs.apply({ kind: 'picture.order', productId, order: shown.slice(-1) })
  }
  if (picture === undefined) return
  if (does === 'picture-removed') mugs.apply({ kind: 'picture.remove', productId, picture })
  if (does === 'arranged') mugs.apply({ kind: 'picture.order', productId, order: [picture] })
  if (does === 'described') mugs.apply({ kind: 'picture.alt', productId, picture, alt })
  if (does === 'translated') mugs.apply({ kind: 'picture.alt-in', productId, picture, language: 'de', alt })
}

it('whatever was done: what was then is there again once everything is put back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const mugs = openMugs()
      const snapshots = openSnapshots(mugs.catalogue)
      const bulk = openProposals(mugs)
      const { catalogue } = mugs
      try {
        const ids = [1, 2, 3].map((n) =>
          mugs.put(n, { price: n * 10, description: `<p>${n}</p>`, media: { images: picturesOf(n) } }),
        )
        mugs.apply({ kind: 'update', productId: ids[0]!, fields: { subtitle: 'Waits' } })
        await snapshots.take({ code: 'by-hand' })
        const snapshotId = snapshots.all().list[0]!.id
        for (const one of acts) {
          if (one.does === 'snapshot') await snapshots.take({ code: 'by-hand' })
          else if (one.does === 'add') mugs.apply({ kind: 'create', fields: { name: `New ${one.name}` } })
          else {
            const id = ids[one.which]!
            if (!catalogue.products.get(id)) continue
            const { price, subtitle, name, quantity } = { price: 1, subtitle: '', name: '', quantity: 4, ...one }
            const ecwidId = one.which + 1
            doToPictures(mugs, id, one)
            if (one.does === 'edit') mugs.apply({ kind: 'update', productId: id, fields: { price, subtitle } })
            if (one.does === 'edited-by-others') mugs.put(ecwidId, { price, name: `By others ${name}` })
            if (one.does === 'sold') mugs.put(ecwidId, { quantity })
            if (one.does === 'deleted-by-others') {
              mugs.changes.takeBack(mugs.openOf(id).map((change) => change.id))
              catalogue.products.remove(id)
            }
          }
        }
        const action = { kind: 'put-back', snapshotId, fields: null, stock: true, deletes: true } as const
        bulk.propose({ selection: { snapshotId }, action })
        const { refused, products } = await bulk.reaches('ready')
        expect(refused).toBe(0)
        if (products > 0) await bulk.applied()
        const { things, tally } = await snapshots.compare({ snapshotId, offset: 0, limit: 50 })
        // What was added to a product since stays.
        const left = things.flatMap(({ differences, became }) =>
          differences.map(({ list, verb }) => [became, list, verb]),
        )
        expect(left.filter(([, list, verb]) => list !== 'pictures' || verb !== 'add')).toEqual([])
        expect(tally).toMatchObject({ new: { products: 0 }, gone: { products: 0 }, goBack: 0 })
        bulk.propose({ selection: { snapshotId }, action })
        expect(await bulk.reaches('ready')).toMatchObject({ products: 0, refused: 0 })
        expect(catalogue.products.count()).toBe(3)
      } finally {
        await snapshots.stop()
        await bulk.stop()
        await mugs.changes.stop()
        mugs.close()
      }
    }),
    { numRuns: 12 },
  )
})
