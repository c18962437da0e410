import type { DemoStore } from '../../electron/demo-store/demo-store'
import { readState } from './stored-product'

type Store = Pick<DemoStore, 'baseUrl' | 'secretToken'>

/** As somebody does on the web. */
async function ask(store: Store, method: string, path: string, body?: BodyInit): Promise<Record<string, unknown>> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
  const headers = { Authorization: `Bearer ${store.secretToken}`, 'Content-Type': type }
  const answer = await fetch(`${store.baseUrl}${path}`, { method, headers, ...(body ? { body } : {}) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

/** Gives a product a variation; answers its id. */
export async function makeVariation(store: Store, ecwidId: number, more: object = {}): Promise<number> {
  const body = { options: [{ name: 'Size', value: 'Large' }], ...more }
  const { id } = await ask(store, 'POST', `/products/${ecwidId}/combinations`, JSON.stringify(body))
  return Number(id)
}

export const setVariationPicture = (store: Store, ecwidId: number, variationId: number, bytes: Uint8Array) =>
  ask(store, 'POST', `/products/${ecwidId}/combinations/${variationId}/image`, new Uint8Array(bytes))

export const removeVariation = (store: Store, ecwidId: number, variationId: number) =>
  ask(store, 'DELETE', `/products/${ecwidId}/combinations/${variationId}`)

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
