import type { DemoStore } from '../../electron/demo-store/demo-store'
import { controlOf } from './store-control'

export type StoredImage = { alt?: string | { main?: string }; base: number; sha256: string | null; url?: string }
/** A product as the demo store keeps it, with what was uploaded. */
export type StoredProduct = Record<string, unknown> & {
  id: number
  name: string
  price: number
  quantity: number
  categoryIds: number[]
  media: { images: StoredImage[] }
}

export type StoredState = { products: StoredProduct[]; deleted: { id: number }[] }

export const readState = async (store: Pick<DemoStore, 'controlUrl'>): Promise<StoredState> =>
  (await controlOf(store)('GET', '/state')) as StoredState

/** What a picture is, whatever number the store gives it: the bytes that were uploaded, a link, or a drawing of the demo shop. */
export const pictureOf = ({ sha256, url, base }: StoredImage): string => sha256 ?? url ?? `drawing ${base}`

/** Everything of a product that a write could spoil; times and the numbers of pictures are the store's own. */
export function comparable({ updateTimestamp: _, media, ...values }: StoredProduct) {
  return { ...values, pictures: media.images.map((image) => ({ picture: pictureOf(image), alt: altOf(image) })) }
}

const altOf = ({ alt }: StoredImage): string => (typeof alt === 'string' ? alt : (alt?.main ?? ''))
