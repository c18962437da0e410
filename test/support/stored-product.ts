import type { DemoStore } from '../../electron/demo-store/demo-store'
import { controlOf } from './store-control'

export type StoredImage = {
  id: string
  alt?: string | { main?: string; translated?: Record<string, string> }
  base: number
  sha256: string | null
  url?: string
  drawn: boolean
}
export type StoredVariation = Record<string, unknown> & {
  id: number
  sku: string
  options: { value: string }[]
  image?: { sha256: string }
}
/** A product as the demo store keeps it, with what was uploaded. */
export type StoredProduct = Record<string, unknown> & {
  id: number
  name: string
  sku: string
  description: string
  price: number
  quantity: number
  categoryIds: number[]
  media: { images: StoredImage[]; videos: string[] }
  files: { name: string; description: string; size: number; sha256: string }[]
  combinations: StoredVariation[]
}

export type StoredRequest = {
  method: string
  path: string
  status?: number
  fields?: string[]
  body?: Record<string, unknown>
}
/** A category as the demo store keeps it, with the picture that was uploaded. */
export type StoredCategory = Record<string, unknown> & {
  id: number
  parentId: number
  orderBy: number
  name: string
  enabled: boolean
  productIds: number[]
  image?: { sha256: string | null }
}
export type StoredState = { products: StoredProduct[]; categories: StoredCategory[]; deleted: { id: number }[] }

export const readState = async (store: Pick<DemoStore, 'controlUrl'>): Promise<StoredState> =>
  (await controlOf(store)('GET', '/state')) as StoredState

export const readProducts = async (store: Pick<DemoStore, 'controlUrl'>): Promise<StoredProduct[]> =>
  (await readState(store)).products

export async function readProduct(store: Pick<DemoStore, 'controlUrl'>, name: string): Promise<StoredProduct> {
  const product = (await readProducts(store)).find((one) => one.name === name)
  if (!product) throw new Error(`The store has no ${name}.`)
  return product
}

/** What the store was asked for, in the order of asking. */
export async function readRequests(store: Pick<DemoStore, 'controlUrl'>): Promise<StoredRequest[]> {
  return ((await controlOf(store)('GET', '/requests')) as { requests: StoredRequest[] }).requests
}

/** What a picture is, whatever number the store gives it: the bytes that were uploaded, a link, or a drawing of the demo shop. */
export const pictureOf = ({ sha256, url, base }: StoredImage): string => sha256 ?? url ?? `drawing ${base}`

export const altOf = ({ alt }: StoredImage): string => (typeof alt === 'string' ? alt : (alt?.main ?? ''))

/** Everything of a product that a write could spoil; times and the numbers of pictures are the store's own. */
export function comparable({ updateTimestamp: _, media, ...values }: StoredProduct) {
  const pictures = media.images.map((image) => ({ picture: pictureOf(image), alt: altOf(image) }))
  return { ...values, videos: media.videos, pictures }
}

/** The address of a picture that the store has. */
export async function linkToAPicture(store: Pick<DemoStore, 'baseUrl' | 'secretToken'>): Promise<string> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const answer = (await (await fetch(`${store.baseUrl}/products`, { headers })).json()) as {
    items: { imageUrl?: string }[]
  }
  return answer.items.find(({ imageUrl }) => imageUrl)?.imageUrl ?? ''
}
