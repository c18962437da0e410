import { imagesOf, isNewTo, isUploadedAs, localKey, pictureKey, sameKey, toRemovedPicture } from '../changes/pictures'
import { endGivenUp } from '../changes/mending'
import { isOnlyAbout, renamed } from '../changes/picture-names'
import { addsPicture, setsAlt } from '../shared/change-address'
import { addedPictureSchema, removedPictureSchema, type ChangeRecord } from '../shared/change-record'
import { hasMainVideo, type RemoteImage, type RemoteProduct } from '../shared/remote-product'
import { arrange } from './arrange-pictures'
import { withCopy } from './copies'
import { arrivedPictures } from './arrived-pictures'
import type { ProductPush, PushParts } from './product-push'
import { pushFields } from './push-fields'
import { withProgress } from './upload-progress'
import { says } from '../shared/sentence'

/** Uploads pictures one by one, then reads their addresses. */
export async function pushAdded(parts: PushParts, push: ProductPush, adds: readonly ChangeRecord[]): Promise<void> {
  const lost = adds.filter(({ state }) => state === 'unknown')
  if (lost.length > 0) await settleArrived(parts, push, lost, await push.refresh())
  const keys = imagesOf(push.known() ?? { id: 0 }).map(pictureKey)
  for (const { id } of adds) {
    const isStill = (change: ChangeRecord) => change.id === id && change.state === 'waiting'
    if (!push.mayGo() || !push.sendable().some(isStill)) continue
    // A form that is saved meanwhile does not wait for a whole folder.
    await pushFields(parts, push)
    const add = push.sendable().find(isStill)
    if (add) await uploadOne(parts, push, add, keys)
  }
  await confirmUploads(parts, push)
}

/** Reads the addresses of pictures whose uploads were answered. */
export async function confirmUploads(parts: PushParts, push: ProductPush): Promise<void> {
  const uploaded = push.open().filter((change) => addsPicture(change) && change.state === 'sending')
  if (uploaded.length === 0) return
  const { raw, product } = await push.confirm()
  await settleAdded(parts, push, uploaded, matchUploads(uploaded, product), product, raw)
}

async function uploadOne(parts: PushParts, push: ProductPush, change: ChangeRecord, keys: string[]): Promise<void> {
  const isMain = addedPictureSchema.parse(change.after).role === 'main'
  const main = isMain ? await mainAsSeen(push, change) : undefined
  if (main === 'another') return
  const add = await withCopy(parts, push, change, main)
  // Copying takes its time.
  if (isMain && (await mainAsSeen(push, add)) === 'another') return
  const token = { ...add.token, pictureKeys: keys }
  const claim = push.claimingUpload({ changes: [add], tokenOf: () => token, unread: !isMain })
  const { source, role, fileName } = addedPictureSchema.parse(add.after)
  const name = fileName || 'picture'
  const { ecwid } = parts
  const imageId = await withProgress(parts, { change: add, name, source }, (payload, options) =>
    role === 'main' && !hasMainVideo(push.known() ?? { id: 0 })
      ? ecwid.uploadMain(push.ecwidId(), payload, { ...options, ...claim })
      : ecwid.uploadGallery(push.ecwidId(), payload, name, { ...options, ...claim }),
  )
  push.markAnswered(add, { ...token, imageId })
}

/** A main picture takes the place of the one its owner saw, if there is one; another one there is asked about. */
async function mainAsSeen(push: ProductPush, add: ChangeRecord): Promise<RemoteImage | undefined | 'another'> {
  const images = imagesOf(await push.fresh())
  const [main] = images
  const seen = removedPictureSchema.safeParse(add.before).data?.key
  const isSame = main === undefined || (seen !== undefined && sameKey(pictureKey(main), seen))
  if (isSame) return main
  push.ask([add], toRemovedPicture(images, pictureKey(main)) ?? null, says('both-changed-main'))
  return 'another'
}

/** Requests whose answer was lost: what is there now and was not before is what they brought. */
async function settleArrived(
  parts: PushParts,
  push: ProductPush,
  lost: readonly ChangeRecord[],
  remote: RemoteProduct,
): Promise<void> {
  const found = await arrivedPictures(parts, push, lost, remote)
  const arrived = lost.filter(({ id }) => found.has(id))
  if (arrived.length > 0) await settleAdded(parts, push, arrived, found, remote)
  push.write(() => {
    for (const { id } of lost) if (!found.has(id)) parts.catalogue.changes.update(id, { state: 'waiting' })
    endGivenUp(parts.catalogue, push.productId, parts.now())
  })
}

/** From now on the pictures have their addresses in the store; later changes that named one by its local key follow. */
async function settleAdded(
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  adds: readonly ChangeRecord[],
  matched: ReadonlyMap<number, RemoteImage>,
  remote: RemoteProduct,
  /** Of the same answer, where it was not kept yet. */
  raw?: unknown,
): Promise<void> {
  const alts = new Map(
    adds.flatMap((add): [string, string][] => {
      const { alt } = addedPictureSchema.parse(add.after)
      const image = matched.get(add.id)
      return image && alt ? [[pictureKey(image), alt]] : []
    }),
  )
  const described = alts.size > 0 ? await arrange(ecwid, push, imagesOf(remote), alts) : null
  push.markUploaded(adds, () => {
    const newest = described?.raw ?? raw
    if (newest !== undefined) push.keep(newest)
    for (const add of adds) {
      const image = matched.get(add.id)
      if (image) noteArrived(catalogue, push, add, pictureKey(image))
    }
  })
}

function noteArrived({ changes }: PushParts['catalogue'], push: ProductPush, add: ChangeRecord, key: string): void {
  changes.update(add.id, { after: { ...addedPictureSchema.parse(add.after), key } })
  const replaced = removedPictureSchema.safeParse(add.before).data?.key
  for (const change of push.open()) {
    if (change.id === add.id) continue
    const name = renamed(change, localKey(add.id), key)
    if (name) changes.update(change.id, name)
    // It is not what an earlier request without an answer may have brought.
    const known = addsPicture(change) ? change.token?.pictureKeys : undefined
    if (known) changes.update(change.id, { token: { ...change.token, pictureKeys: [...known, key] } })
    // A text about the picture that made room describes nothing any more.
    const isAbout = replaced !== undefined && setsAlt(change) && isOnlyAbout(change, replaced)
    if (isAbout && change.id < add.id) changes.update(change.id, { state: 'taken-back', retryAt: null })
  }
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
    const image = isNewTo(images, add.token).find((candidate) => !taken.has(candidate))
    if (!image) continue
    taken.add(image)
    matched.set(add.id, image)
  }
  return matched
}
