import { setsThis, setsVariationPicture, toSetVariationPicture } from '../../shared/change-address'
import type { ChangeRecord, Deed } from '../../shared/change-record'
import type { RemoteVariation } from '../../shared/remote-product'
import { ownAgain, ownBack, ownDifferences, withoutEdit, withOwnValues } from '../own-values'
import {
  entryAgain,
  entryBack,
  entryDifferences,
  localVariation,
  waitingForEntries,
  withEntries,
} from '../variation-entries'
import { isSamePicture, ownPicture, pictureAgain, pictureBack } from '../own-picture'
import { variationLabel, withVariationPictures } from '../variation-pictures'
import type { Adapter, InSight, WayBack } from './adapter'

/** A product's variations: the picture of each, and what else it has of its own. */
export const variationsAdapter: Adapter = {
  laidOver(product, open, all) {
    const { product: there, arrived } = withEntries(
      product,
      open.filter(({ verb }) => verb !== 'set'),
      all.filter((change) => setsThis(change, 'options')),
    )
    // One that has arrived, and whose change is not settled yet, is called by the id that the store gave it.
    const named = open.map((change) => ({ ...change, key: arrived.get(change.key ?? '') ?? change.key }))
    return withOwnValues(withVariationPictures(there, named.filter(setsVariationPicture)), named)
  },
  wayBack: (change, seen) =>
    (change.verb !== 'set' ? entryBack : setsVariationPicture(change) ? ofPictureBack : ownBack)(change, seen),
  again: (change, seen) =>
    (change.verb !== 'set' ? entryAgain : setsVariationPicture(change) ? ofPictureAgain : ownAgain)(change, seen),

  madeBy: (key) => (Number(key) < 0 ? -Number(key) : null),
  giveUp(open, made) {
    for (const { id, list, key } of open.all()) {
      const isAbout = list === 'variations' && key === String(localVariation(made.id))
      if (id === made.id || isAbout) open.update(id, { state: 'taken-back', retryAt: null })
    }
  },
  unset: withoutEdit,
  waiting: waitingForEntries,

  /** What a new one has is no news of its own. */
  differences(before, after) {
    const earlierOf = new Map(before.combinations?.map((variation) => [variation.id, variation]))
    const stayed = (after.combinations ?? []).flatMap((variation) => {
      const earlier = earlierOf.get(variation.id)
      if (!earlier) return []
      return [...pictureDifference(earlier, variation), ...ownDifferences([earlier, before], [variation, after])]
    })
    return [...entryDifferences(before, after), ...stayed]
  },
}

function ofPictureBack(change: ChangeRecord, { variations, product }: InSight): WayBack {
  const variation = variations.now(change)
  if (!variation) return { standing: 'stuck', reason: 'variation-not-here' }
  const { standing, ...values } = pictureBack(variation, change, product.storeLanguages)
  return {
    standing,
    deed: { ...toSetVariationPicture(variation.id), entry: variationLabel(variation), ...values },
  }
}

function ofPictureAgain(change: ChangeRecord, { variations, product }: InSight): Deed | null {
  const variation = variations.now(change)
  if (!variation) return null
  const values = pictureAgain(variation, change, product.storeLanguages)
  return { ...toSetVariationPicture(variation.id), entry: variationLabel(variation), ...values }
}

function pictureDifference(earlier: RemoteVariation, variation: RemoteVariation): Deed[] {
  const [old, now] = [ownPicture(earlier), ownPicture(variation)]
  const entry = variationLabel(variation)
  return isSamePicture(old, now) ? [] : [{ ...toSetVariationPicture(variation.id), entry, before: old, after: now }]
}
