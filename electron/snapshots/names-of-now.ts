import type { Catalogue } from '../catalogue/catalogue'
import { fileNamesNow } from '../changes/file-names'
import { ownPicture } from '../changes/own-picture'
import { ownPicturesAgain } from '../changes/own-pictures-again'
import { namesNow } from '../changes/picture-names'
import { imagesOf, isNamed, pictureKey } from '../changes/pictures'
import { videoAt } from '../changes/videos'
import type { RemoteFile, RemoteImage, RemoteProduct, RemoteVariation, RemoteVideo } from '../shared/remote-product'
import { pairsKey } from '../shared/variations/choosable'

/**
 * What a product was, with its pictures, files, videos and variations called as they are now: those that came back or were made anew since are other
 * ones to the store, and the same to their owner. What is gone keeps its old name.
 */
export function inNamesOfNow(
  catalogue: Catalogue,
  productId: number,
  { was, now }: { was: RemoteProduct; now: RemoteProduct },
): RemoteProduct {
  const images = picturesOf(catalogue, productId, was, now)
  const media = { ...was.media, ...(images && { images }), ...videosNow(was, now) }
  return {
    ...was,
    ...(was.media && { media }),
    ...filesNow(catalogue, productId, was, now),
    ...variationsOf(catalogue, productId, was, now),
  }
}

function picturesOf(catalogue: Catalogue, productId: number, was: RemoteProduct, now: RemoteProduct) {
  if (!was.media?.images) return null
  const shown = imagesOf(now)
  const nameNow = namesNow(catalogue, productId, shown)
  return was.media.images.map((image): RemoteImage => {
    const name = nameNow(pictureKey(image))
    const is = name === undefined ? undefined : shown.find((each) => isNamed(each, name))
    return is ? { ...is, alt: image.alt, orderBy: image.orderBy, isMain: image.isMain } : image
  })
}

/** One that waits has no place of the store yet. */
function videosNow(was: RemoteProduct, now: RemoteProduct) {
  if (!was.media?.videos) return {}
  const videos = was.media.videos.map((video): RemoteVideo => {
    return (video.url !== undefined && videoAt(now, video.url)) || video
  })
  return { videos }
}

function filesNow(catalogue: Catalogue, productId: number, was: RemoteProduct, now: RemoteProduct) {
  if (!was.files) return {}
  const idNow = fileNamesNow(catalogue, productId, now)
  return { files: was.files.map((file): RemoteFile => ({ ...file, id: idNow(file.id) ?? file.id })) }
}

/** Its choices tell a variation from the others. */
function variationsOf(catalogue: Catalogue, productId: number, was: RemoteProduct, now: RemoteProduct) {
  if (!was.combinations) return {}
  const are = now.combinations ?? []
  const known = new Set(was.combinations.map(({ id }) => id))
  const anew = new Map(are.filter(({ id }) => !known.has(id)).map((each) => [pairsKey(each.options ?? []), each.id]))
  const isAgain = ownPicturesAgain(catalogue, productId)
  const combinations = was.combinations.map((earlier): RemoteVariation => {
    const isThere = are.some(({ id }) => id === earlier.id)
    const id = isThere ? earlier.id : (anew.get(pairsKey(earlier.options ?? [])) ?? earlier.id)
    const is = are.find((each) => each.id === id)
    return { ...earlier, id, ...(is && isAgain(ownPicture(earlier), ownPicture(is)) && picturePlaces(is)) }
  })
  return { combinations }
}

/** Where the picture is that it has of its own. */
function picturePlaces(variation: RemoteVariation) {
  const { imageUrl, originalImageUrl, smallThumbnailUrl, thumbnailUrl, hdThumbnailUrl } = variation
  return { imageUrl, originalImageUrl, smallThumbnailUrl, thumbnailUrl, hdThumbnailUrl }
}
