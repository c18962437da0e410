import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Json, type OpenStore } from './demo-store-client'

type Option = { name: string; required: boolean; defaultChoice?: number | null; choices?: { text: string }[] }

describe('options of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  const create = async (body: Json): Promise<string> =>
    `/products/${String((await store.json('POST', '/products', { body: { name: 'Lamp', price: 50, ...body } }))['id'])}`
  const optionsOf = async (path: string) => (await store.get(path))['options'] as Option[]

  it('come in the language that was asked for, those of variations too', async () => {
    const mug = await store.get('/products?sku=MUG-01&lang=de')
    const [{ options, combinations } = {}] = mug['items'] as { options: Option[]; combinations: Json[] }[]
    expect(options?.[0]).toMatchObject({ name: 'Farbe', choices: [{ text: 'Sand' }, { text: 'Schiefer' }, {}] })
    expect(combinations?.at(-1)?.['options']).toMatchObject([
      { name: 'Farbe', nameTranslated: { en: 'Color' }, value: 'Salbei', valueTranslated: { en: 'Sage' } },
      { name: 'Volumen', value: '450 ml' },
    ])
  })

  it.each(['SELECT', 'RADIO', 'SIZE', 'SWATCHES'])('of type %s start from their first choice', async (type) => {
    const path = await create({ options: [{ type, name: 'Kind', choices: [{ text: 'A', priceModifier: 5 }] }] })
    expect(await optionsOf(path)).toMatchObject([{ defaultChoice: 0 }])
    expect(await store.get(path)).toMatchObject({ price: 50, priceInProductList: 55 })
  })

  it('of other types start from none, as does an option that says so', async () => {
    const choices = [{ text: 'A', priceModifier: 5 }]
    const path = await create({
      options: [
        { type: 'CHECKBOX', name: 'Extras', choices },
        { type: 'SELECT', name: 'Kind', choices, defaultChoice: null },
      ],
    })
    const [extras, kind] = await optionsOf(path)
    expect(extras).not.toHaveProperty('defaultChoice')
    expect(kind).toMatchObject({ defaultChoice: null })
    await store.json('PUT', path, { body: { options: [kind] } })
    expect(await optionsOf(path)).toMatchObject([{ defaultChoice: null }])
    expect(await store.get(path)).toMatchObject({ priceInProductList: 50 })
  })

  it('add percents of the base price, never of each other', async () => {
    const percent = (priceModifier: number) => [{ text: 'A', priceModifier, priceModifierType: 'PERCENT' }]
    const path = await create({
      options: [
        { type: 'SELECT', name: 'One', choices: percent(10) },
        { type: 'SELECT', name: 'Two', choices: percent(20) },
        { type: 'SELECT', name: 'Three', choices: [{ text: 'A', priceModifier: 7 }] },
      ],
    })
    expect(await store.get(path)).toMatchObject({ priceInProductList: 50 + 5 + 10 + 7 })
  })

  it('keep what is required and chosen first when they are told to', async () => {
    const choices = [{ text: 'S' }, { text: 'M' }]
    const path = await create({ options: [{ type: 'SIZE', name: 'Size', required: true, defaultChoice: 1, choices }] })
    const body = { options: [{ type: 'SIZE', name: 'Size', choices: [{ text: 'XS' }, ...choices] }] }
    await store.json('PUT', `${path}?keepOptionDisplaySettings=true`, { body })
    expect(await optionsOf(path)).toMatchObject([{ required: true, defaultChoice: 2 }])
    await store.json('PUT', path, { body })
    expect(await optionsOf(path)).toMatchObject([{ required: false, defaultChoice: 0 }])
  })
})
