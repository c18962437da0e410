import { ownPicture, ownPictureKey } from './own-picture'
import { variationLabel } from './variation-pictures'
import { imagesOf, pictureKey, withoutHost } from './pictures'
import type { PictureSource } from '../shared/change'
import { stagedHashOf } from '../shared/picture-src'
import type { RemoteImage, RemoteProduct, RemoteVariation } from '../shared/remote-product'

/** A picture as its owner sees it, and where its bytes are; null: nowhere that is known. `place`: 1 is the main one. */
export type SourcedPicture = {
  variation: RemoteVariation | null
  place: number
  key: string
  source: PictureSource | null
}

/** Of a product and of its variations; what a variation shows out of the gallery is there once. */
export function sourcedPictures(product: RemoteProduct): SourcedPicture[] {
  const gallery = imagesOf(product).map((image, at): SourcedPicture => {
    return { variation: null, place: at + 1, key: pictureKey(image), source: sourceOf(image) }
  })
  const known = new Set(gallery.map(({ key }) => withoutHost(key)))
  const own = (product.combinations ?? []).flatMap((variation): SourcedPicture[] => {
    const key = ownPictureKey(variation)
    if (key === undefined || known.has(withoutHost(key))) return []
    known.add(withoutHost(key))
    return [{ variation, place: 1, key, source: ownPicture(variation).source }]
  })
  return [...gallery, ...own]
}

/** “picture 2 of M-1” */
export function pictureTitle({ sku, name = '' }: RemoteProduct, { variation, place }: SourcedPicture): string {
  const [title, label] = [sku || name, variation && variationLabel(variation)]
  return label === null ? `picture ${place} of ${title}` : `the picture of ${title}, ${label}`
}

/** The largest that there is. */
function sourceOf(image: RemoteImage): SourcedPicture['source'] {
  const staged = image.image160pxUrl ?? ''
  const hash = stagedHashOf(staged)
  if (hash !== undefined) return { hash }
  const sizes = [image.imageOriginalUrl, image.image1500pxUrl, image.image800pxUrl, image.image400pxUrl, staged]
  const url = sizes.find((each) => /^https?:/.test(each ?? ''))
  return url === undefined ? null : { url }
}
