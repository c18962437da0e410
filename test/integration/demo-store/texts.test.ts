import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Json, type OpenStore } from './demo-store-client'

describe('texts of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  const made = async (path: string, body: Json): Promise<string> =>
    `${path}/${String((await store.json('POST', path, { body }))['id'])}`
  const optionsOf = async (path: string) => (await store.get(path))['options'] as Json[]

  it('that are empty stand in their maps, of products and categories alike', async () => {
    const empty = { en: '' }
    expect(await store.get(await made('/products', { name: 'Bare' }))).toMatchObject({
      nameTranslated: { en: 'Bare' },
      descriptionTranslated: empty,
      subtitleTranslated: empty,
      seoTitleTranslated: empty,
      seoDescriptionTranslated: empty,
    })
    expect(await store.get(await made('/categories', { name: 'Bare' }))).toMatchObject({
      nameTranslated: { en: 'Bare' },
      descriptionTranslated: empty,
      seoTitleTranslated: empty,
      seoDescriptionTranslated: empty,
    })
  })

  it('of options that a variation made are in the default language', async () => {
    const path = await made('/products', { name: 'Scarf' })
    const options = [{ name: 'Colour', value: 'Red' }]
    await store.json('POST', `${path}/combinations`, { body: { options } })
    expect(await optionsOf(path)).toEqual([
      expect.objectContaining({
        type: 'SELECT',
        name: 'Colour',
        nameTranslated: { en: 'Colour' },
        choices: [expect.objectContaining({ text: 'Red', textTranslated: { en: 'Red' } })],
      }),
    ])
    expect((await store.get(path))['combinations']).toMatchObject([
      { options: [{ nameTranslated: { en: 'Colour' }, valueTranslated: { en: 'Red' } }] },
    ])
  })

  it('in a language that the store has not are not given back', async () => {
    const path = await made('/products', {
      name: 'Hat',
      nameTranslated: { de: 'Hut', xx: 'Klobouk' },
      subtitleTranslated: { xx: 'x' },
      options: [
        {
          name: 'Size',
          nameTranslated: { xx: 'v' },
          choices: [{ text: 'S', textTranslated: { xx: 'm', de: 'K' } }],
        },
      ],
    })
    expect(await store.get(path)).toMatchObject({
      nameTranslated: { en: 'Hat', de: 'Hut' },
      subtitleTranslated: { en: '' },
    })
    expect(JSON.stringify(await store.get(path))).not.toContain('"xx"')
    const category = await made('/categories', { name: 'Hats', nameTranslated: { xx: 'Klobouky' } })
    expect(JSON.stringify(await store.get(category))).not.toContain('"xx"')
  })
})
