import { addedVideoOf, isMainFree, replacedBy } from '../changes/videos'
import { imagesOf, isNamed } from '../changes/pictures'
import type { CallOptions } from '../ecwid/call-options'
import { removedPictureSchema, type ChangeRecord } from '../shared/change-record'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { mayLoseText } from '../shared/unread-entries'
import { arrange } from './arrange-pictures'
import { missingCopy } from './copies'
import { pictureUnread } from './picture-unread'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'
import { endTexts } from './push-removed'

type Claim = Pick<CallOptions, 'onTurn'>

/** Adds a video. Ecwid removes what is in the main place: that is copied first, and it is the picture that its owner gave up, or nothing. */
export async function addVideo(
  parts: PushParts,
  push: ProductPush,
  change: ChangeRecord,
  remote: RemoteProduct,
  claim: Claim,
): Promise<void> {
  const { url, role } = addedVideoOf(change)
  const removal = role === 'main' ? replacedBy(change, push.open()) : undefined
  const images = imagesOf(remote)
  const place = images.findIndex((image) => removal && isNamed(image, removal.key ?? ''))
  // What came into the main place meanwhile stays: the store would remove it for good.
  if (!removal || place < 0)
    return parts.ecwid.addVideo(push.ecwidId(), url, isMainFree(remote) ? role : 'gallery', claim)
  await keepCopy(parts, push, change, removal, images[place])
  const withPicture = { onTurn: () => (assertStill(push, change), claim.onTurn?.()) }
  if (place === 0) return parts.ecwid.addVideo(push.ecwidId(), url, 'main', withPicture)
  if (mayLoseText(remote)) {
    push.refuse([change], pictureUnread)
    throw new PlanAnew()
  }
  // Another one is the main one by now, and that one is not to go.
  const wanted = [...images.slice(place, place + 1), ...images.filter((_, at) => at !== place)]
  await arrange(parts.ecwid, push, wanted, new Map(), withPicture)
  push.noteHalfway([change])
  throw new PlanAnew()
}

/** The store has removed the picture along with it. Belongs into a write. */
export function settleReplaced(parts: PushParts, push: ProductPush, add: ChangeRecord, now: RemoteProduct): void {
  const removal = replacedBy(add, push.open())
  if (!removal || imagesOf(now).some((image) => isNamed(image, removal.key ?? ''))) return
  parts.catalogue.changes.update(removal.id, { state: 'sent', sentAt: parts.now(), reason: null, retryAt: null })
  endTexts(parts, push, removal)
}

/** Held back by its owner, or asked about, it is not replaced. */
export const mayReplace = (add: ChangeRecord, open: readonly ChangeRecord[]): boolean =>
  (replacedBy(add, open)?.state ?? 'waiting') === 'waiting'

async function keepCopy(
  parts: PushParts,
  push: ProductPush,
  change: ChangeRecord,
  removal: ChangeRecord,
  image: RemoteImage | undefined,
): Promise<void> {
  const goes = removedPictureSchema.parse(removal.before)
  const hash = await missingCopy(parts, push, change, { goes, image })
  if (hash === undefined) return
  push.write(() => {
    assertStill(push, change)
    parts.catalogue.changes.update(removal.id, { before: { ...goes, hash } })
  })
}

function assertStill(push: ProductPush, change: ChangeRecord): void {
  if (replacedBy(change, push.open())?.state !== 'waiting') throw new PlanAnew()
}
