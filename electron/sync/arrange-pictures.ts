import { pictureKey } from '../changes/pictures'
import type { CallOptions } from '../ecwid/call-options'
import type { RemoteImage } from '../shared/remote-product'
import { unreadPlaces } from '../shared/unread-entries'
import type { ProductPush, PushParts } from './product-push'

/** PUT media.images with every picture and its alt text, because the texts of unlisted ones may be lost. */
export function arrange(
  ecwid: PushParts['ecwid'],
  push: ProductPush,
  images: readonly RemoteImage[],
  alts: ReadonlyMap<string, string>,
  options: CallOptions = {},
): ReturnType<PushParts['ecwid']['updateProduct']> {
  const places = freePlaces(unreadPlaces(push.known() ?? {}))
  const listed = images.map((image) => {
    const orderBy = places.next().value
    const alt = alts.get(pictureKey(image))
    return { id: image.id, orderBy, alt: alt === undefined ? (image.alt ?? {}) : rewrittenAlt(image.alt, alt) }
  })
  return ecwid.updateProduct(push.ecwidId(), { media: { images: listed } }, options)
}

/** A picture that cannot be read keeps its place in the order, though it is not named. */
function* freePlaces(taken: ReadonlySet<number>): Generator<number, never> {
  for (let place = 0; ; place++) if (!taken.has(place)) yield place
}

/**
 * The text stands in the map of its translations too, and nobody promises which of the two wins: what was the same text before
 * is the new one.
 */
export function rewrittenAlt(before: RemoteImage['alt'], main: string): NonNullable<RemoteImage['alt']> {
  const { translated } = before ?? {}
  if (!translated) return { ...before, main }
  const old = before?.main ?? ''
  const texts = Object.entries(translated).map(([lang, text]) => [lang, text === old ? main : text] as const)
  return { ...before, main, translated: Object.fromEntries(texts) }
}
