import { pictureKey } from '../changes/pictures'
import { removedPictureSchema, type ChangeRecord } from '../shared/change-record'
import type { RemoteImage } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'

/** PUT media.images with every picture and its alt text, because the texts of unlisted ones may be lost. */
export function arrange(
  ecwid: PushParts['ecwid'],
  push: ProductPush,
  images: readonly RemoteImage[],
  alts: ReadonlyMap<string, string>,
): ReturnType<PushParts['ecwid']['updateProduct']> {
  const listed = images.map((image, orderBy) => {
    const alt = alts.get(pictureKey(image))
    return { id: image.id, orderBy, alt: alt === undefined ? (image.alt ?? {}) : { ...image.alt, main: alt } }
  })
  return ecwid.updateProduct(push.ecwidId(), { media: { images: listed } })
}

/** A main picture that is about to be replaced is copied first, so that an undo can bring it back. */
export async function keepReplaced({ catalogue, keepCopy }: PushParts, change: ChangeRecord): Promise<void> {
  const replaced = removedPictureSchema.safeParse(change.before)
  if (!replaced.success || replaced.data.hash || !replaced.data.url) return
  const hash = await keepCopy(replaced.data.url)
  if (hash) catalogue.changes.update(change.id, { before: { ...replaced.data, hash } })
}
