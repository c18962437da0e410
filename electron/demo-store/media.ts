import { ApiError } from './api-error'
import { jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { readItems } from './body-fields'
import { isJsonObject, type JsonObject } from './json-object'
import { uploadId } from './media-view'
import { download, parsedUrl, storePicture, takeLinkedPicture, takePicture } from './picture-intake'
import { withGalleryImage, withMainImage, withoutGalleryItem, withoutMainImage, type NewImage } from './product-media'
import { requireProduct } from './products'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import type { StoredProduct, StoredVideo } from './stored-catalogue'

const update = ['update_catalog']

/** Pictures and videos of products. */
export function mediaRoutes({ store, blobs }: StoreParts): Route[] {
  type Place = (product: StoredProduct, image: NewImage) => StoredProduct

  const upload =
    (place: Place) =>
    async (request: ApiRequest): Promise<ApiAnswer> => {
      requireProduct(request, store)
      const base = await takePicture(request, store, blobs)
      const fileName = request.query.text('fileName')
      // Read again: the download or the disk took its time, and the product may have changed meanwhile.
      const product = requireProduct(request, store)
      store.saveProduct(place(product, fileName === undefined ? { base } : { base, fileName }))
      return ok({ id: uploadId(base) })
    }

  const link =
    (place: Place) =>
    (request: ApiRequest): ApiAnswer => {
      const product = requireProduct(request, store)
      const { externalId, ...image } = takeLinkedPicture(request, store)
      store.saveProduct(place(product, externalId === undefined ? image : { ...image, externalId }))
      return ok({})
    }

  const remove = (request: ApiRequest, change: (product: StoredProduct) => StoredProduct): ApiAnswer => {
    const product = requireProduct(request, store)
    const next = change(product)
    const deleteCount = countMedia(product) - countMedia(next)
    if (deleteCount > 0) store.saveProduct(next)
    return ok({ deleteCount })
  }

  const addVideo = (request: ApiRequest): ApiAnswer => {
    const product = requireProduct(request, store)
    const { url } = jsonObjectBody(request, 'Video')
    const video = newVideo(url, String(store.nextId('video')))
    store.saveProduct({ ...product, videos: [...product.videos, video] })
    return ok({ id: Number(video.id) })
  }

  const replaceAll = async (request: ApiRequest): Promise<ApiAnswer> => {
    requireProduct(request, store)
    const { mainMedia, galleryMedia } = jsonObjectBody(request, 'ProductMedia')
    const main = await readMedia(isJsonObject(mainMedia) ? [mainMedia] : [])
    const gallery =
      galleryMedia === undefined ? undefined : await readMedia(readItems(galleryMedia, 'ProductMedia.galleryMedia'))
    let product = requireProduct(request, store)
    if (main.bases[0] !== undefined) product = withMainImage(product, { base: main.bases[0] })
    if (gallery) {
      product = { ...product, images: product.images.slice(0, 1), videos: [] }
      for (const base of gallery.bases) product = withGalleryImage(product, { base })
    }
    store.saveProduct({ ...product, videos: [...product.videos, ...main.videos, ...(gallery?.videos ?? [])] })
    return ok({ updateCount: 1 })
  }

  const readMedia = async (items: readonly JsonObject[]): Promise<{ bases: number[]; videos: StoredVideo[] }> => {
    const read: { bases: number[]; videos: StoredVideo[] } = { bases: [], videos: [] }
    for (const { imageUrl, videoUrl } of items) {
      if (typeof imageUrl === 'string') read.bases.push(await storePicture(await download(imageUrl), store, blobs))
      else if (videoUrl !== undefined && videoUrl !== null)
        read.videos.push(newVideo(videoUrl, String(store.nextId('video'))))
    }
    return read
  }

  const path = '/products/:id'
  return [
    { method: 'POST', path: `${path}/image`, scopes: update, handle: upload(withMainImage) },
    { method: 'POST', path: `${path}/image/async`, scopes: update, handle: link(withMainImage) },
    { method: 'DELETE', path: `${path}/image`, scopes: update, handle: (request) => remove(request, withoutMainImage) },
    { method: 'POST', path: `${path}/gallery`, scopes: update, handle: upload(withGalleryImage) },
    { method: 'POST', path: `${path}/gallery/async`, scopes: update, handle: link(withGalleryImage) },
    {
      method: 'DELETE',
      path: `${path}/gallery`,
      scopes: ['update_catalog_batch_delete'],
      handle: (request) =>
        remove(request, (product) => ({ ...product, images: product.images.slice(0, 1), videos: [] })),
    },
    { method: 'POST', path: `${path}/video`, scopes: update, handle: addVideo },
    { method: 'POST', path: `${path}/gallery/video`, scopes: update, handle: addVideo },
    {
      method: 'DELETE',
      path: `${path}/video`,
      scopes: update,
      handle: (request) => remove(request, (product) => ({ ...product, videos: product.videos.slice(1) })),
    },
    {
      method: 'DELETE',
      path: `${path}/gallery/:item`,
      scopes: update,
      handle: (request) => remove(request, (product) => withoutGalleryItem(product, request.params['item'] ?? '')),
    },
    { method: 'PUT', path: `${path}/media`, scopes: update, handle: replaceAll },
  ]
}

function countMedia({ images, videos }: StoredProduct): number {
  return images.length + videos.length
}

function newVideo(url: unknown, id: string): StoredVideo {
  if (typeof url !== 'string' || !/^https?:$/.test(parsedUrl(url)?.protocol ?? '')) {
    throw new ApiError(422, 'The address does not lead to a video', 'NOT_VIDEO_URL')
  }
  return { id, url, title: '' }
}
