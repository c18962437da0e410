import { addressesOf, withCopies } from '../changes/kept-copies'
import type { KeepCopy } from '../pictures/keep-copy'
import type { RemoteProduct } from '../shared/remote-product'

/** The product with its pictures copied to this device, where they can still be had: the store's addresses end with it. */
export async function withKeptPictures(keepCopy: KeepCopy, product: RemoteProduct): Promise<RemoteProduct> {
  const copies = await Promise.all(
    addressesOf(product).map(async (address): Promise<[string, string][]> => {
      const kept = await keepCopy(address)
      return kept ? [[address, kept.hash]] : []
    }),
  )
  return withCopies(product, new Map(copies.flat()))
}
