import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs } from '../changes/catalogue-of-mugs'

const which = fc.nat({ max: 2 })
const act = fc.oneof(
  fc.record({ does: fc.constant('edit' as const), which, price: fc.nat({ max: 99 }), subtitle: fc.string() }),
  fc.record({ does: fc.constant('edited-by-others' as const), which, price: fc.nat({ max: 99 }), name: fc.string() }),
  fc.record({ does: fc.constant('sold' as const), which, quantity: fc.nat({ max: 9 }) }),
  fc.record({ does: fc.constant('deleted-by-others' as const), which }),
  fc.record({ does: fc.constant('add' as const), name: fc.string({ minLength: 1 }) }),
  fc.record({ does: fc.constant('snapshot' as const) }),
)

it('whatever was done: what was then is there again once everything is put back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const mugs = openMugs()
      const snapshots = openSnapshots(mugs.catalogue)
      const bulk = openProposals(mugs)
      const { catalogue } = mugs
      try {
        const ids = [1, 2, 3].map((n) => mugs.put(n, { price: n * 10, description: `<p>${n}</p>` }))
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
            if (one.does === 'edit') mugs.apply({ kind: 'update', productId: id, fields: { price, subtitle } })
            if (one.does === 'edited-by-others') mugs.put(ecwidId, { price, name: `By others ${name}` })
            if (one.does === 'sold') mugs.put(ecwidId, { quantity })
            if (one.does === 'deleted-by-others') {
              mugs.changes.takeBack(mugs.openOf(id).map((change) => change.id))
              catalogue.products.remove(id)
            }
          }
        }
        bulk.propose({
          selection: { snapshotId },
          action: { kind: 'put-back', snapshotId, fields: null, stock: true, deletes: true },
        })
        const { refused, products } = await bulk.reaches('ready')
        expect(refused).toBe(0)
        if (products > 0) await bulk.applied()
        const { things } = await snapshots.compare({ snapshotId, offset: 0, limit: 50 })
        expect(things).toEqual([])
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
