import { imagesOf } from '../changes/pictures'
import type { RemoteProduct } from '../shared/remote-product'
import type { Difference } from '../shared/snapshot'

/** Whether it can be put back of a product: what was added since stays, and so does what nobody could bring back. */
export function goesBack({ list, verb, field, before, after }: Difference, was: RemoteProduct): boolean {
  if (list === null) return verb === 'set'
  // What came in front of the main picture of then gives that place back.
  if (list === 'files') return verb !== 'add'
  if (list === 'videos') return verb === 'remove'
  if (list === 'pictures') return verb !== 'add' || (isMain(after) && imagesOf(was).length > 0)
  return verb !== 'add' && (field !== 'image' || hasPicture(before))
}

const isMain = (after: unknown): boolean => Object(after ?? {}).role === 'main'

const hasPicture = (picture: unknown): boolean => Boolean(Object(picture ?? {}).source)
