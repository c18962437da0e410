import type { DemoStore } from './demo-store-process'

type Answer = { items: { media: { images: { imageOriginalUrl: string }[] } }[] }

/** The address of a picture that the store serves, and so of one that can be had. */
export async function pictureAddress(store: DemoStore): Promise<string> {
  const answer = await fetch(`${store.baseUrl}/products`, {
    headers: { authorization: `Bearer ${store.secretToken}` },
  })
  const { items } = (await answer.json()) as Answer
  const [picture] = items.flatMap(({ media }) => media.images)
  if (!picture) throw new Error('The demo store has no pictures.')
  return picture.imageOriginalUrl
}
