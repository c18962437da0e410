import { endWith } from '../changes/ended-with'
import { imagesOf, isNamed, pictureKey } from '../changes/pictures'
import { isOnlyAbout } from '../changes/picture-names'
import type { CallOptions } from '../ecwid/call-options'
import { describesPicture } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { arrange } from './arrange-pictures'
import { withCopy } from './copies'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'
import { says } from '../shared/sentence'
import { hasUnread, mayLoseText } from '../shared/unread-entries'
import { pictureUnread } from './picture-unread'

type IsIt = (image: RemoteImage) => boolean

/** Removes a picture from the store, after it was copied for an undo. */
export async function pushRemoved(parts: PushParts, push: ProductPush, given: ChangeRecord): Promise<void> {
  const isIt: IsIt = (image) => isNamed(image, given.key ?? '')
  const remote = await push.fresh()
  let images = imagesOf(remote)
  if (!images.some(isIt) && hasUnread(remote, 'images')) return push.refuse([given], pictureUnread)
  if (!images.some(isIt)) return push.markFound([given], () => endTexts(parts, push, given))
  const change = await withCopy(parts, push, given, images.find(isIt))
  // Copying takes its time.
  images = imagesOf(await push.fresh())
  if (!images.some(isIt)) throw new PlanAnew()
  const claim = push.claiming({ changes: [change] })
  const [main, ...gallery] = images
  const moves = isMainOfSeveral(images, isIt)
  if (moves && mayLoseText(await push.fresh())) return push.refuse([change], pictureUnread)
  if (main && moves) {
    // What Ecwid does with the gallery when its main picture goes is not promised: make another one main first.
    await arrange(parts.ecwid, push, [...gallery, main], new Map(), claim)
    images = imagesOf(await refreshMoved(push, change))
  }
  const image = images.find(isIt)
  try {
    // Others have made it the main one again.
    if (moves && isMainOfSeveral(images, isIt)) throw new PlanAnew()
    if (image) await removeImage(parts, push, image, images, moves ? push.goingOn() : claim)
  } catch (error) {
    if (error instanceof PlanAnew) push.noteHalfway([change])
    if (moves && error instanceof AppError && error.code === 'refused') await moveBack(parts, push, isIt, gallery[0])
    throw error
  }
  push.noteAnswered([change])
  // Pictures are numbered anew: what is removed next is looked up first. The last can be read together with other products.
  const isLast = push.sendable().length === 0
  const { raw, product } = await (isLast ? push.confirm() : parts.ecwid.getProduct(push.ecwidId()))
  push.noteShown(product)
  push.markSent([change], () => {
    push.keep(raw)
    endTexts(parts, push, change)
  })
}

function isMainOfSeveral([first, ...rest]: readonly RemoteImage[], isIt: IsIt): boolean {
  return first !== undefined && first.isMain !== false && isIt(first) && rest.length > 0
}

/** That the order moved is our doing, also where it cannot be read now. */
async function refreshMoved(push: ProductPush, change: ChangeRecord): Promise<RemoteProduct> {
  try {
    return await push.refresh()
  } catch (error) {
    push.noteAnswered([change])
    throw error
  }
}

async function removeImage(
  { ecwid }: PushParts,
  push: ProductPush,
  image: RemoteImage,
  images: readonly RemoteImage[],
  claim: Pick<CallOptions, 'onTurn'>,
): Promise<void> {
  try {
    // Where a video is the main thing, the first picture is one of the gallery.
    if (image === images[0] && image.isMain !== false) await ecwid.deleteMain(push.ecwidId(), claim)
    else await ecwid.deleteGallery(push.ecwidId(), image.id, claim)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    // Its number has moved, or somebody else was faster: what is there now tells.
    throw new AppError('unknown-outcome', says('pictures-renumbered'), { cause: error })
  }
}

/** It stays, so it stays the main one, unless others have chosen another one than `instead`, which came first for it. */
async function moveBack(parts: PushParts, push: ProductPush, isIt: IsIt, instead?: RemoteImage): Promise<void> {
  const images = imagesOf(await push.refresh())
  const [first] = images
  if (!first || !instead || !isNamed(first, pictureKey(instead))) return
  const wanted = [...images.filter(isIt), ...images.filter((image) => !isIt(image))]
  try {
    const after = await arrange(parts.ecwid, push, wanted, new Map(), push.goingOn())
    if (after) push.write(() => push.keep(after.raw))
  } catch (error) {
    if (!(error instanceof PlanAnew)) throw error
    await moveBack(parts, push, isIt, instead)
  }
}

/** A text about the picture describes nothing any more. */
export function endTexts({ catalogue }: PushParts, push: ProductPush, removal: ChangeRecord): void {
  const texts = push.open().filter((each) => describesPicture(each) && isOnlyAbout(each, removal.key ?? ''))
  endWith(catalogue, removal, texts)
}
