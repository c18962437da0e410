import type { Catalogue } from '../catalogue/catalogue'
import { copiesIn } from './kept-copies'
import { changeOfKey, withoutHost } from './pictures'
import { toDelete } from '../shared/change-address'
import { addedPictureSchema, ownPictureSchema, removedPictureSchema } from '../shared/change-record'
import { once } from '../shared/once'
import { remoteProductSchema } from '../shared/remote-product'

/**
 * The copy of a picture of this product or of a variation of it, by the name that it had once: nothing leaves the store from here without one,
 * for the snapshots that name it, and for the undo of its removal or of the delete of its product.
 */
export function keptCopies(
  { changes, snapshots }: Pick<Catalogue, 'changes' | 'snapshots'>,
  productId: number,
): (key: string) => string | null {
  const deleted = () =>
    changes.alike({ productId, ...toDelete }).flatMap(({ before }) => {
      const product = remoteProductSchema.safeParse(before).data
      return product ? copiesIn(product) : []
    })
  const removed = () =>
    changes.picturesOf(productId).flatMap(({ before }): [string, string][] => {
      const gone = removedPictureSchema.safeParse(before).data
      return gone?.hash === undefined ? [] : [[withoutHost(gone.key), gone.hash]]
    })
  const replaced = () =>
    changes.variationPicturesOf(productId).flatMap(({ before }): [string, string][] => {
      const { key, source } = ownPictureSchema.safeParse(before).data ?? {}
      return key !== undefined && source && 'hash' in source ? [[withoutHost(key), source.hash]] : []
    })
  const ofChanges = once(() => new Map([...deleted(), ...removed(), ...replaced()]))

  /** It was on its way then, and has arrived. */
  function nameInStore(key: string): string {
    const upload = changeOfKey(key)
    const after = upload === null ? undefined : changes.get(upload)?.after
    return (addedPictureSchema.safeParse(after).data ?? ownPictureSchema.safeParse(after).data)?.key ?? key
  }

  return (key) => {
    const names = [nameInStore(key), key]
    const kept = snapshots.pictures.hashOf(productId, names[0] ?? key)
    return kept ?? names.flatMap((name) => ofChanges().get(withoutHost(name)) ?? [])[0] ?? null
  }
}
