import { imagesOf, isUploadedAs, localKey, pictureKey } from '../changes/pictures'
import { addedPictureSchema, removedPictureSchema, type ChangeRecord } from '../shared/change-record'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { arrange, keepReplaced } from './arrange-pictures'
import type { ProductPush, PushParts } from './product-push'
import { pushFields } from './push-fields'
import { withProgress } from './upload-progress'

/** Uploads pictures one by one, then reads their addresses. */
export async function pushAdded(parts: PushParts, push: ProductPush, adds: readonly ChangeRecord[]): Promise<void> {
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
    if (!(await push.markUploading(add, keys))) continue
    const imageId = await upload(parts, push, add)
    push.markAnswered(add, { pictureKeys: keys, imageId })
  }
  const uploaded = push.open().filter(({ kind, state }) => kind === 'picture.add' && state === 'sending')
  if (uploaded.length === 0) return
  const { raw, product } = await push.confirm()
  await settleAdded(parts, push, uploaded, product, raw)
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
  return withProgress(parts, { change: add, name, source }, (payload, options) =>
    role === 'main'
      ? ecwid.uploadMain(push.ecwidId(), payload, options)
      : ecwid.uploadGallery(push.ecwidId(), payload, name, options),
  )
}

/** From now on the pictures have their addresses in the store; later changes that named one by its local key follow. */
async function settleAdded(
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  adds: readonly ChangeRecord[],
  remote: RemoteProduct,
  /** Of the same answer, where it was not kept yet. */
  raw?: unknown,
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
  push.markUploaded(adds, () => {
    const newest = described?.raw ?? raw
    if (newest !== undefined) push.keep(newest)
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
