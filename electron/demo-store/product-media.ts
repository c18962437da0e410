import { noAlt, withMainFirst } from './media-order'
import { uploadId } from './media-view'
import { galleryOf } from './product-state'
import type { Alt, StoredImage, StoredProduct, StoredVideo } from './stored-catalogue'

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

/** Replaces the main picture or video; the gallery stays. */
export function withMainImage(product: StoredProduct, image: NewImage): StoredProduct {
  const { mainVideo: _, ...rest } = product
  return { ...rest, images: [toImage(image, '0'), ...galleryOf(product)] }
}

/** Replaces the main video or picture; the gallery stays. */
export function withMainVideo(product: StoredProduct, mainVideo: StoredVideo): StoredProduct {
  return { ...product, images: galleryOf(product), mainVideo }
}

/** Appends to the gallery; on a product with nothing to show it becomes the main picture. */
export function withGalleryImage(product: StoredProduct, image: NewImage): StoredProduct {
  const isFirst = product.images.length === 0 && !product.mainVideo
  return { ...product, images: [...product.images, toImage(image, isFirst ? '0' : String(uploadId(image.base)))] }
}

/** The next picture by order takes the place of a deleted main one. */
export function withoutMainImage(product: StoredProduct): StoredProduct {
  return product.mainVideo ? product : { ...product, images: withMainFirst(galleryOf(product)) }
}

/** As a main picture does. */
export function withoutMainVideo(product: StoredProduct): StoredProduct {
  const { mainVideo, ...rest } = product
  return mainVideo ? { ...rest, images: withMainFirst(product.images) } : product
}

/** Removes a gallery picture or video; what is main cannot be removed this way. */
export function withoutGalleryItem(product: StoredProduct, id: string): StoredProduct {
  const isKept = (image: StoredImage) => image.id !== id || image.id === '0'
  return { ...product, images: product.images.filter(isKept), videos: product.videos.filter((each) => each.id !== id) }
}

export function withoutGallery(product: StoredProduct): StoredProduct {
  return { ...product, images: product.mainVideo ? [] : product.images.slice(0, 1), videos: [] }
}
