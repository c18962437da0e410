import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, pngBytes, type Json, type OpenStore } from './demo-store-client'

describe('variations of the demo store', () => {
  let store: OpenStore
  let path: string
  beforeAll(async () => {
    store = await openStore()
    const { id } = await store.json('POST', '/products', {
      body: {
        name: 'Shirt',
        sku: 'SHIRT',
        price: 20,
        quantity: 5,
        options: [
          { type: 'SIZE', name: 'Size', choices: [{ text: 'S' }, { text: 'M', priceModifier: 2 }], defaultChoice: 0 },
        ],
      },
    })
    path = `/products/${id}`
  })
  afterAll(() => store.close())

  const list = async () => (await store.json('GET', `${path}/combinations`)) as unknown as Json[]
  const refusal = async (method: string, where: string, body: unknown) => {
    const response = await store.call(method, where, { body })
    return [response.status, ((await response.json()) as Json)['errorCode']]
  }

  it('creates one, adds missing choices and answers a bare list in creation order', async () => {
    const first = await store.json('POST', `${path}/combinations`, {
      body: { options: [{ name: 'Size', value: 'M' }], sku: 'SHIRT-M', quantity: 3, unlimited: false },
    })
    await store.json('POST', `${path}/combinations`, { body: { options: [{ name: 'Size', value: 'XL' }], price: 25 } })
    expect(await list()).toMatchObject([
      { id: first['id'], combinationNumber: 1, sku: 'SHIRT-M', quantity: 3, inStock: true, defaultDisplayedPrice: 22 },
      { combinationNumber: 2, price: 25, defaultDisplayedPriceFormatted: '€25,00', quantity: 5 },
    ])
    const product = await store.get(path)
    expect(product['options']).toMatchObject([
      { name: 'Size', choices: [{ text: 'S' }, { text: 'M' }, { text: 'XL' }] },
    ])
    expect(product['combinations']).toHaveLength(2)
  })

  it('refuses duplicates, taken SKUs and unknown ones', async () => {
    const options = [{ name: 'Size', value: 'M' }]
    expect(await refusal('POST', `${path}/combinations`, { options })).toEqual([409, 'COMBINATION_DUPLICATED'])
    const other = [{ name: 'Size', value: 'S' }]
    expect(await refusal('POST', `${path}/combinations`, { options: other, sku: 'MUG-02' })).toEqual([
      409,
      'SKU_ALREADY_EXISTS',
    ])
    const wide = { sku: 'SHIRT', unlimited: false, quantity: 5, dimensions: { length: 1, width: 2, height: 3 } }
    expect(await refusal('POST', `${path}/combinations`, { options: other, ...wide })).toEqual([
      400,
      'DIFFERENT_COMBINATION_DIMENSIONS',
    ])
    expect(await refusal('POST', `${path}/combinations`, {})).toEqual([400, 'WRONG_PARAMETER'])
    expect(await refusal('PUT', `${path}/combinations/5`, {})).toEqual([404, 'COMBINATION_NOT_FOUND'])
  })

  it('merges, clears the SKU and adjusts stock', async () => {
    const [first, second] = await list()
    const one = `${path}/combinations/${first?.['id']}`
    expect(await store.json('PUT', `${one}/inventory`, { body: { quantityDelta: -4 } })).toEqual({
      updateCount: 1,
      warning: 'Product has negative stock.',
    })
    expect(await refusal('PUT', `${path}/combinations/${second?.['id']}/inventory`, { quantityDelta: 1 })).toEqual([
      400,
      'WRONG_PARAMETER',
    ])
    await store.json('PUT', one, { body: { price: 30, alt: { main: 'Front' } } })
    expect(await store.get(one)).toMatchObject({ price: 30, sku: 'SHIRT-M', quantity: -1, alt: { main: 'Front' } })
    await store.json('PUT', one, { body: { sku: null } })
    expect(await store.get(one)).not.toHaveProperty('sku')
    expect(await store.get(one)).toMatchObject({ quantity: 5 })
  })

  it('says nothing of what is not its own', async () => {
    const [first, second] = await list()
    for (const variation of [first, second]) {
      expect(variation).not.toHaveProperty('warningLimit')
      expect(variation).not.toHaveProperty('isShippingRequired')
    }
    const one = `${path}/combinations/${second?.['id']}`
    await store.json('PUT', one, { body: { warningLimit: 0, isShippingRequired: false } })
    expect(await store.get(one)).toMatchObject({ warningLimit: 0, isShippingRequired: false })
  })

  it('has no stock of its own without a SKU, whatever it is sent', async () => {
    const one = `${path}/combinations/${(await list())[1]?.['id']}`
    await store.json('PUT', one, { body: { quantity: 99 } })
    expect(await store.get(one)).toMatchObject({ quantity: 5 })
    await store.json('PUT', one, { body: { sku: 'SHIRT-XL', unlimited: false } })
    expect(await store.get(one)).not.toMatchObject({ quantity: 99 })
    await store.json('PUT', one, { body: { sku: '' } })
  })

  it('gives wholesale tiers back in the order of their quantities, as the product does', async () => {
    const tiers = [20, 5, 10].map((quantity) => ({ quantity, price: 20 - quantity / 2 }))
    const sorted = [5, 10, 20].map((quantity) => ({ quantity, price: 20 - quantity / 2 }))
    const one = `${path}/combinations/${(await list())[0]?.['id']}`
    for (const where of [path, one]) {
      await store.json('PUT', where, { body: { wholesalePrices: tiers } })
      expect(await store.get(where)).toMatchObject({ wholesalePrices: sorted })
    }
  })

  it('has a picture of its own', async () => {
    const one = `${path}/combinations/${(await list())[0]?.['id']}`
    const { id } = await store.json('POST', `${one}/image`, { bytes: pngBytes(9, 9) })
    expect(String((await store.get(one))['imageUrl'])).toMatch(new RegExp(`/${id}\\.png$`))
    const url = 'https://img.example.test/a.jpg'
    await store.json('POST', `${one}/image/async`, { body: { url, width: 3, height: 3 } })
    expect(await store.get(one)).toMatchObject({ originalImageUrl: url })
    expect(await store.json('DELETE', `${one}/image`)).toEqual({ deleteCount: 1 })
    expect(await store.get(one)).not.toHaveProperty('imageUrl')
  })

  it('gives a new one the lowest number that is free, and lists it last, wherever they are listed', async () => {
    const { id: first } = (await list())[0] ?? {}
    await store.json('DELETE', `${path}/combinations/${first}`)
    const again = { options: [{ name: 'Size', value: 'M' }], sku: 'SHIRT-M' }
    await store.json('POST', `${path}/combinations`, { body: again })
    const listed = await list()
    const asMade = [{ combinationNumber: 2 }, { combinationNumber: 1, sku: 'SHIRT-M' }]
    expect(listed).toMatchObject(asMade)
    expect(Number(listed[1]?.['id'])).toBeGreaterThan(Number(listed[0]?.['id']))
    expect((await store.get(path))['combinations']).toMatchObject(asMade)
  })

  it('saves many with the product only when asked to', async () => {
    const combinations = [{ options: [{ name: 'Size', value: 'S' }], sku: 'SHIRT-S' }]
    await store.json('PUT', path, { body: { combinations } })
    expect(await list()).toHaveLength(2)
    await store.json('PUT', `${path}?saveCombinations=true`, { body: { combinations } })
    expect(await list()).toHaveLength(3)
    expect(await refusal('PUT', `${path}?saveCombinations=true`, { combinations: Array(201).fill({}) })).toEqual([
      400,
      'COMBINATION_LIMIT_PER_REQUEST_EXCEEDED',
    ])
  })

  it('drops variations of removed choices when a rebuild is asked for, and deletes', async () => {
    const options = [{ type: 'SIZE', name: 'Size', choices: [{ text: 'S' }] }]
    expect(await refusal('PUT', path, { options })).toEqual([409, 'COMBINATION_CONTAINS_REMOVED_OPTION_VALUE'])
    await store.json('PUT', `${path}?rebuildVariationsOnOptionsUpdate=true`, { body: { options } })
    expect((await list()).map(({ sku }) => sku)).toEqual(['SHIRT-S'])
    expect(await store.json('DELETE', `${path}/combinations`)).toEqual({ deleteCount: 1 })
    expect(await list()).toEqual([])
  })
})
