import type { RemoteImage } from '../../shared/remote-product'
import { inOrder, pictureKey, withoutHost } from '../pictures'

type Place = { image: RemoteImage; isGone: boolean }

/** A product's pictures while changes are laid over them, each found by its name: what a change costs does not grow with them. */
export function createGallery(before: readonly RemoteImage[]) {
  let places: Place[] = []
  const byName = new Map<string, Place[]>()

  function toPlace(image: RemoteImage): Place {
    const place = { image, isGone: false }
    const name = withoutHost(pictureKey(image))
    const others = byName.get(name)
    if (others) others.push(place)
    else byName.set(name, [place])
    return place
  }

  const named = (key: string): Place[] => (byName.get(withoutHost(key)) ?? []).filter(({ isGone }) => !isGone)
  const images = (): RemoteImage[] => places.flatMap(({ image, isGone }) => (isGone ? [] : [image]))

  function fill(from: readonly RemoteImage[]): void {
    byName.clear()
    places = from.map(toPlace)
  }
  fill(before)

  return {
    images,
    /** A new main picture comes first, every other one last. */
    add(image: RemoteImage, role: 'main' | 'gallery'): void {
      const place = toPlace(image)
      if (role === 'main') places.unshift(place)
      else places.push(place)
    },
    remove(key: string): void {
      for (const place of named(key)) place.isGone = true
    },
    describe(key: string, rewrite: (alt: RemoteImage['alt']) => RemoteImage['alt']): void {
      for (const place of named(key)) place.image = { ...place.image, alt: rewrite(place.image.alt) }
    },
    /** Those that the order does not name follow at the end. */
    arrange: (order: readonly string[]): void => fill(inOrder(images(), order)),
  }
}
export type Gallery = ReturnType<typeof createGallery>
