import { ApiError, fileNotFound } from './api-error'
import { ok, type ApiAnswer, type ApiRequest } from './api-request'
import { imageFacts } from './image-format'
import { mostUploaded } from './http-body'
import { storePicture, tooBig } from './picture-intake'
import { withMainVideo, withoutMainVideo } from './product-media'
import { requireProduct } from './products'
import type { Route } from './router'
import type { Store } from './store'
import type { StoreParts } from './store-parts'
import type { StoredVideo } from './stored-catalogue'
import { readVideoUrl, sentVideoUrl } from './video-address'

/** The id of whatever is shown first, video or picture. */
const mainId = '0'

/** A video with a cover drawn for it, as the place of a real one would give. */
export function newVideo(url: unknown, place: 'main' | 'gallery', store: Store): StoredVideo {
  const address = readVideoUrl(url)
  const cover = store.nextId('picture')
  store.data.pictures.set(cover, { kind: 'drawn', drawing: 'clock', palette: 0, view: 0, format: 'jpg' })
  return { id: place === 'main' ? mainId : String(store.nextId('video')), url: address, title: '', cover }
}

/** Videos of products: one may be the main thing, others stand in the gallery, all with covers. */
export function videoRoutes({ store, blobs, pictures }: StoreParts): Route[] {
  const setMain = (request: ApiRequest): ApiAnswer => {
    const video = newVideo(sentVideoUrl(request), 'main', store)
    store.saveProduct(withMainVideo(requireProduct(request, store), video))
    return ok({ id: Number(video.id) })
  }

  const removeMain = (request: ApiRequest): ApiAnswer => {
    const product = requireProduct(request, store)
    if (product.mainVideo) store.saveProduct(withoutMainVideo(product))
    return ok({ deleteCount: product.mainVideo ? 1 : 0 })
  }

  const add = (request: ApiRequest): ApiAnswer => {
    const product = requireProduct(request, store)
    const video = newVideo(sentVideoUrl(request), 'gallery', store)
    store.saveProduct({ ...product, videos: [...product.videos, video] })
    return ok({ id: Number(video.id) })
  }

  const find = (request: ApiRequest): StoredVideo => {
    const video = requireProduct(request, store).videos.find(({ id }) => id === request.params['video'])
    if (!video) throw fileNotFound()
    return video
  }

  const cover = (request: ApiRequest): Promise<ApiAnswer> => pictures(`${find(request).cover}.jpg`)

  const setCover = async (request: ApiRequest): Promise<ApiAnswer> => {
    const { id } = find(request)
    if (request.body.length > mostUploaded) throw tooBig()
    if (imageFacts(request.body)?.format !== 'jpg') throw new ApiError(422, 'The cover of a video has to be a JPEG')
    const base = await storePicture(request.body, store, blobs)
    const product = requireProduct(request, store)
    const videos = product.videos.map((each) => (each.id === id ? { ...each, cover: base } : each))
    store.saveProduct({ ...product, videos })
    return ok({ updateCount: 1 })
  }

  const scopes = ['update_catalog']
  const path = '/products/:id'
  return [
    { method: 'POST', path: `${path}/video`, scopes, handle: setMain },
    { method: 'DELETE', path: `${path}/video`, scopes, handle: removeMain },
    { method: 'POST', path: `${path}/gallery/video`, scopes, handle: add },
    { method: 'GET', path: `${path}/gallery/video/:video`, scopes: ['read_catalog'], handle: cover },
    { method: 'PUT', path: `${path}/gallery/video/:video`, scopes, handle: setCover },
  ]
}
