import { imagesOf, isNewTo, isUploadedAs, pictureKey } from '../changes/pictures'
import { addedPictureSchema, type ChangeRecord } from '../shared/change-record'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { waitOrAsk } from './copies'
import type { ProductPush, PushParts } from './product-push'

/**
 * Which picture of the store each upload without an answer brought; those that brought none are left out. Somebody else may
 * have added pictures too: the bytes tell, because the store keeps originals as they are. While they cannot be read nothing
 * is known, and nothing is sent.
 */
export async function arrivedPictures(
  parts: PushParts,
  push: ProductPush,
  lost: readonly ChangeRecord[],
  remote: RemoteProduct,
): Promise<Map<number, RemoteImage>> {
  const images = imagesOf(remote)
  const found = new Map<number, RemoteImage>()
  const taken = new Set<RemoteImage>()
  const note = (add: ChangeRecord, image: RemoteImage) => {
    found.set(add.id, image)
    taken.add(image)
  }
  // Those whose number is known first: what is left over then belongs to the others.
  for (const add of lost) {
    const image = images.find((each) => isUploadedAs(each, add.token?.imageId))
    if (image) note(add, image)
  }
  for (const add of lost.filter(({ id }) => !found.has(id))) {
    const candidates = isNewTo(images, add.token).filter((image) => !taken.has(image))
    const image = candidates.length > 0 ? await byContent(parts, push, add, candidates) : undefined
    if (image) note(add, image)
  }
  return found
}

async function byContent(
  parts: PushParts,
  push: ProductPush,
  add: ChangeRecord,
  candidates: readonly RemoteImage[],
): Promise<RemoteImage | undefined> {
  const { source } = addedPictureSchema.parse(add.after)
  const sent = 'hash' in source ? source.hash : await parts.keepCopy(source.url)
  let isUnread = sent === undefined
  for (const image of candidates) {
    const there = await parts.keepCopy(pictureKey(image))
    if (there !== undefined && there === sent) return image
    isUnread ||= there === undefined
  }
  return isUnread ? waitOrAsk(parts, push, add, unreadable) : undefined
}

/** Whether an upload arrived shows in the picture that is there, which cannot be read. */
export const unreadable = { waiting: 'compare-waits', asking: 'compare-impossible' } as const
