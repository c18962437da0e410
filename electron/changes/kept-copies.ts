import { stagedSource } from '../shared/picture-src'
import type { RemoteImage, RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { ownPicture, ownPictureKey } from './own-picture'
import { imagesOf, pictureKey, withImages, withoutHost } from './pictures'
import { sourcedPictures } from './sourced-pictures'

/** Where the store has the largest of a picture: its copy is known by this. */
export const addressOf = ({ imageOriginalUrl, image1500pxUrl }: RemoteImage): string | undefined =>
  imageOriginalUrl ?? image1500pxUrl

/** Where the store has the originals of a product's pictures, those of its variations too. */
export const addressesOf = (product: RemoteProduct): string[] => [
  ...imagesOf(product)
    .flatMap((image) => addressOf(image) ?? [])
    .filter(isOnline),
  ...(product.combinations ?? []).flatMap(addressOfVariation),
]

/** The same of one variation; none where it is on this device already. */
export function addressOfVariation(variation: RemoteVariation): string[] {
  const { source } = ownPicture(variation)
  return source && 'url' in source && isOnline(source.url) ? [source.url] : []
}

const isOnline = (address: string): boolean => /^https?:/.test(address)

/** What of its pictures is on this device: names without their hosts, content hashes. */
export const copiesIn = (product: RemoteProduct): [string, string][] =>
  sourcedPictures(product).flatMap(({ key, source }): [string, string][] =>
    source && 'hash' in source ? [[withoutHost(key), source.hash]] : [],
  )

/** The product with its pictures on this device. `copies`: address, or name -> content hash. */
export function withCopies(product: RemoteProduct, copies: ReadonlyMap<string, string>): RemoteProduct {
  const kept = new Map([...copies].map(([address, hash]) => [withoutHost(address), hash]))
  const images = imagesOf(product).map((image) => {
    const hash = kept.get(withoutHost(pictureKey(image)))
    return hash ? { ...image, image160pxUrl: stagedSource(hash) } : image
  })
  const combinations = product.combinations?.map((variation) => {
    const [address = ownPictureKey(variation)] = addressOfVariation(variation)
    const hash = address && kept.get(withoutHost(address))
    return hash ? { ...variation, smallThumbnailUrl: stagedSource(hash) } : variation
  })
  return { ...withImages(product, images), ...(combinations && { combinations }) }
}
