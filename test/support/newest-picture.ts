import type { DemoStore } from './demo-store-process'

/** The bytes of the last picture of a product, as the store hands them to shoppers. */
export async function newestPicture(store: DemoStore, { id }: { id: number }): Promise<Buffer> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const answer = await fetch(`${store.baseUrl}/products/${id}`, { headers })
  const { media } = (await answer.json()) as { media: { images: { imageOriginalUrl: string }[] } }
  return Buffer.from(await (await fetch(media.images.at(-1)?.imageOriginalUrl ?? '')).arrayBuffer())
}
