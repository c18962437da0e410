import type { DemoStore } from '../../electron/demo-store/demo-store'
import { onTheWeb as ask } from './on-the-web'
import { readState } from './stored-product'

type Store = Pick<DemoStore, 'baseUrl' | 'secretToken'>

/** Gives a product a variation; answers its id. */
export async function makeVariation(store: Store, ecwidId: number, more: object = {}): Promise<number> {
  const body = { options: [{ name: 'Size', value: 'Large' }], ...more }
  const { id } = await ask(store, 'POST', `/products/${ecwidId}/combinations?asTest=1`, JSON.stringify(body))
  return Number(id)
}

export const changeVariation = (store: Store, ecwidId: number, variationId: number, fields: object) =>
  ask(store, 'PUT', `/products/${ecwidId}/combinations/${variationId}?asTest=1`, JSON.stringify(fields))

export const setVariationPicture = (store: Store, ecwidId: number, variationId: number, bytes: Uint8Array) =>
  ask(store, 'POST', `/products/${ecwidId}/combinations/${variationId}/image`, new Uint8Array(bytes))

export const removeVariation = (store: Store, ecwidId: number, variationId: number) =>
  ask(store, 'DELETE', `/products/${ecwidId}/combinations/${variationId}?asTest=1`)

export const removeVariationPicture = (store: Store, ecwidId: number, variationId: number) =>
  ask(store, 'DELETE', `/products/${ecwidId}/combinations/${variationId}/image?asTest=1`)

type StoredVariation = {
  id: number
  sku?: string
  options: { name: string; value: string }[]
  image?: { sha256: string | null }
}

/** The variations of a product in the store, with the content hash of what was uploaded; null: no picture of its own. */
export async function variationsOf(store: Pick<DemoStore, 'controlUrl'>, ecwidId: number) {
  const { products } = await readState(store)
  const product = products.find(({ id }) => id === ecwidId)
  const variations = (product?.combinations ?? []) as StoredVariation[]
  return variations.map(({ id, sku, options, image }) => ({
    id,
    sku: sku ?? '',
    label: options.map(({ value }) => value).join(', '),
    picture: image?.sha256 ?? null,
  }))
}
