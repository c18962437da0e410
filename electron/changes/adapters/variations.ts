import { actOf, toSetVariationPicture } from '../../shared/change-address'
import { variationPictureSchema } from '../../shared/change-record'
import { isSamePicture, variationOfChange, variationPicture, withVariationPictures } from '../variation-pictures'
import type { Adapter } from './adapter'

/** The pictures of a product's variations. */
export const variationsAdapter: Adapter = {
  laidOver: withVariationPictures,

  wayBack(change, { product }) {
    const variation = variationOfChange(product, change)
    if (!variation) return { standing: 'stuck', reason: 'variation-not-here' }
    const now = variationPicture(variation)
    const [was, wrote] = [variationPictureSchema.parse(change.before), variationPictureSchema.parse(change.after)]
    const standing = isSamePicture(now, was) ? 'done' : isSamePicture(now, wrote) ? 'clean' : 'moved'
    return { standing, deed: { ...actOf(change), before: now, after: was } }
  },

  again(change, { product }) {
    const variation = variationOfChange(product, change)
    return variation ? { ...actOf(change), before: variationPicture(variation), after: change.after } : null
  },

  /** Of variations that were there before: a new one is no picture's news. */
  differences(before, after) {
    return (after.combinations ?? []).flatMap((variation) => {
      const earlier = before.combinations?.find(({ id }) => id === variation.id)
      if (!earlier) return []
      const [old, now] = [variationPicture(earlier), variationPicture(variation)]
      return isSamePicture(old, now) ? [] : [{ ...toSetVariationPicture(variation.id), before: old, after: now }]
    })
  },
}
