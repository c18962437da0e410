import { toAddVariation } from '../shared/change-address'
import type { Deed } from '../shared/change-record'
import type { RemoteProduct } from '../shared/remote-product'
import { copiedVariations, goWithProduct } from './copied-variations'
import { pictureAlong } from './own-picture'
import { variationLabel } from './variation-pictures'

/** The variations of a new product like this one that are made after it: where they are many, or have pictures of their own. */
export function variationsApart(original: RemoteProduct, withSkus: boolean): Deed[] {
  if (goWithProduct(original)) return []
  const copies = copiedVariations(original, withSkus)
  return (original.combinations ?? []).map((variation, at): Deed => {
    const { options, ...body } = copies[at] ?? {}
    const picture = pictureAlong(variation)
    const after = { options, body, ...(picture && { picture }) }
    return { ...toAddVariation, entry: variationLabel(variation), before: null, after }
  })
}
