import { expect, it } from 'vitest'
import { openStore } from './demo-store-client'

const later = { madeLater: { deep: [1] } }

it('gives back what no client knows yet, at every level, and drops it from lists that come back without it', async () => {
  const store = await openStore()
  const path = '/products/700000101'
  await store.json('PUT', path, { body: { customPriceTiers: [{ value: 5 }] } })
  await store.control('POST', '/later/700000101', later)
  const before = await store.get(path)
  const { tax, options, attributes, combinations, relatedProducts, media, galleryImages, customPriceTiers } = before
  const entries = [tax, options, attributes, combinations, relatedProducts, galleryImages, customPriceTiers].flat()
  for (const entry of [before, ...entries, ...(media as { images: object[] }).images])
    expect(entry).toMatchObject(later)

  await store.json('PUT', path, { body: { price: 3, relatedProducts: { productIds: [] } } })
  expect(await store.get(path)).toMatchObject({ ...later, attributes, tax, relatedProducts: later })
  await store.json('PUT', path, { body: { attributes: [{ id: 300000002, value: 'Anew' }] } })
  const { attributes: after } = (await store.get(path)) as { attributes: object[] }
  expect(after).toHaveLength(1)
  expect(after[0]).not.toMatchObject(later)
  await store.close()
})
