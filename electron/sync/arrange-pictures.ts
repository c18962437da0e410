import { pictureKey } from '../changes/pictures'
import type { CallOptions } from '../ecwid/call-options'
import type { RemoteImage } from '../shared/remote-product'
import { rewrittenAlt, type NewAlt } from '../shared/alt-translations'
import { unreadPlaces } from '../shared/unread-entries'
import type { ProductPush, PushParts } from './product-push'

/** PUT media.images with every picture and its alt text, because the texts of unlisted ones may be lost. */
export function arrange(
  ecwid: PushParts['ecwid'],
  push: ProductPush,
  images: readonly RemoteImage[],
  alts: ReadonlyMap<string, NewAlt>,
  options: CallOptions,
): ReturnType<PushParts['ecwid']['updateProduct']> {
  const known = push.known()
  const places = freePlaces(unreadPlaces(known ?? {}))
  const listed = images.map((image) => {
    const orderBy = places.next().value
    const alt = alts.get(pictureKey(image))
    return { id: image.id, orderBy, alt: alt ? rewrittenAlt(image.alt, alt, known?.storeLanguages) : (image.alt ?? {}) }
  })
  return ecwid.updateProduct(push.ecwidId(), { media: { images: listed } }, options)
}

/** A picture that cannot be read keeps its place in the order, though it is not named. */
function* freePlaces(taken: ReadonlySet<number>): Generator<number, never> {
  for (let place = 0; ; place++) if (!taken.has(place)) yield place
}
