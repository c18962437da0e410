import type { Catalogue } from '../catalogue/catalogue'
import { addsPicture } from '../shared/change-address'
import { addedPictureSchema } from '../shared/change-record'
import { overlay } from './overlay'
import { imagesOf, pictureKey, toRemovedPicture } from './pictures'

/** New main pictures that wait take the place of what is the main picture without the changes that were taken back. */
export function rebaseMains(catalogue: Catalogue, productId: number): void {
  const remote = catalogue.products.get(productId)?.remote
  if (!remote) return
  const open = catalogue.changes.openOf('product', productId)
  open.forEach((change, at) => {
    const { id, after, state } = change
    const isResting = state !== 'sending' && state !== 'unknown'
    if (!addsPicture(change) || !isResting || addedPictureSchema.parse(after).role !== 'main') return
    const images = imagesOf(overlay(remote, catalogue.changes.openOf('product', productId).slice(0, at)).current)
    const main = images[0] && toRemovedPicture(images, pictureKey(images[0]))
    catalogue.changes.update(id, { before: main ?? null })
  })
}
