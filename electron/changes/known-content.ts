import type { Catalogue } from '../catalogue/catalogue'
import { ownPictureKey } from './own-picture'
import { namesNow } from './picture-names'
import { changeOfKey, imagesOf, sameKey } from './pictures'
import { currentProduct } from './reindex'

type Sought = { productId: number; sourceHash: string }

/** The picture of a product that is known to have this content; null: it is on its way; undefined: none. */
export function keyOfContent(catalogue: Catalogue, { productId, sourceHash }: Sought): string | null | undefined {
  const names = catalogue.pictureContents.namesOf(productId, sourceHash)
  const product = names.length > 0 ? currentProduct(catalogue, productId) : undefined
  if (!product) return undefined
  const nameNow = namesNow(catalogue, productId, imagesOf(product))
  const keys = names.flatMap((name) => nameNow(name) ?? [])
  const inStore = keys.find((key) => changeOfKey(key) === null)
  return inStore ?? (keys.length > 0 ? null : undefined)
}

/** The variations of a product whose own picture is known to have this content. */
export function variationsWithContent(catalogue: Catalogue, { productId, sourceHash }: Sought): number[] {
  const names = catalogue.pictureContents.namesOf(productId, sourceHash)
  const variations = names.length > 0 ? currentProduct(catalogue, productId)?.combinations : undefined
  return (variations ?? []).flatMap((variation) => {
    const key = ownPictureKey(variation)
    return key !== undefined && names.some((name) => sameKey(name, key)) ? [variation.id] : []
  })
}
