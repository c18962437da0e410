import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
  type RemovedPicture,
} from '../shared/change-record'
import { stagedSource } from '../shared/picture-src'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'

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

/** The product's pictures in the order the shop shows them, main first. */
export function imagesOf(product: RemoteProduct): RemoteImage[] {
  const images = product.media?.images ?? []
  return [...images].sort((a, b) => (a.orderBy ?? 0) - (b.orderBy ?? 0))
}

export function withImages(product: RemoteProduct, images: RemoteImage[]): RemoteProduct {
  const numbered = images.map((image, position) => ({ ...image, orderBy: position, isMain: position === 0 }))
  return { ...product, media: { ...product.media, images: numbered } }
}

/** What it takes to bring this picture back after it was removed. */
export function toRemovedPicture(images: RemoteImage[], key: string): RemovedPicture | undefined {
  const position = images.findIndex((image) => pictureKey(image) === key)
  const image = images[position]
  if (!image) return undefined
  return { key, url: image.imageOriginalUrl ?? image.image1500pxUrl ?? '', alt: image.alt?.main ?? '', position }
}

/** The picture list with one waiting picture change laid over it. */
export function withPictureChange(images: RemoteImage[], change: ChangeRecord): RemoteImage[] {
  switch (change.kind) {
    case 'picture.add':
      return withAdded(images, change)
    case 'picture.remove':
      return images.filter((image) => pictureKey(image) !== change.field)
    case 'picture.order':
      return inOrder(images, pictureOrderSchema.parse(change.after))
    case 'picture.alt':
      return images.map((image) =>
        pictureKey(image) === change.field ? { ...image, alt: { ...image.alt, main: String(change.after) } } : image,
      )
    default:
      return images
  }
}

function withAdded(images: RemoteImage[], change: ChangeRecord): RemoteImage[] {
  // The store has it, and it has been read; only the change is not settled yet.
  if (images.some((image) => isUploadedAs(image, change.token?.imageId))) return images
  const { source, role, alt } = addedPictureSchema.parse(change.after)
  const shown = 'hash' in source ? stagedSource(source.hash) : source.url
  const image: RemoteImage = {
    id: localKey(change.id),
    imageOriginalUrl: localKey(change.id),
    image160pxUrl: shown,
    image400pxUrl: shown,
    image1500pxUrl: shown,
    alt: { main: alt },
  }
  if (role === 'gallery') return [...images, image]
  const replaced = removedPictureSchema.safeParse(change.before)
  const rest = replaced.success ? images.filter((other) => pictureKey(other) !== replaced.data.key) : images
  return [image, ...rest]
}

/** Pictures the order does not name (added elsewhere meanwhile) keep their place at the end. */
export function inOrder(images: RemoteImage[], order: string[]): RemoteImage[] {
  const place = new Map(order.map((key, position) => [key, position]))
  const at = (image: RemoteImage) => place.get(pictureKey(image)) ?? order.length
  return [...images].sort((a, b) => at(a) - at(b))
}
