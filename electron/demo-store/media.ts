import { ok, type ApiAnswer, type ApiRequest } from './api-request'
import { uploadId } from './media-view'
import { takeLinkedPicture, takePicture } from './picture-intake'
import {
  withGalleryImage,
  withMainImage,
  withoutGallery,
  withoutGalleryItem,
  withoutMainImage,
  type NewImage,
} from './product-media'
import { requireProduct } from './products'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import type { StoredProduct } from './stored-catalogue'
import { readUpload } from './upload-form'

const update = ['update_catalog']

/** Pictures of products. */
export function mediaRoutes({ store, blobs, download }: StoreParts): Route[] {
  type Place = (product: StoredProduct, image: NewImage) => StoredProduct

  const upload =
    (place: Place) =>
    async (request: ApiRequest): Promise<ApiAnswer> => {
      requireProduct(request, store)
      const sent = readUpload(request)
      const base = await takePicture(sent, { store, blobs, download })
      const fileName = sent.param('fileName')
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
      handle: (request) => remove(request, withoutGallery),
    },
    {
      method: 'DELETE',
      path: `${path}/gallery/:item`,
      scopes: update,
      handle: (request) => remove(request, (product) => withoutGalleryItem(product, request.params['item'] ?? '')),
    },
  ]
}

function countMedia({ images, videos }: StoredProduct): number {
  return images.length + videos.length
}
