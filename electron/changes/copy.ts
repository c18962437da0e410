import { toAddPicture } from '../shared/change-address'
import type { Deed, NewChange } from '../shared/change-record'
import { isMainVideo, type RemoteProduct } from '../shared/remote-product'
import { stagedHashOf } from '../shared/picture-src'
import { copiedVariations, goWithProduct } from './copied-variations'
import { fileAddition, filesOf } from './files'
import { imagesOf, localKey, pictureKey, toldBy } from './pictures'
import { videoAddition, videosOf } from './videos'

/** The variations of the original, where they go with it. `rewritten`: the fields that are not the original's any more. */
export function copiedBody(original: RemoteProduct, rewritten: readonly string[] = []): Record<string, unknown> {
  const combinations = goWithProduct(original) ? copiedVariations(original, !rewritten.includes('sku')) : []
  return combinations.length > 0 ? { combinations } : {}
}

/** The store fetches the copies from the original's own addresses; pictures still on this device are copied from here. */
export function copiedPictures(original: RemoteProduct, productId: number, productName: string): NewChange[] {
  return imagesOf(original).flatMap((image, position): NewChange[] => {
    const address = image.imageOriginalUrl ?? image.image1500pxUrl ?? ''
    const shown = image.image160pxUrl ?? ''
    const staged = stagedHashOf(shown)
    const isLocal = address.startsWith(localKey(0).slice(0, -1))
    const source = staged ? { hash: staged } : { url: isLocal ? shown : address }
    if (source.url !== undefined && !/^https?:/.test(source.url)) return []
    const role = position === 0 ? 'main' : 'gallery'
    const after = { source, role, fileName: '', ...toldBy(image), from: pictureKey(image) }
    return [{ productId, productName, ...toAddPicture, before: null, after }]
  })
}

/** What is on this device goes from here; what is in the store is taken from there, as long as the original is (`isThere`). */
export function copiedFiles(original: RemoteProduct, isThere: boolean): Deed[] {
  return filesOf(original).map(({ id: fileId, name = '', size = 0, description = '', hash }) => {
    const copyOf = { productId: original.id, fileId }
    const source = typeof hash === 'string' ? { hash } : isThere && fileId > 0 ? { copyOf } : {}
    return fileAddition({ name, size, description, from: fileId, ...source })
  })
}

/** A main one stays what is shown first where there is no picture. */
export function copiedVideos(original: RemoteProduct, productId: number, productName: string): NewChange[] {
  const hasNoPictures = imagesOf(original).length === 0
  return videosOf(original).flatMap((video): NewChange[] => {
    if (video.url === undefined) return []
    const role = hasNoPictures && isMainVideo(video) ? 'main' : 'gallery'
    return [{ productId, productName, ...videoAddition(video.url, role, { id: 0 }) }]
  })
}
