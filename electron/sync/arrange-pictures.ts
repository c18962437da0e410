import { pictureKey } from '../changes/pictures'
import type { CallOptions } from '../ecwid/call-options'
import type { RemoteImage } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'

/** PUT media.images with every picture and its alt text, because the texts of unlisted ones may be lost. */
export function arrange(
  ecwid: PushParts['ecwid'],
  push: ProductPush,
  images: readonly RemoteImage[],
  alts: ReadonlyMap<string, string>,
  options: CallOptions = {},
): ReturnType<PushParts['ecwid']['updateProduct']> {
  const listed = images.map((image, orderBy) => {
    const alt = alts.get(pictureKey(image))
    return { id: image.id, orderBy, alt: alt === undefined ? (image.alt ?? {}) : { ...image.alt, main: alt } }
  })
  return ecwid.updateProduct(push.ecwidId(), { media: { images: listed } }, options)
}
