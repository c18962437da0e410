import type { Operation } from '../../../../electron/shared/change'
import type { ProductSelection } from '../../../../electron/shared/proposal'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from '../bulk/proposals-of-mugs'

export type PutBackBench = Awaited<ReturnType<typeof openPutBackBench>>

/** A shop with its local copy, from which snapshots are taken and put back, up to the store. */
export async function openPutBackBench(options: Parameters<typeof openSyncedStore>[0] = {}) {
  const shop: SyncedStore = await openSyncedStore(options)
  await shop.pull()
  const bulk = openProposals({ catalogue: shop.catalogue, ...shop.session })
  const snapshots = openSnapshots(shop.catalogue)
  let snapshotId = 0

  return {
    shop,
    bulk,
    snapshots,
    snapshotId: () => snapshotId,
    /** What is put back, and compared with, from now on. */
    take: async (): Promise<void> => {
      await snapshots.take({ code: 'by-hand' })
      snapshotId = snapshots.all().list[0]!.id
    },
    /** Saved, and in the store. */
    done: async (...operations: Operation[]) => {
      const label = { code: 'text', text: 'Test' } as const
      const set = shop.session.changes.apply({ source: 'form', label, operations })
      shop.skip(60_000)
      await shop.settled()
      return set
    },
    /** Everything, or a part of it; until it can be reviewed. */
    putBack: (selection: ProductSelection = { snapshotId }, deletes = false) => {
      bulk.propose({ selection, action: { kind: 'put-back', snapshotId, fields: null, stock: false, deletes } })
      return bulk.reaches('ready')
    },
    /** The yes, until all of it is in the store. */
    applied: async () => {
      const proposal = await bulk.applied()
      shop.skip(60_000)
      await shop.settled()
      return proposal
    },
    differing: async () => (await snapshots.compare({ snapshotId, offset: 0, limit: 100 })).things,
    close: async (): Promise<void> => {
      await snapshots.stop()
      await bulk.stop()
      await shop.close()
    },
  }
}
