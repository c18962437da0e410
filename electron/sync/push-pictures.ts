import { imagesOf, inOrder, localKey, pictureKey } from '../changes/pictures'
import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
} from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'

/** Sends a product's picture changes as operations: uploads one by one, removals, then order and alt texts in one call. */
export async function pushPictures(parts: PushParts, push: ProductPush): Promise<void> {
  const waiting = push.sendable().filter(({ kind }) => kind.startsWith('picture.'))
  if (waiting.length === 0) return
  await pushAdded(parts, push, ofKind(waiting, 'picture.add'))
  for (const change of ofKind(push.sendable(), 'picture.remove')) await pushRemoved(parts, push, change)
  await pushArrangement(parts, push)
}

const ofKind = (changes: readonly ChangeRecord[], kind: ChangeRecord['kind']) =>
  changes.filter((change) => change.kind === kind)

async function pushAdded(parts: PushParts, push: ProductPush, adds: readonly ChangeRecord[]): Promise<void> {
  if (adds.length === 0) return
  let remote = await push.refresh()
  for (const add of adds) {
    const keys = imagesOf(remote).map(pictureKey)
    const arrived = add.state === 'unknown' ? arrivedPicture(add, remote) : undefined
    if (!arrived) {
      await keepReplaced(parts, add)
      push.markSending([add], { pictureKeys: keys })
      await upload(parts, push, add)
      remote = await push.refresh()
    }
    const image = arrived ?? imagesOf(remote).find((candidate) => !keys.includes(pictureKey(candidate)))
    await settleAdded(parts, push, add, image, remote)
  }
}

/** The picture that is there now and was not before the request whose answer was lost. */
function arrivedPicture(add: ChangeRecord, remote: RemoteProduct): RemoteImage | undefined {
  const known = add.token?.pictureKeys
  if (!known) return undefined
  return imagesOf(remote).find((image) => !known.includes(pictureKey(image)))
}

async function upload(parts: PushParts, push: ProductPush, add: ChangeRecord): Promise<void> {
  const { source, role, fileName } = addedPictureSchema.parse(add.after)
  const name = fileName || 'picture'
  const { ecwid } = parts
  try {
    const payload = 'url' in source ? source : { bytes: await parts.bytesOf(source.hash) }
    const size = 'bytes' in payload ? payload.bytes.length : 0
    const onProgress = (sent: number) => parts.onProgress({ change: add, name, progress: sent / Math.max(size, 1) })
    onProgress(0)
    if (role === 'main') await ecwid.uploadMain(push.ecwidId(), payload, { onProgress })
    else await ecwid.uploadGallery(push.ecwidId(), payload, name, { onProgress })
  } finally {
    parts.onProgress({ done: add.id })
  }
}

/** From now on the picture has its address in the store; later changes that named it by its local key follow. */
async function settleAdded(
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  add: ChangeRecord,
  image: RemoteImage | undefined,
  remote: RemoteProduct,
): Promise<void> {
  const added = addedPictureSchema.parse(add.after)
  const described =
    image && added.alt ? await arrange(ecwid, push, imagesOf(remote), new Map([[pictureKey(image), added.alt]])) : null
  push.markSent([add], () => {
    if (described) catalogue.products.putRemote(described.raw)
    if (!image) return
    const key = pictureKey(image)
    catalogue.changes.update(add.id, { after: { ...added, key } })
    for (const change of push.open()) catalogue.changes.update(change.id, renamed(change, localKey(add.id), key))
  })
}

function renamed(
  change: ChangeRecord,
  from: string,
  to: string,
): Partial<Pick<ChangeRecord, 'field' | 'before' | 'after'>> {
  const swap = (value: unknown) =>
    Array.isArray(value) ? value.map((key: unknown) => (key === from ? to : key)) : value
  if (change.kind === 'picture.order') return { before: swap(change.before), after: swap(change.after) }
  if (!change.kind.startsWith('picture.') || change.field !== from) return {}
  const removed = removedPictureSchema.safeParse(change.before)
  return removed.success ? { field: to, before: { ...removed.data, key: to } } : { field: to }
}

/** A main picture that is about to be replaced is copied first, so that an undo can bring it back. */
async function keepReplaced({ catalogue, keepCopy }: PushParts, change: ChangeRecord): Promise<void> {
  const replaced = removedPictureSchema.safeParse(change.before)
  if (!replaced.success || replaced.data.hash || !replaced.data.url) return
  const hash = await keepCopy(replaced.data.url)
  if (hash) catalogue.changes.update(change.id, { before: { ...replaced.data, hash } })
}

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
  if (image && image === images[0]) await parts.ecwid.deleteMain(push.ecwidId())
  else if (image) await parts.ecwid.deleteGallery(push.ecwidId(), image.id)
  push.markSent([change])
  await push.refresh()
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
  if (moved || alts.size > 0) {
    push.markSending(sent)
    await arrange(ecwid, push, wanted, alts)
  }
  push.markSent(sent)
  await push.refresh()
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
  if (!image) throw new AppError('not-found', 'This picture is no longer in the store. Its alt text is kept here.')
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

/** PUT media.images with every picture and its alt text, because the texts of unlisted ones may be lost. */
function arrange(
  ecwid: PushParts['ecwid'],
  push: ProductPush,
  images: readonly RemoteImage[],
  alts: ReadonlyMap<string, string>,
): ReturnType<PushParts['ecwid']['updateProduct']> {
  const listed = images.map((image, orderBy) => {
    const alt = alts.get(pictureKey(image))
    return { id: image.id, orderBy, alt: alt === undefined ? (image.alt ?? {}) : { ...image.alt, main: alt } }
  })
  return ecwid.updateProduct(push.ecwidId(), { media: { images: listed } })
}
