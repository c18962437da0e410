import { ApiError, wrongParameter } from './api-error'
import { jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { readItems } from './body-fields'
import { isJsonObject, type JsonObject } from './json-object'
import { uploadId } from './media-view'
import { storePicture } from './picture-intake'
import { withGalleryImage, withMainImage, withMainVideo, withoutGallery } from './product-media'
import { requireProduct } from './products'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import type { StoredProduct, StoredVideo } from './stored-catalogue'
import { newVideo } from './videos'

type Item = { base: number } | { video: StoredVideo } | { error: ApiError }

/** `PUT /media`: main thing and gallery at once, from addresses; what cannot be taken is said item by item. */
export function mediaBulkRoutes({ store, blobs, download }: StoreParts): Route[] {
  const read = async ({ imageUrl, videoUrl }: JsonObject, place: 'main' | 'gallery'): Promise<Item> => {
    try {
      if (typeof imageUrl === 'string') return { base: await storePicture(await download(imageUrl), store, blobs) }
      return { video: newVideo(videoUrl, place, store) }
    } catch (error) {
      if (error instanceof ApiError) return { error }
      throw error
    }
  }

  const replaceAll = async (request: ApiRequest): Promise<ApiAnswer> => {
    requireProduct(request, store)
    const { mainMedia, galleryMedia } = jsonObjectBody(request, 'ProductMedia')
    const main = isJsonObject(mainMedia) && Object.keys(mainMedia).length > 0 ? mainMedia : undefined
    // Without a gallery in the body the one that is there stays.
    const listed = galleryMedia === undefined ? undefined : readItems(galleryMedia, 'ProductMedia.galleryMedia')
    if (!main && !listed) throw wrongParameter('Absent parameter mainMedia or galleryMedia')
    const mainItem = main && (await read(main, 'main'))
    const items: Item[] = []
    for (const each of listed ?? []) items.push(await read(each, 'gallery'))
    let product = requireProduct(request, store)
    if (mainItem) product = withMain(product, mainItem)
    if (listed) product = items.reduce(withGalleryItem, withoutGallery(product))
    store.saveProduct(product)
    return ok({
      ...(mainItem && { mainMedia: resultOf(mainItem) }),
      ...(listed && { galleryMedia: items.map(resultOf) }),
    })
  }

  return [{ method: 'PUT', path: '/products/:id/media', scopes: ['update_catalog'], handle: replaceAll }]
}

function withMain(product: StoredProduct, item: Item): StoredProduct {
  if ('base' in item) return withMainImage(product, item)
  return 'video' in item ? withMainVideo(product, item.video) : product
}

function withGalleryItem(product: StoredProduct, item: Item): StoredProduct {
  if ('base' in item) return withGalleryImage(product, item)
  return 'video' in item ? { ...product, videos: [...product.videos, item.video] } : product
}

function resultOf(item: Item): JsonObject {
  if ('base' in item) return { success: true, id: uploadId(item.base) }
  if ('video' in item) return { success: true, id: Number(item.video.id) }
  return { success: false, errorCode: item.error.code, errorMessage: item.error.message }
}
