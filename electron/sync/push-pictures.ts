import { imagesOf, inOrder, isUploadedAs, localKey, pictureKey } from '../changes/pictures'
import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
} from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'
import { pushFields } from './push-fields'

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
  const lost = adds.filter(({ state }) => state === 'unknown')
  if (lost.length > 0) await settleArrived(parts, push, lost, await push.refresh())
  const keys = imagesOf(push.known() ?? { id: 0 }).map(pictureKey)
  for (const { id } of adds) {
    const add = push.sendable().find((change) => change.id === id)
    if (!add) continue
    // A form that is saved meanwhile does not wait for a whole folder.
    await pushFields(parts, push)
    await keepReplaced(parts, add)
    push.markSending([add], { pictureKeys: keys })
    const imageId = await upload(parts, push, add)
    parts.catalogue.changes.update(id, { token: { pictureKeys: keys, imageId } })
  }
  const uploaded = push.open().filter(({ kind, state }) => kind === 'picture.add' && state === 'sending')
  if (uploaded.length > 0) await settleAdded(parts, push, uploaded, await push.confirm())
}

/** Requests whose answer was lost: what is there now and was not before is what they brought. */
async function settleArrived(
  parts: PushParts,
  push: ProductPush,
  lost: readonly ChangeRecord[],
  remote: RemoteProduct,
) {
  const arrived: ChangeRecord[] = []
  const missing: ChangeRecord[] = []
  const taken = new Set<string>()
  // Those whose number is known first: what is left over then belongs to the others.
  const known = lost.filter(({ token }) => token?.imageId !== undefined)
  for (const add of [...known, ...lost.filter((each) => !known.includes(each))]) {
    const image = await arrivedPicture(parts, add, remote, taken)
    if (image) taken.add(pictureKey(image))
    ;(image ? arrived : missing).push(add)
  }
  if (arrived.length > 0) await settleAdded(parts, push, arrived, remote)
  push.write(() => {
    for (const { id } of missing) parts.catalogue.changes.update(id, { state: 'waiting' })
  })
}

async function arrivedPicture(parts: PushParts, add: ChangeRecord, remote: RemoteProduct, taken: ReadonlySet<string>) {
  const candidates = newImages(add, remote).filter((image) => !taken.has(pictureKey(image)))
  const byId = candidates.find((image) => isUploadedAs(image, add.token?.imageId))
  if (byId || candidates.length === 0) return byId
  // Somebody else may have added a picture too: the bytes tell, because the store keeps originals as they are.
  const { source } = addedPictureSchema.parse(add.after)
  const hash = 'hash' in source ? source.hash : await parts.keepCopy(source.url)
  let unread: RemoteImage | undefined
  for (const image of candidates) {
    const copy = await parts.keepCopy(pictureKey(image))
    if (copy !== undefined && copy === hash) return image
    if (copy === undefined || hash === undefined) unread ??= image
  }
  return unread
}

function newImages({ token }: ChangeRecord, remote: RemoteProduct): RemoteImage[] {
  const known = token?.pictureKeys
  return known ? imagesOf(remote).filter((image) => !known.includes(pictureKey(image))) : []
}

async function upload(parts: PushParts, push: ProductPush, add: ChangeRecord): Promise<number> {
  const { source, role, fileName } = addedPictureSchema.parse(add.after)
  const name = fileName || 'picture'
  const { ecwid } = parts
  try {
    const payload = 'url' in source ? source : { bytes: await parts.bytesOf(source.hash) }
    const size = 'bytes' in payload ? payload.bytes.length : 0
    const onProgress = (sent: number) => parts.onProgress({ change: add, name, progress: sent / Math.max(size, 1) })
    onProgress(0)
    if (role === 'main') return await ecwid.uploadMain(push.ecwidId(), payload, { onProgress })
    return await ecwid.uploadGallery(push.ecwidId(), payload, name, { onProgress })
  } finally {
    parts.onProgress({ done: add.id })
  }
}

/** From now on the pictures have their addresses in the store; later changes that named one by its local key follow. */
async function settleAdded(
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  adds: readonly ChangeRecord[],
  remote: RemoteProduct,
): Promise<void> {
  const matched = matchUploads(adds, remote)
  const alts = new Map(
    adds.flatMap((add): [string, string][] => {
      const { alt } = addedPictureSchema.parse(add.after)
      const image = matched.get(add.id)
      return image && alt ? [[pictureKey(image), alt]] : []
    }),
  )
  const described = alts.size > 0 ? await arrange(ecwid, push, imagesOf(remote), alts) : null
  push.markSent(adds, () => {
    if (described) push.keep(described.raw)
    for (const add of adds) {
      const image = matched.get(add.id)
      if (!image) continue
      const key = pictureKey(image)
      catalogue.changes.update(add.id, { after: { ...addedPictureSchema.parse(add.after), key } })
      for (const change of push.open()) catalogue.changes.update(change.id, renamed(change, localKey(add.id), key))
    }
  })
}

/** Each upload's picture: by the id it was answered with, else the new pictures in the order they were sent. */
function matchUploads(adds: readonly ChangeRecord[], remote: RemoteProduct): Map<number, RemoteImage> {
  const matched = new Map<number, RemoteImage>()
  const images = imagesOf(remote)
  for (const { id, token } of adds) {
    const image = images.find((candidate) => isUploadedAs(candidate, token?.imageId))
    if (image) matched.set(id, image)
  }
  const taken = new Set(matched.values())
  for (const add of adds) {
    if (matched.has(add.id)) continue
    const image = newImages(add, remote).find((candidate) => !taken.has(candidate))
    if (!image) continue
    taken.add(image)
    matched.set(add.id, image)
  }
  return matched
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
  await arrange(ecwid, push, wanted, alts)
  await markShown({ ecwid }, push, sent)
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
