import { recordByOthers } from '../changes/store-history'
import { toDeleteCategory } from '../shared/change-address'
import { deletedCategorySchema, type ChangeRecord, type StillBelow } from '../shared/change-record'
import type { RemoteShelf } from '../shared/remote-shelf'
import type { PushParts } from './product-push'
import { goneOr, type ShelfPush } from './shelf-push'
import { isOnTheWay, takeInShelf } from './take-in-shelves'

/**
 * What the store has right below a category that is to be deleted, because others put it there or its owner keeps it. Known here from
 * then on. Null: something of it is being made from here.
 */
export async function stillBelow(
  parts: PushParts,
  push: ShelfPush,
  { after }: ChangeRecord,
): Promise<StillBelow | null> {
  const { catalogue } = parts
  const goToo = deletedCategorySchema.safeParse(after).success
  const all = await readBelow(parts, push, { id: push.ecwidId(), isDeep: goToo })
  if (all.some((each) => isNew(parts, each) && isOnTheWay(catalogue, 'category', each))) return null
  if (all.length > 0) takeIn(parts, push, all)
  return all.filter(isIn(push.ecwidId())).map(({ id, name }) => {
    const kept = isKept(parts, id)
    return { id, name: String(name), goes: goToo && !kept }
  })
}

const isIn =
  (id: number) =>
  ({ parentId }: RemoteShelf): boolean =>
    Number(parentId ?? 0) === id

/** Each is read by itself: only its own answer proves where it is. */
async function readBelow(
  parts: PushParts,
  push: ShelfPush,
  { id, isDeep }: { id: number; isDeep: boolean },
): Promise<RemoteShelf[]> {
  const { shelves } = parts.catalogue
  const known = shelves.below(id).flatMap((each) => shelves.get(each)?.ecwidId ?? [])
  const found: RemoteShelf[] = []
  for (const each of new Set([...(await parts.ecwid.getSubcategoryIds(id)), ...known])) {
    const shelf = await push.calls.read(each).catch(goneOr)
    if (!shelf || !isIn(id)(shelf)) continue
    found.push(shelf, ...(isDeep ? await readBelow(parts, push, { id: each, isDeep }) : []))
  }
  return found
}

const isNew = ({ catalogue }: PushParts, { id }: RemoteShelf): boolean =>
  catalogue.shelves.findByEcwidId('category', id) === undefined

function takeIn({ catalogue, now, onChanged }: PushParts, push: ShelfPush, found: readonly RemoteShelf[]): void {
  push.write(() =>
    recordByOthers(
      catalogue,
      found.flatMap((each) => takeInShelf(catalogue, 'category', each, now())),
    ),
  )
  onChanged(found.flatMap(({ id }) => catalogue.shelves.findByEcwidId('category', id) ?? []))
}

/** Its owner let its own delete go. */
function isKept({ catalogue }: PushParts, ecwidId: number): boolean {
  const id = catalogue.shelves.findByEcwidId('category', ecwidId)
  const deletes = id === undefined ? [] : catalogue.changes.alike({ productId: id, ...toDeleteCategory })
  return deletes.at(-1)?.state === 'taken-back'
}
