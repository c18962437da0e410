import type { ChangeRecord, RemovedPicture } from '../shared/change-record'
import { altTextsOf } from '../shared/alt-translations'
import type { Texts } from '../shared/fields/translations'
import { pictureKey, sameKey, withoutHost } from '../shared/picture-key'
import { stagedHashOf } from '../shared/picture-src'
import { hasMainVideo, type RemoteImage, type RemoteProduct } from '../shared/remote-product'

export { pictureKey, sameKey, withoutHost }

/** The main picture's id is always "0"; the id the upload was answered with is in the address of its large size. */
export function isUploadedAs(image: RemoteImage, imageId: number | undefined): boolean {
  if (imageId === undefined) return false
  return image.id === String(imageId) || new RegExp(`/${imageId}\\.\\w+$`).test(image.image1500pxUrl ?? '')
}

/** Key of a picture that is not in the store yet. */
export const localKey = (changeId: number): string => `local:${changeId}`

/** The upload that a picture's local key names; null: it is the store's own key. */
export const changeOfKey = (key: string): number | null => (/^local:\d+$/.test(key) ? Number(key.slice(6)) : null)

export const isNamed = (image: RemoteImage, key: string): boolean => sameKey(pictureKey(image), key)

const inShop = new WeakMap<RemoteProduct, RemoteImage[]>()

/** The product's pictures in the order the shop shows them, main first; arranged once, however often it is asked. */
export function imagesOf(product: RemoteProduct): readonly RemoteImage[] {
  const known = inShop.get(product)
  if (known) return known
  const images = [...(product.media?.images ?? [])].sort((a, b) => (a.orderBy ?? 0) - (b.orderBy ?? 0))
  inShop.set(product, images)
  return images
}

const places = new WeakMap<readonly RemoteImage[], Map<string, number>>()

/** Where the first picture of this name is; made once for all names that are asked for. */
function placeOf(images: readonly RemoteImage[], key: string): number | undefined {
  const known = places.get(images) ?? new Map<string, number>()
  if (known.size === 0) {
    images.forEach((image, at) => {
      const name = withoutHost(pictureKey(image))
      if (!known.has(name)) known.set(name, at)
    })
    places.set(images, known)
  }
  return known.get(withoutHost(key))
}

export function withImages(product: RemoteProduct, images: readonly RemoteImage[]): RemoteProduct {
  const numbered = images.map((image, position) => ({
    ...image,
    orderBy: position,
    isMain: position === 0 && !hasMainVideo(product),
  }))
  return { ...product, media: { ...product.media, images: numbered } }
}

/** What it takes to bring this picture back after it was removed. */
export function toRemovedPicture(images: readonly RemoteImage[], key: string): RemovedPicture | undefined {
  const position = placeOf(images, key)
  const image = position === undefined ? undefined : images[position]
  if (position === undefined || !image) return undefined
  const shown = image.image160pxUrl ?? ''
  const hash = stagedHashOf(shown)
  const copy = hash === undefined ? {} : { hash }
  // Of a link that the store has not fetched yet, the link itself is the address.
  const own = image.imageOriginalUrl ?? image.image1500pxUrl ?? ''
  const url = changeOfKey(own) === null ? own : 'hash' in copy ? '' : shown
  return { key: pictureKey(image), url, ...toldBy(image), position, ...copy }
}

/** What a picture that is removed or copied keeps of its texts. */
export function toldBy({ alt }: Pick<RemoteImage, 'alt'>): Pick<RemovedPicture, 'alt' | 'translated'> {
  const translated = alt?.translated ?? {}
  return { alt: alt?.main ?? '', ...(Object.keys(translated).length > 0 && { translated }) }
}

/** The same, as Ecwid has it. */
export const altOf = ({ alt, translated }: Pick<RemovedPicture, 'alt' | 'translated'>): RemoteImage['alt'] => ({
  main: alt,
  ...(translated && { translated }),
})

export const isTold = ({ alt, translated }: Pick<RemovedPicture, 'alt' | 'translated'>): boolean =>
  alt !== '' || translated !== undefined

export const altTextsAt = (
  images: readonly RemoteImage[],
  key: string,
  languages: RemoteProduct['storeLanguages'],
): Texts => altTextsOf(images.find((image) => isNamed(image, key))?.alt, languages)

/** Pictures that the product did not have when a request without an answer went out. */
export function isNewTo(images: readonly RemoteImage[], token: ChangeRecord['token']): RemoteImage[] {
  if (!token?.pictureKeys) return []
  const known = new Set(token.pictureKeys.map(withoutHost))
  return images.filter((image) => !known.has(withoutHost(pictureKey(image))))
}

/** Pictures the order does not name (added elsewhere meanwhile) keep their place at the end. */
export function inOrder(images: readonly RemoteImage[], order: readonly string[]): RemoteImage[] {
  const place = new Map(order.map((key, position) => [withoutHost(key), position]))
  const at = (image: RemoteImage) => place.get(withoutHost(pictureKey(image))) ?? order.length
  return [...images].sort((a, b) => at(a) - at(b))
}
