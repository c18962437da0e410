import type { Catalogue } from '../catalogue/catalogue'
import { ownPicture } from '../changes/own-picture'
import { ownPicturesAgain } from '../changes/own-pictures-again'
import { keptCopies } from '../changes/picture-copies'
import type { OwnPicture } from '../shared/change-record'
import type { RemoteProduct } from '../shared/remote-product'
import { asPictureEdit } from './picture-edit'
import type { ProposedEdit } from './planner'

/**
 * The pictures that variations had of their own, where they have another one or none, and what is said of those that are there. `was`: with
 * its variations called as they are now.
 */
export function ownPicturesBack(
  catalogue: Catalogue,
  productId: number,
  { was, now }: { was: RemoteProduct; now: RemoteProduct },
): ProposedEdit[] {
  const isAgain = ownPicturesAgain(catalogue, productId)
  const copyOf = keptCopies(catalogue, productId)
  return (was.combinations ?? []).flatMap((variation): ProposedEdit[] => {
    const there = now.combinations?.find(({ id }) => id === variation.id)
    const [then, is] = [ownPicture(variation), ownPicture(there ?? { id: 0 })]
    if (!there || then.source === null || then.key === undefined) return []
    const before = is.key === undefined ? null : { url: is.key }
    if (!isAgain(then, is)) {
      return [{ variationId: there.id, ...asPictureEdit(before, comesBack(copyOf, then)) }]
    }
    if (then.alt === is.alt) return []
    const described = { describes: is.key ?? '', alt: then.alt }
    return [{ variationId: there.id, ...asPictureEdit({ ...before, alt: is.alt }, described) }]
  })
}

function comesBack(copyOf: (key: string) => string | null, { source, key = '', alt, translated }: OwnPicture) {
  const told = { alt, ...(translated && { translated }), from: key }
  const hash = source && 'hash' in source ? source.hash : copyOf(key)
  return hash === null ? { url: key, ...told } : { hash, sourceHash: hash, fileName: '', ...told }
}
