import { shownName } from '../pictures/disk-path'
import { AppError } from '../shared/errors'
import type { SnapshotKeeping } from '../snapshots/snapshots'
import { keptText } from '../snapshots/thing-content'
import { damagedArchive } from './archive-problem'
import { withArchive, type ReadThing } from './open-archive'

type Parts = { storeId: number; snapshots: Pick<SnapshotKeeping, 'takeArchived'> }

/** Reads an archive of this store among its snapshots, where it is compared and put back as one; the id of the snapshot. */
export const archiveAsSnapshot = ({ storeId, snapshots }: Parts, path: string): Promise<number> =>
  withArchive(path, storeId, async ({ about, things }) => {
    const name = shownName(path)
    const { product, category, productType } = about.counts
    return snapshots.takeArchived(
      { code: 'archive', file: name.slice(0, 255), takenAt: about.takenAt },
      { total: product + category + productType, products: product, things: () => asKept(things(), name) },
    )
  })

async function* asKept(things: AsyncIterable<ReadThing>, name: string) {
  for await (const { thing, is } of things) {
    try {
      yield { thing, ...keptText(thing, is) }
    } catch (error) {
      throw error instanceof AppError ? error : damagedArchive(name, error)
    }
  }
}
