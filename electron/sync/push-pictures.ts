import { imagesOf, inOrder, pictureKey } from '../changes/pictures'
import { pictureOrderSchema, type ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { arrange, keepReplaced } from './arrange-pictures'
import type { ProductPush, PushParts } from './product-push'
import { pushAdded } from './push-uploads'
import { pushVariationPictures } from './push-variation-pictures'

/** Sends a product's picture changes as operations: uploads one by one, removals, then order and alt texts in one call. */
export async function pushPictures(parts: PushParts, push: ProductPush): Promise<void> {
  const waiting = push.sendable().filter(({ kind }) => kind.startsWith('picture.'))
  if (waiting.length === 0) return
  await pushAdded(parts, push, ofKind(waiting, 'picture.add'))
  for (const change of ofKind(push.sendable(), 'picture.remove')) await pushRemoved(parts, push, change)
  await pushArrangement(parts, push)
  await pushVariationPictures(parts, push)
}

const ofKind = (changes: readonly ChangeRecord[], kind: ChangeRecord['kind']) =>
  changes.filter((change) => change.kind === kind)

async function pushRemoved(parts: PushParts, push: ProductPush, change: ChangeRecord): Promise<void> {
  let images = imagesOf(await push.refresh())
  const isGone = () => !images.some((image) => pictureKey(image) === change.field)
  if (isGone()) return push.markSent([change])
  await keepReplaced(parts, change)
  push.markSending([change])
  const main = images[0]
  if (main && pictureKey(main) === change.field && images.length > 1) {
    // What Ecwid does with the gallery when its main picture goes is not promised: make another one main first.
    await arrange(parts.ecwid, push, [...images.slice(1), main], new Map())
    images = imagesOf(await push.refresh())
  }
  const image = images.find((candidate) => pictureKey(candidate) === change.field)
  if (image) await removeImage(parts, push, image, images)
  await markShown(parts, push, [change])
}

async function removeImage(
  { ecwid }: PushParts,
  push: ProductPush,
  image: RemoteImage,
  images: readonly RemoteImage[],
): Promise<void> {
  try {
    if (image === images[0]) await ecwid.deleteMain(push.ecwidId())
    else await ecwid.deleteGallery(push.ecwidId(), image.id)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    // Its number has moved, or somebody else was faster: what is there now tells.
    const message = 'The store renumbered its pictures. This is looked up and tried again.'
    throw new AppError('unknown-outcome', message, { cause: error })
  }
}

/** Order and alt texts: merged with what the store has now, then one call. */
async function pushArrangement({ catalogue, ecwid }: PushParts, push: ProductPush): Promise<void> {
  const waiting = push.sendable().filter(({ kind }) => kind === 'picture.order' || kind === 'picture.alt')
  if (waiting.length === 0) return
  const images = imagesOf(await push.refresh())
  let wanted = images
  const alts = new Map<string, string>()
  const sent: ChangeRecord[] = []
  for (const change of waiting) {
    if (change.kind === 'picture.order') wanted = inOrder(wanted, pictureOrderSchema.parse(change.after))
    else if (!mergeAlt(catalogue, push, images, change, alts)) continue
    sent.push(change)
  }
  const moved = wanted.some((image, position) => image !== images[position])
  if (!moved && alts.size === 0) return push.markSent(sent)
  push.markSending(sent)
  const after = await arrange(ecwid, push, wanted, alts)
  // A new main picture renumbers them, which is read; alt texts come with the answer, and thousands of them are sent.
  if (moved || !after || !hasAlts(after.product, alts)) return markShown({ ecwid }, push, sent)
  push.markSent(sent, () => push.keep(after.raw))
}

function hasAlts(product: RemoteProduct, alts: ReadonlyMap<string, string>): boolean {
  const there = new Map(imagesOf(product).map((image) => [pictureKey(image), image.alt?.main ?? '']))
  return [...alts].every(([key, alt]) => there.get(key) === alt)
}

/** Done, together with what the store has now: between the two the window would show the old pictures again. */
async function markShown({ ecwid }: Pick<PushParts, 'ecwid'>, push: ProductPush, sent: readonly ChangeRecord[]) {
  const { raw } = await ecwid.getProduct(push.ecwidId())
  push.markSent(sent, () => push.keep(raw))
}

/** False: both sides wrote an alt text, and the person decides. */
function mergeAlt(
  catalogue: PushParts['catalogue'],
  push: ProductPush,
  images: readonly RemoteImage[],
  change: ChangeRecord,
  alts: Map<string, string>,
): boolean {
  const image = images.find((candidate) => pictureKey(candidate) === change.field)
  if (!image) {
    const message = 'This picture is no longer in the store. Its alt text is kept here.'
    push.write(() => catalogue.changes.update(change.id, { state: 'refused', reason: { code: 'refused', message } }))
    return false
  }
  const theirs = image.alt?.main ?? ''
  const mine = String(change.after ?? '')
  const before = alts.has(pictureKey(image)) ? theirs : String(change.before ?? '')
  if (theirs !== mine && theirs !== before) {
    const message = 'This alt text was changed in the store too. Choose which one stays; until then both are kept.'
    push.write(() =>
      catalogue.changes.update(change.id, { state: 'conflict', theirs, reason: { code: 'conflict', message } }),
    )
    return false
  }
  if (theirs !== mine) alts.set(pictureKey(image), mine)
  return true
}
