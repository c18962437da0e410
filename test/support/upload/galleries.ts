import { createHash } from 'node:crypto'
import { expect } from '@playwright/test'
import type { DemoStore } from '../demo-store-process'
import { pictureOf, readState, type StoredProduct } from '../stored-product'
import { converted, type Shoot } from './shoot'

/** Pictures of each product in order, by SKU: uploads by their hash, the others by the hash of what the store shows. */
export type Galleries = Map<string, string[]>

export async function storedProducts(store: DemoStore): Promise<(StoredProduct & { sku: string })[]> {
  return (await readState(store)).products as (StoredProduct & { sku: string })[]
}

/** By what is in the store's books: cheap, and the same until something is uploaded anew. */
export async function galleriesOf(store: DemoStore): Promise<Galleries> {
  const products = await storedProducts(store)
  return new Map(products.map(({ sku, media }) => [sku, media.images.map(pictureOf)]))
}

/** By the bytes that the store hands out: a picture that was removed and brought back is the same again. */
export async function picturesShown(store: DemoStore, skus: ReadonlySet<string>): Promise<Galleries> {
  const products = (await storedProducts(store)).filter(({ sku }) => skus.has(sku))
  const shown: Galleries = new Map()
  for (const { id, sku } of products) {
    const headers = { Authorization: `Bearer ${store.secretToken}` }
    const answer = await fetch(`${store.baseUrl}/products/${id}`, { headers })
    const { media } = (await answer.json()) as { media: { images: { imageOriginalUrl: string }[] } }
    const hashes: string[] = []
    for (const { imageOriginalUrl } of media.images) {
      const bytes = Buffer.from(await (await fetch(imageOriginalUrl)).arrayBuffer())
      hashes.push(createHash('sha256').update(bytes).digest('hex'))
    }
    shown.set(sku, hashes)
  }
  return shown
}

export type Mode = 'append' | 'ifNone' | 'replace'

/** Every product has exactly what it had and what was dropped for it, in order. */
export function expectUploaded(before: Galleries, after: Galleries, { added }: Shoot, mode: Mode): void {
  const made = new Set<string>()
  const wrong: string[] = []
  for (const [sku, had] of before) {
    const pictures = after.get(sku) ?? []
    const news = mode === 'ifNone' && had.length > 0 ? [] : (added.get(sku) ?? [])
    const kept = mode === 'replace' && news.length > 0 ? [] : had
    const expected = [...kept, ...news].map((picture, at) => {
      if (picture !== converted) return picture
      made.add(pictures[at] ?? 'nothing')
      return pictures[at] ?? 'nothing'
    })
    if (expected.join() !== pictures.join()) wrong.push(`${sku}:\n  ${expected.join()}\nbut\n  ${pictures.join()}`)
  }
  expect(wrong).toEqual([])
  // All of them were made from the same file.
  expect(made.size, [...made].join()).toBeLessThanOrEqual(1)
}
