import { leavingBelow } from '../changes/below-first'
import { endWith } from '../changes/ended-with'
import { ownPicture, isSamePicture } from '../changes/own-picture'
import { reindexThing } from '../changes/reindex-thing'
import { removeShelf } from '../changes/shelves'
import { isCreate, toSetCategoryPicture } from '../shared/change-address'
import { shelfBodySchema, type ChangeRecord } from '../shared/change-record'
import { shelfFieldNames, shelfFieldOf, type ShelfThing } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import { stagedSource } from '../shared/picture-src'
import { remoteCategorySchema } from '../shared/remote-product'
import type { RemoteShelf } from '../shared/remote-shelf'
import { says } from '../shared/sentence'
import { copiesOf } from './copies'
import { productsLosing } from './lost-with-shelf'
import { isNamedBefore } from './named-before'
import { PlanAnew } from './plan-anew'
import type { PushParts } from './product-push'
import { loseAlong, loseUnsent, noteLost } from './shelf-losses'
import { goneOr, type ShelfPush } from './shelf-push'
import { stillBelow } from './still-below'

/**
 * Deletes it in the store, after its picture was copied for an undo, and what products lose with it was noted. One that somebody edited since
 * the delete was decided, or that is not empty, stays, and its owner is asked.
 */
export async function pushShelfDelete(parts: PushParts, push: ShelfPush, change: ChangeRecord): Promise<void> {
  const { catalogue } = parts
  const { thing } = push
  const goesLater = push.isInStore() && (isLeftLater(parts, push) || isNamedBefore(catalogue, change))
  if (goesLater) return push.restAgain([change])
  const fresh = push.isInStore() ? await push.readNow().catch(goneOr) : undefined
  if (fresh) {
    const below = thing === 'category' ? await stillBelow(parts, push, change) : []
    // What was found there may be on its way out of it.
    if (below === null || isLeftLater(parts, push)) return push.restAgain([change])
    const theirs = below.length > 0 ? { ...fresh, below } : fresh
    const isEdited = wasEdited(thing, change, fresh, push.open(), catalogue.languages())
    if (isEdited) return push.ask([change], theirs, says('shelf-changed-before-delete'))
    if (below.length > 0) return push.ask([change], theirs, says('category-not-empty'))
  }
  const waitingFor = push
    .open()
    .filter(isCreate)
    .flatMap((made) => catalogue.changes.waitingFor(made.id))
  const end = (losing: readonly number[]) => () => {
    const known = push.knownEcwidId()
    if (known !== null) loseAlong(parts, change, { id: known }, losing)
    else loseUnsent(parts, change, waitingFor)
    endWith(catalogue, change, push.open())
    removeShelf(catalogue, push.id)
    // What named it goes without it.
    for (const waiting of waitingFor) reindexThing(catalogue, waiting)
  }
  if (fresh) {
    const kept = thing === 'category' ? await withKeptPicture(parts, push, change, fresh) : change
    const going = asItGoes(push, kept, fresh)
    const losing = await productsLosing(catalogue, [going], fresh)
    const claim = push.claiming({ changes: [going], tokenOf: noteLost(catalogue, fresh, losing) })
    await push.calls.remove(push.ecwidId(), claim).catch(goneOr)
    push.markSent([going], end(losing))
  } else push.markFound([change], end([]))
  parts.onChanged(waitingFor)
}

function isLeftLater({ catalogue }: PushParts, { id }: ShelfPush): boolean {
  const shelf = catalogue.shelves.get(id)
  return shelf !== undefined && leavingBelow(catalogue, shelf).length > 0
}

/** With the products that the store has in it by now, so that an undo brings all of them back. */
function asItGoes(push: ShelfPush, change: ChangeRecord, fresh: RemoteShelf): ChangeRecord {
  const isArranged = push.open().some(({ field }) => field === 'productIds')
  if (push.thing !== 'category' || isArranged || change.state === 'unknown') return change
  const before = { ...shelfBodySchema.parse(change.before), id: fresh.id, productIds: fresh['productIds'] }
  return push.keepBefore(change, before)
}

/** A copy of its picture, so that an undo can bring it back. Copying takes its time: then it is planned anew. */
async function withKeptPicture(
  parts: PushParts,
  push: ShelfPush,
  change: ChangeRecord,
  fresh: RemoteShelf,
): Promise<ChangeRecord> {
  const { source } = ownPicture(remoteCategorySchema.parse(fresh))
  const decided = remoteCategorySchema.safeParse(change.before).data
  if (!decided || source === null || 'hash' in source || 'hash' in (ownPicture(decided).source ?? {})) return change
  const hash = (await copiesOf(parts, push, change, [source.url])).get(source.url)
  if (!hash) return change
  const before = { ...decided, smallThumbnailUrl: stagedSource(hash) }
  push.write(() => parts.catalogue.changes.update(change.id, { before }))
  throw new PlanAnew()
}

/** Whether somebody changed it since its delete was decided; what waits here of it is nobody else's doing. */
function wasEdited(
  thing: ShelfThing,
  { before }: ChangeRecord,
  fresh: RemoteShelf,
  open: readonly ChangeRecord[],
  languages: readonly string[],
): boolean {
  const decided = shelfBodySchema.safeParse(before).data
  if (!decided) return false
  const ours = new Set(open.map(({ field }) => field))
  return (
    isOtherPicture(thing, decided, fresh, ours) ||
    shelfFieldNames(thing).some((name) => {
      const field = shelfFieldOf(thing, name)
      const [old, now] = [decided, fresh].map((json) => readShelf(thing, json, name, languages))
      // A product that came or went is no edit of the category.
      return field && name !== 'productIds' && !ours.has(name) && !field.kind.isSame(old, now)
    })
  )
}

function isOtherPicture(thing: ShelfThing, decided: unknown, fresh: RemoteShelf, ours: ReadonlySet<string | null>) {
  const before = remoteCategorySchema.safeParse(decided).data
  if (thing !== 'category' || !before || ours.has(toSetCategoryPicture.field)) return false
  return !isSamePicture(ownPicture(before), ownPicture(remoteCategorySchema.parse(fresh)))
}
