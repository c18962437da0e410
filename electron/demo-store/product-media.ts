import { noAlt, withMainFirst } from './media-order'
import { uploadId } from './media-view'
import type { Alt, StoredImage, StoredProduct } from './stored-catalogue'

export type NewImage = { base: number; alt?: Alt; fileName?: string; externalId?: string }

function toImage(image: NewImage, id: string): StoredImage {
  return {
    id,
    base: image.base,
    alt: image.alt ?? noAlt,
    ...(image.fileName === undefined ? {} : { fileName: image.fileName }),
    ...(image.externalId === undefined ? {} : { externalId: image.externalId }),
  }
}

/** Replaces the main picture; the gallery stays. */
export function withMainImage(product: StoredProduct, image: NewImage): StoredProduct {
  return { ...product, images: [toImage(image, '0'), ...product.images.slice(1)] }
}

/** Appends to the gallery; on a product without pictures it becomes the main one. */
export function withGalleryImage(product: StoredProduct, image: NewImage): StoredProduct {
  const id = product.images.length === 0 ? '0' : String(uploadId(image.base))
  return { ...product, images: [...product.images, toImage(image, id)] }
}

/** The next picture by order takes the place of a deleted main one. */
export function withoutMainImage(product: StoredProduct): StoredProduct {
  return { ...product, images: withMainFirst(product.images.slice(1)) }
}

/** Removes a gallery picture or video; the main picture cannot be removed this way. */
export function withoutGalleryItem(product: StoredProduct, id: string): StoredProduct {
  return {
    ...product,
    images: product.images.filter((image, position) => position === 0 || image.id !== id),
    videos: product.videos.filter((video) => video.id !== id),
  }
}
