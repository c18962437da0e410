import { imagesOf, withImages, withoutHost } from '../changes/pictures'
import { stagedSource } from '../shared/picture-src'
import { ownPicture } from '../changes/own-picture'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'

/** The product with its pictures copied to this device, where they can still be had: the store's addresses end with it. */
export async function withKeptPictures(
  keepCopy: (url: string) => Promise<string | undefined>,
  product: RemoteProduct,
): Promise<RemoteProduct> {
  const copies = await Promise.all(
    addressesOf(product).map(async (address): Promise<[string, string][]> => {
      const hash = await keepCopy(address)
      return hash ? [[address, hash]] : []
    }),
  )
  return withCopies(product, new Map(copies.flat()))
}

/** Where the store has the originals of a product's pictures, those of its variations too. */
export const addressesOf = (product: RemoteProduct): string[] => [
  ...imagesOf(product).flatMap(({ imageOriginalUrl: address }) => (address && isOnline(address) ? [address] : [])),
  ...(product.combinations ?? []).flatMap(addressOfVariation),
]

/** The same of one variation; none where it is on this device already. */
export function addressOfVariation(variation: RemoteVariation): string[] {
  const { source } = ownPicture(variation)
  return source && 'url' in source && isOnline(source.url) ? [source.url] : []
}

const isOnline = (address: string): boolean => /^https?:/.test(address)

/** The product with its pictures on this device. `copies`: address -> content hash. */
export function withCopies(product: RemoteProduct, copies: ReadonlyMap<string, string>): RemoteProduct {
  const kept = new Map([...copies].map(([address, hash]) => [withoutHost(address), hash]))
  const images = imagesOf(product).map((image) => {
    const hash = kept.get(withoutHost(image.imageOriginalUrl ?? ''))
    return hash ? { ...image, image160pxUrl: stagedSource(hash) } : image
  })
  const combinations = product.combinations?.map((variation) => {
    const [address] = addressOfVariation(variation)
    const hash = address && kept.get(withoutHost(address))
    return hash ? { ...variation, smallThumbnailUrl: stagedSource(hash) } : variation
  })
  return { ...withImages(product, images), ...(combinations && { combinations }) }
}
