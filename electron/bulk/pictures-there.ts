import type { Catalogue } from '../catalogue/catalogue'
import { ownPictureKey } from '../changes/own-picture'
import { imagesOf, pictureKey, sameKey } from '../changes/pictures'
import { addsPicture } from '../shared/change-address'
import { addedPictureSchema } from '../shared/change-record'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'

/** A picture that is there, with all addresses that lead to it. */
export type PictureThere = { key: string; addresses: readonly string[] }

/** Of a product, or of one of its variations, which has one at most. */
export type PicturesThere = (variationId: number | null) => readonly PictureThere[]

/** The store keeps a copy of what it is given by address: the address that it was given is remembered with the change that added it. */
export function picturesThere(
  { changes }: Pick<Catalogue, 'changes'>,
  productId: number,
  product: RemoteProduct,
): PicturesThere {
  const given = changes.picturesOf(productId).flatMap((change) => {
    const { source, key } = addedPictureSchema.safeParse(addsPicture(change) ? change.after : null).data ?? {}
    return source && 'url' in source && key !== undefined ? [{ key, url: source.url }] : []
  })
  const givenFor = (key: string) => given.flatMap((one) => (sameKey(one.key, key) ? [one.url] : []))
  return (variationId) => {
    if (variationId === null) {
      return imagesOf(product).map((image) => {
        const key = pictureKey(image)
        return { key, addresses: [...addressesOf(image), ...givenFor(key)] }
      })
    }
    const variation = product.combinations?.find(({ id }) => id === variationId)
    const key = variation && ownPictureKey(variation)
    if (!variation || key === undefined) return []
    const { originalImageUrl, imageUrl, hdThumbnailUrl, thumbnailUrl, smallThumbnailUrl } = variation
    return [{ key, addresses: known([originalImageUrl, imageUrl, hdThumbnailUrl, thumbnailUrl, smallThumbnailUrl]) }]
  }
}

const addressesOf = (image: RemoteImage): string[] =>
  known([image.imageOriginalUrl, image.image1500pxUrl, image.image800pxUrl, image.image400pxUrl, image.image160pxUrl])

const known = (addresses: readonly (string | undefined)[]): string[] => addresses.filter((each) => each !== undefined)
