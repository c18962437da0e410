import { imagesOf, withImages } from '../changes/pictures'
import { stagedSource } from '../shared/picture-src'
import type { RemoteProduct } from '../shared/remote-product'

/** The product with its pictures copied to this device, where they can still be had: the store's addresses end with it. */
export async function withKeptPictures(
  keepCopy: (url: string) => Promise<string | undefined>,
  product: RemoteProduct,
): Promise<RemoteProduct> {
  const images = await Promise.all(
    imagesOf(product).map(async (image) => {
      const address = image.imageOriginalUrl
      const hash = address && /^https?:/.test(address) ? await keepCopy(address) : undefined
      return hash ? { ...image, image160pxUrl: stagedSource(hash) } : image
    }),
  )
  return withImages(product, images)
}
