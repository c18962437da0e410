import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import type { Thing } from '../shared/change-address'
import { writtenNow } from '../snapshots/thing-content'
import { archivedThings } from './archive-format'

type Parts = { catalogue: Catalogue; signal: AbortSignal }
export type ArchivedThing = { thing: Thing; json: string }

/** All of a store by their local ids, as it is (`snapshotId` null) or was: products above zero, what they are filed in below. */
export function idsIn({ products, shelves, snapshots }: Catalogue, snapshotId: number | null): number[] {
  if (snapshotId !== null) return snapshots.thingsAt(snapshotId)
  const numbers = [...shelves.numbersAfter('category', 0), ...shelves.numbersAfter('productType', 0)]
  return [...numbers.map((number) => -number), ...products.idsAfter(0)]
}

/**
 * Each as it is kept, when its turn comes; what went meanwhile is left out, and the rest of the engine has its turns. Throws AppError
 * 'not-found' once the snapshot is let go of.
 */
export async function* thingsIn(
  { catalogue, signal }: Parts,
  snapshotId: number | null,
  ids: readonly number[],
): AsyncGenerator<ArchivedThing> {
  const pace = createPacer()
  for (const id of ids) {
    await pace()
    signal.throwIfAborted()
    const written = textOf(catalogue, snapshotId, id)
    if (written !== null) yield apart(written)
  }
}

function textOf(catalogue: Catalogue, snapshotId: number | null, id: number): string | null {
  if (snapshotId === null) return writtenNow(catalogue, id)
  catalogue.snapshots.assertKept(snapshotId)
  return catalogue.snapshots.contentAt(snapshotId, id)
}

/** `{"product":{…}}` is a product, and what stands in it. */
function apart(written: string): ArchivedThing {
  const thing = archivedThings.find((each) => written.startsWith(`{"${each}":`))
  if (!thing) throw new Error('A snapshot holds what is no thing of a store')
  return { thing, json: written.slice(thing.length + 4, -1) }
}
