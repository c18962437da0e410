import { endWith } from '../changes/ended-with'
import { isGoneAnswer } from '../changes/gone-reason'
import { withoutWhatIsGone } from '../changes/lost-along'
import { imagesOf, pictureKey } from '../changes/pictures'
import { changedSince } from '../changes/store-history'
import { isAboutPictures, setsField, isOfFiles, isOfVariations, isOfVideos } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import { copiesOf } from './copies'
import { withKeptFiles } from './kept-files'
import { addressesOf, withCopies } from '../changes/kept-copies'
import type { ProductPush, PushParts } from './product-push'
import { says } from '../shared/sentence'

/**
 * Deletes the product in the store, after its pictures and files were copied for an undo. What else waited for it goes with it. A
 * product that somebody edited since the delete was decided stays, and its owner is asked.
 */
export async function pushDelete(parts: PushParts, push: ProductPush, change: ChangeRecord): Promise<void> {
  const { catalogue, ecwid } = parts
  const fresh = push.isInStore() ? await readUnlessGone(push) : undefined
  if (fresh) {
    const decided = remoteProductSchema.parse(change.before)
    const isEdited = (now: RemoteProduct) => {
      const superseded = supersededBy(push, change)
      if (!wasEdited(decided, now, superseded)) return false
      return wasEdited(withoutWhatIsGone(catalogue, decided), withoutWhatIsGone(catalogue, now), superseded)
    }
    if (isEdited(fresh)) return push.ask([change], fresh, editedMeanwhile)
    const copies = await copiesOf(parts, push, change, addressesOf(fresh))
    const withPictures = push.keepBefore(change, withCopies(decided, copies))
    const kept = await withKeptFiles(parts, push, withPictures, fresh)
    // Copying takes its time.
    const now = await push.fresh()
    if (isEdited(now)) return push.ask([kept], now, editedMeanwhile)
    await ecwid.deleteProduct(push.ecwidId(), push.claiming({ changes: [kept] })).catch((error: unknown) => {
      // Gone already is what was wanted.
      if (!isGoneAnswer(error)) throw error
    })
  }
  const end = () => {
    endWith(catalogue, change, push.open())
    catalogue.products.remove(push.productId)
  }
  if (fresh) push.markSent([change], end)
  else push.markFound([change], end)
}

const editedMeanwhile = says('changed-before-delete')

/** What else waited for the product. */
const supersededBy = (push: ProductPush, { id }: ChangeRecord) => push.open().filter((other) => other.id !== id)

async function readUnlessGone(push: ProductPush): Promise<RemoteProduct | undefined> {
  try {
    return await push.refresh()
  } catch (error) {
    if (isGoneAnswer(error)) return undefined
    throw error
  }
}

function wasEdited(decided: RemoteProduct, fresh: RemoteProduct, superseded: readonly ChangeRecord[]): boolean {
  // Never read from the store before it was deleted here: what the store filled in is nobody's edit.
  if (decided.updateTimestamp === undefined) return false
  return changedSince(decided, fresh, oursIn(decided, superseded)).length > 0
}

/** What the person saw and the store does not have yet: fields, and pictures as a whole. */
function oursIn(decided: RemoteProduct, superseded: readonly ChangeRecord[]): Set<string> {
  const ours = new Set(superseded.flatMap((edit) => (setsField(edit) && edit.field !== null ? [edit.field] : [])))
  const hadLocal = imagesOf(decided).some((image) => pictureKey(image).startsWith('local:'))
  if (hadLocal || superseded.some(isAboutPictures)) ours.add('pictures')
  if (superseded.some(isOfVariations)) ours.add('variations')
  if (superseded.some(isOfFiles)) ours.add('files')
  if (superseded.some(isOfVideos)) ours.add('videos')
  return ours
}
