import { addsPicture, isOfPictures } from '../shared/change-address'
import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
  type RemovedPicture,
} from '../shared/change-record'
import { stagedSource } from '../shared/picture-src'
import { hasMainVideo, type RemoteImage, type RemoteProduct } from '../shared/remote-product'

/** Ecwid renumbers pictures when the main one changes; the address of the original stays with the picture. */
export const pictureKey = (image: RemoteImage): string => image.imageOriginalUrl ?? image.image1500pxUrl ?? image.id

/** A store that moves its pictures to another host has not changed them. */
export const withoutHost = (key: string): string => key.replace(/^https?:\/\/[^/]+/, '')

/** The main picture's id is always "0"; the id the upload was answered with is in the address of its large size. */
export function isUploadedAs(image: RemoteImage, imageId: number | undefined): boolean {
  if (imageId === undefined) return false
  return image.id === String(imageId) || new RegExp(`/${imageId}\\.\\w+$`).test(image.image1500pxUrl ?? '')
}

/** Key of a picture that is not in the store yet. */
export const localKey = (changeId: number): string => `local:${changeId}`

/** The upload that a picture's local key names; null: it is the store's own key. */
export const changeOfKey = (key: string): number | null => (/^local:\d+$/.test(key) ? Number(key.slice(6)) : null)

/** Two names of one picture of the store. */
export const sameKey = (one: string, other: string): boolean => one === other || withoutHost(one) === withoutHost(other)

export const isNamed = (image: RemoteImage, key: string): boolean => sameKey(pictureKey(image), key)

/** The product's pictures in the order the shop shows them, main first. */
export function imagesOf(product: RemoteProduct): RemoteImage[] {
  const images = product.media?.images ?? []
  return [...images].sort((a, b) => (a.orderBy ?? 0) - (b.orderBy ?? 0))
}

export function withImages(product: RemoteProduct, images: RemoteImage[]): RemoteProduct {
  const numbered = images.map((image, position) => ({
    ...image,
    orderBy: position,
    isMain: position === 0 && !hasMainVideo(product),
  }))
  return { ...product, media: { ...product.media, images: numbered } }
}

/** What it takes to bring this picture back after it was removed. */
export function toRemovedPicture(images: RemoteImage[], key: string): RemovedPicture | undefined {
  const position = images.findIndex((image) => isNamed(image, key))
  const image = images[position]
  if (!image) return undefined
  const shown = image.image160pxUrl ?? ''
  const copy = shown.startsWith(stagedSource('')) ? { hash: shown.slice(stagedSource('').length) } : {}
  // Of a link that the store has not fetched yet, the link itself is the address.
  const own = image.imageOriginalUrl ?? image.image1500pxUrl ?? ''
  const url = changeOfKey(own) === null ? own : 'hash' in copy ? '' : shown
  return { key: pictureKey(image), url, alt: image.alt?.main ?? '', position, ...copy }
}

/** The product's pictures with its waiting picture changes laid over them. */
export function withPictureChanges(images: RemoteImage[], open: readonly ChangeRecord[]): RemoteImage[] {
  const changes = open.filter(isOfPictures)
  if (changes.length === 0) return images
  const arrived = arrivedUnanswered(images, changes)
  return changes.reduce((shown, change) => withPictureChange(shown, change, arrived), images)
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

/** Pictures that the product did not have when a request without an answer went out. */
export function isNewTo(images: readonly RemoteImage[], token: ChangeRecord['token']): RemoteImage[] {
  const known = token?.pictureKeys
  return known ? images.filter((image) => !known.some((key) => isNamed(image, key))) : []
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

/** Pictures the order does not name (added elsewhere meanwhile) keep their place at the end. */
export function inOrder(images: RemoteImage[], order: readonly string[]): RemoteImage[] {
  const place = new Map(order.map((key, position) => [withoutHost(key), position]))
  const at = (image: RemoteImage) => place.get(withoutHost(pictureKey(image))) ?? order.length
  return [...images].sort((a, b) => at(a) - at(b))
}
