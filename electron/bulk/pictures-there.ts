import type { Catalogue } from '../catalogue/catalogue'
import { ownPictureKey } from '../changes/own-picture'
import { imagesOf, localKey, pictureKey, sameKey } from '../changes/pictures'
import { addsPicture } from '../shared/change-address'
import { addedPictureSchema } from '../shared/change-record'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'

/** A picture that is there, with all addresses that lead to it, and what it is, as far as that is known. */
export type PictureThere = { key: string; addresses: readonly string[]; contents: readonly string[]; alt: string }

/** Of a product, or of one of its variations, which has one at most. */
export type PicturesThere = (variationId: number | null) => readonly PictureThere[]

/** The store keeps a copy of what it is given by address: the address that it was given is remembered with the change that added it. */
export function picturesThere(
  catalogue: Pick<Catalogue, 'changes' | 'pictureContents' | 'pictureJobFiles'>,
  productId: number,
  product: RemoteProduct,
): PicturesThere {
  const images = imagesOf(product)
  const given = catalogue.changes.picturesOf(productId).flatMap((change) => {
    const { source, key } = addedPictureSchema.safeParse(addsPicture(change) ? change.after : null).data ?? {}
    return source && 'url' in source && key !== undefined ? [{ key, url: source.url }] : []
  })
  const givenFor = (key: string) => given.flatMap((one) => (sameKey(one.key, key) ? [one.url] : []))
  const contents = contentsOf(catalogue, productId)
  const contentsFor = (key: string, variationId: number | null) =>
    contents(variationId).flatMap((one) => (sameKey(one.key, key) ? [one.hash] : []))
  return (variationId) => {
    if (variationId === null) {
      return images.map((image) => {
        const key = pictureKey(image)
        return {
          key,
          addresses: [...addressesOf(image), ...givenFor(key)],
          contents: contentsFor(key, null),
          alt: image.alt?.main ?? '',
        }
      })
    }
    const variation = product.combinations?.find(({ id }) => id === variationId)
    const key = variation && ownPictureKey(variation)
    if (!variation || key === undefined) return []
    const { originalImageUrl, imageUrl, hdThumbnailUrl, thumbnailUrl, smallThumbnailUrl } = variation
    const addresses = known([originalImageUrl, imageUrl, hdThumbnailUrl, thumbnailUrl, smallThumbnailUrl])
    return [{ key, addresses, contents: contentsFor(key, variationId), alt: variation.alt?.main ?? '' }]
  }
}

/** By the names of pictures: what was read of them once, and what was uploaded, as it was sent and as its file was. */
function contentsOf(
  { pictureContents, pictureJobFiles }: Pick<Catalogue, 'pictureContents' | 'pictureJobFiles'>,
  productId: number,
) {
  const read = pictureContents.ofProduct(productId)
  return (variationId: number | null): { key: string; hash: string }[] => {
    const uploads = pictureJobFiles
      .uploadsOf(productId, variationId)
      .flatMap(({ id, key, hash, sourceHash }) =>
        [hash, sourceHash].flatMap((each) => (each === null ? [] : [{ key: key ?? localKey(id), hash: each }])),
      )
    return [...read.map(({ name, hash }) => ({ key: name, hash })), ...uploads]
  }
}

const addressesOf = (image: RemoteImage): string[] =>
  known([image.imageOriginalUrl, image.image1500pxUrl, image.image800pxUrl, image.image400pxUrl, image.image160pxUrl])

const known = (addresses: readonly (string | undefined)[]): string[] => addresses.filter((each) => each !== undefined)
