import { imagesOf, withImages } from '../changes/pictures'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { stagedSource } from '../shared/picture-src'
import { remoteProductSchema } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'

/** Deletes the product in the store, after its pictures were copied for an undo. What else waited for it goes with it. */
export async function pushDelete(parts: PushParts, push: ProductPush, change: ChangeRecord): Promise<void> {
  const { catalogue, ecwid } = parts
  const superseded = push.open().filter(({ id }) => id !== change.id)
  if (push.isInStore()) {
    const snapshot = await withKeptPictures(parts, change)
    push.markSending([change])
    catalogue.changes.update(change.id, { before: snapshot })
    await ecwid.deleteProduct(push.ecwidId()).catch((error: unknown) => {
      // Gone already is what was wanted.
      if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    })
  }
  push.markSent([change], () => {
    for (const { id } of superseded) catalogue.changes.update(id, { state: 'dropped', retryAt: null })
    catalogue.products.remove(push.productId)
  })
}

async function withKeptPictures({ keepCopy }: PushParts, change: ChangeRecord) {
  const product = remoteProductSchema.parse(change.before)
  const images = await Promise.all(
    imagesOf(product).map(async (image) => {
      const hash = image.imageOriginalUrl ? await keepCopy(image.imageOriginalUrl) : undefined
      return hash ? { ...image, image160pxUrl: stagedSource(hash) } : image
    }),
  )
  return withImages(product, images)
}
