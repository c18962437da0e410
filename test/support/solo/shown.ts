import type { DemoStore } from '../../../electron/demo-store/demo-store'
import type { Picture } from '../../../electron/shared/product'
import type { StoreSession } from '../../../electron/sync/store-session'
import { pictureOf, readState } from '../stored-product'
import { variationsOf } from '../stored-variations'
import { readRemote } from '../synced-store'

type Remote = {
  media?: { images?: { imageOriginalUrl: string }[] }
  combinations?: { id: number; thumbnailUrl?: string }[]
}

/**
 * What a product is to a person: values, pictures with their texts in their order, pictures of variations. The screen's and the
 * store's are told alike: a picture is its bytes, or the drawing of the demo shop.
 */
export function createShown(store: DemoStore) {
  /** What is behind the addresses of the store. */
  const known = new Map<string, string>()
  const pictureAt = (src: string | null): string | null =>
    src === null ? null : (known.get(src) ?? /^staged:(.+)$/.exec(src)?.[1] ?? src)

  async function inStore(ecwidId: number) {
    const product = (await readState(store)).products.find(({ id }) => id === ecwidId)
    if (!product) return null
    const remote = (await readRemote(store, ecwidId)) as Remote
    const images = product.media.images
    images.forEach((image, at) => known.set(remote.media!.images![at]!.imageOriginalUrl, pictureOf(image)))
    const variations = await variationsOf(store, ecwidId)
    for (const { id, thumbnailUrl } of remote.combinations ?? []) {
      const picture = variations.find((each) => each.id === id)?.picture
      if (thumbnailUrl && picture) known.set(thumbnailUrl, picture)
    }
    return {
      name: product.name,
      price: product.price,
      quantity: product.quantity,
      attributes: (product.attributes as { id: number; value: string }[])
        .filter(({ value }) => value !== '')
        .map(({ id, value }) => `${id} ${value}`)
        .sort(),
      pictures: images.map((image) => [
        pictureOf(image),
        typeof image.alt === 'string' ? image.alt : (image.alt?.main ?? ''),
      ]),
      variations: variations.map(({ picture }) => picture),
    }
  }

  const picturesAs = (pictures: readonly Picture[]) =>
    pictures.map(({ key, thumbnail, alt }) => [pictureAt(key.startsWith('local:') ? thumbnail : key), alt])

  function onScreen(session: StoreSession, productId: number) {
    const { fields, pictures, readOnly } = session.product(productId)
    return {
      name: fields.name,
      price: fields.price,
      quantity: fields.quantity,
      attributes: Object.entries(fields.attributes)
        .filter(([, value]) => value !== '')
        .map(([id, value]) => `${id} ${value}`)
        .sort(),
      pictures: picturesAs(pictures),
      variations: readOnly.variations.map(({ thumbnail }) => pictureAt(thumbnail)),
    }
  }

  return { inStore, onScreen, picturesAs }
}
