import { addsPicture } from '../../shared/change-address'
import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
} from '../../shared/change-record'
import { stagedSource } from '../../shared/picture-src'
import type { RemoteImage } from '../../shared/remote-product'
import { inOrder, isNamed, isNewTo, isUploadedAs, localKey, pictureKey } from '../pictures'

/** The product's pictures with its waiting picture changes laid over them. */
export function withPictureChanges(images: RemoteImage[], open: readonly ChangeRecord[]): RemoteImage[] {
  const arrived = arrivedUnanswered(images, open)
  return open.reduce((shown, change) => withPictureChange(shown, change, arrived), images)
}

/**
 * Local key -> the store's picture that is most likely it: uploads without an answer, and pictures that were not there before
 * them. Which is which is found out before anything is sent; until then neither is shown twice.
 */
function arrivedUnanswered(images: readonly RemoteImage[], changes: readonly ChangeRecord[]): Map<string, RemoteImage> {
  const adds = changes.filter(
    (change) => addsPicture(change) && (change.state === 'sending' || change.state === 'unknown'),
  )
  const arrived = new Map<string, RemoteImage>()
  const isTaken = (image: RemoteImage) => [...arrived.values()].includes(image)
  for (const { id, token } of adds) {
    const image = images.find((each) => isUploadedAs(each, token?.imageId))
    if (image) arrived.set(localKey(id), image)
  }
  for (const { id, token } of adds) {
    if (arrived.has(localKey(id)) || token?.imageId !== undefined) continue
    const image = isNewTo(images, token).find((each) => !isTaken(each))
    if (image) arrived.set(localKey(id), image)
  }
  return arrived
}

function withPictureChange(
  images: RemoteImage[],
  change: ChangeRecord,
  arrived: ReadonlyMap<string, RemoteImage>,
): RemoteImage[] {
  const named = (key: string) => {
    const image = arrived.get(key)
    return image ? pictureKey(image) : key
  }
  const isMeant = (image: RemoteImage) => change.key !== null && isNamed(image, named(change.key))
  switch (change.verb) {
    case 'add':
      return withAdded(images, change, arrived.get(localKey(change.id)))
    case 'remove':
      return images.filter((image) => !isMeant(image))
    case 'order':
      return inOrder(images, pictureOrderSchema.parse(change.after).map(named))
    case 'set':
      return images.map((image) =>
        isMeant(image) ? { ...image, alt: { ...image.alt, main: String(change.after) } } : image,
      )
    default:
      return images
  }
}

/** `there`: the store's picture, where it has arrived and only the change is not settled yet. */
function withAdded(images: RemoteImage[], change: ChangeRecord, there: RemoteImage | undefined): RemoteImage[] {
  const { role, alt } = addedPictureSchema.parse(change.after)
  const rest = role === 'main' ? images.filter((image) => !isReplaced(image, change)) : images
  if (!there) return role === 'main' ? [localImage(change), ...rest] : [...rest, localImage(change)]
  const isIt = (image: RemoteImage) => isNamed(image, pictureKey(there))
  return alt === '' ? rest : rest.map((image) => (isIt(image) ? { ...image, alt: { ...image.alt, main: alt } } : image))
}

function isReplaced(image: RemoteImage, { before }: ChangeRecord): boolean {
  const replaced = removedPictureSchema.safeParse(before)
  return replaced.success && isNamed(image, replaced.data.key)
}

function localImage({ id, after }: ChangeRecord): RemoteImage {
  const { source, alt } = addedPictureSchema.parse(after)
  const shown = 'hash' in source ? stagedSource(source.hash) : source.url
  return {
    id: localKey(id),
    imageOriginalUrl: localKey(id),
    image160pxUrl: shown,
    image400pxUrl: shown,
    image1500pxUrl: shown,
    alt: { main: alt },
  }
}
