import type { Catalogue } from '../catalogue/catalogue'
import { lostAlong, lostWithUnsent, takeAlong } from '../changes/lost-along'
import { lostByDeleted } from '../changes/lost-by-deleted'
import type { ChangeRecord, Lost } from '../shared/change-record'
import type { RemoteShelf } from '../shared/remote-shelf'
import type { PushParts } from './product-push'
import type { Token } from './thing-push'

// What products lose with a category, a product type or an attribute: the store tells nobody.

/** For a claim: what these products lose, as it is then. What was noted when it went out for the first time stays. */
export const noteLost =
  (catalogue: Catalogue, shelf: RemoteShelf, productIds: readonly number[]) =>
  (change: ChangeRecord): Token | undefined => {
    const lost = change.token?.lost ?? allLost(catalogue, change, shelf, productIds)
    return lost.length > 0 ? { ...change.token, lost } : undefined
  }

function allLost(
  catalogue: Catalogue,
  change: ChangeRecord,
  shelf: RemoteShelf,
  productIds: readonly number[],
): Lost[] {
  const here = lostAlong(catalogue, change, shelf, productIds)
  const known = new Set(here.map(({ id }) => id))
  return [...here, ...lostByDeleted(catalogue, change, shelf).filter(({ id }) => !known.has(id))]
}

/** `losing`: products that may have lost something, by their local ids. Belongs into a write. */
export function loseAlong(parts: PushParts, change: ChangeRecord, shelf: RemoteShelf, losing: readonly number[]): void {
  const { catalogue } = parts
  const lost = catalogue.changes.get(change.id)?.token?.lost ?? []
  takeAlong(catalogue, change, shelf, lost)
  const ecwidIds = losing.flatMap((productId) => catalogue.products.ecwidIdOf(productId) ?? [])
  noteAlong(parts, new Set([...lost.map(({ id: ecwidId }) => ecwidId), ...ecwidIds]))
}

/** The same of one that the store never had: `naming` are the things that waited for it, by their local ids. Belongs into a write. */
export function loseUnsent({ catalogue }: PushParts, change: ChangeRecord, naming: readonly number[]): void {
  const products = naming.filter((id) => id > 0)
  const lost = lostWithUnsent(catalogue, change, products)
  if (lost.length > 0) catalogue.changes.update(change.id, { token: { ...change.token, lost } })
}

/** What was read of these products before tells an older state. */
export function noteAlong(
  { writes, readAhead }: Pick<PushParts, 'writes' | 'readAhead'>,
  ecwidIds: ReadonlySet<number>,
): void {
  writes.noteAlong(ecwidIds)
  for (const ecwidId of ecwidIds) readAhead.forget(ecwidId)
}
