import type { Catalogue } from '../catalogue/catalogue'
import { ownPictureSchema, type OwnPicture } from '../shared/change-record'
import { isSamePicture } from './own-picture'
import { keptCopies } from './picture-copies'
import { localKey, sameKey } from './pictures'

/**
 * Whether the picture that a variation has is the one that it had, under another name: it came back by an undo or was put back, from the
 * copy of that one or from its address. Made anew whenever changes were written.
 */
export function ownPicturesAgain(catalogue: Pick<Catalogue, 'changes' | 'snapshots'>, productId: number) {
  const { changes } = catalogue
  const copyOf = keptCopies(catalogue, productId)
  const madeBy = (key: string): OwnPicture | undefined =>
    changes.variationPicturesOf(productId).flatMap(({ id, state, after }) => {
      const picture = ownPictureSchema.safeParse(after).data
      const name = state === 'sent' ? picture?.key : localKey(id)
      return picture?.source && name !== undefined && sameKey(name, key) ? [picture] : []
    })[0]

  return (was: OwnPicture, now: OwnPicture): boolean => {
    if (isSamePicture(was, now)) return true
    if (was.key === undefined || now.key === undefined) return false
    const source = madeBy(now.key)?.source
    if (!source) return false
    return 'url' in source ? sameKey(source.url, was.key) : source.hash === copyOf(was.key)
  }
}
