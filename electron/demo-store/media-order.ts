import { readItems, readTexts } from './body-fields'
import { isJsonObject, type JsonObject } from './json-object'
import type { Alt, StoredImage, StoredProduct } from './stored-catalogue'

export const noAlt: Alt = { translated: {} }

/**
 * Order and alt texts from `media.images` of a product update. Pictures are matched by id; an unlisted one keeps its place
 * behind the listed ones of the same position and loses its alt text, as the documentation warns. The first becomes the main
 * picture and gets the id "0"; a main picture that moved gets the next vacant small number.
 */
export function withMediaOrder(product: StoredProduct, media: JsonObject): StoredProduct {
  if (media['images'] === undefined || media['images'] === null) return product
  const sent = new Map(
    readItems(media['images'], 'Product.media.images').map((item) => [String(item['id']), item] as const),
  )
  const placed = product.images.map((image, position) => {
    const item = sent.get(image.id)
    const orderBy = typeof item?.['orderBy'] === 'number' ? item['orderBy'] : position
    return { position, orderBy, image: { ...image, alt: item ? readAlt(item['alt'], image.alt) : noAlt } }
  })
  placed.sort((a, b) => a.orderBy - b.orderBy || a.position - b.position)
  const images = placed.map(({ image }) => image)
  return { ...product, images: product.mainVideo ? images : withMainFirst(images) }
}

/** Both `translated` and the documentation's `translations` are understood; an absent alt keeps the current one. */
export function readAlt(value: unknown, current: Alt): Alt {
  if (!isJsonObject(value)) return current
  const { main } = value
  const texts = value['translated'] ?? value['translations']
  const translated = texts === undefined ? current.translated : readTexts(texts, 'Product.media.images.alt.translated')
  return typeof main === 'string' ? { main, translated } : { ...current, translated }
}

/** Makes the ids fit the order: "0" belongs to the first picture and to no other. */
export function withMainFirst(images: readonly StoredImage[]): StoredImage[] {
  const taken = new Set(images.map(({ id }) => id))
  return images.map((image, position) => {
    if (position === 0) return image.id === '0' ? image : { ...image, id: '0' }
    if (image.id !== '0') return image
    let vacant = images.length
    while (taken.has(String(vacant))) vacant += 1
    return { ...image, id: String(vacant) }
  })
}
