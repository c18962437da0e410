import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reindexWhatIsOld } from '../../../../electron/changes/reindex-what-is-old'
import { categoriesAre } from '../../../support/shelves'
import { euros } from '../../../support/store-in-euros'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
beforeEach(() => (mugs = openMugs()))
afterEach(() => mugs.close())

const inLanguages = (...languages: string[]) => mugs.catalogue.meta.set('profile', { ...euros, languages })
const found = (untranslated: string) => mugs.catalogue.search({ untranslated }, 0, 50).rows.map(({ name }) => name)
const counted = () => mugs.catalogue.facets().untranslated
const german = (n: number) => ({ nameTranslated: { en: `Mug ${n}`, de: `Becher ${n}` } })

describe('products by their translations', () => {
  it('are found by a language in which one of their texts says nothing', () => {
    inLanguages('en', 'de', 'fr')
    mugs.put(1, german(1))
    mugs.put(2)
    mugs.put(3, { ...german(3), subtitle: 'Large', subtitleTranslated: { en: 'Large', de: '' } })
    mugs.put(4, { ...german(4), description: '<p><br></p>', descriptionTranslated: { en: '<p><br></p>' } })
    expect(found('de')).toEqual(['Mug 2', 'Mug 3'])
    expect(found('fr')).toEqual(['Mug 1', 'Mug 2', 'Mug 3', 'Mug 4'])
    expect(found('d')).toEqual([])
  })

  it('are counted in each language as they are found, without those that are deleted here', () => {
    inLanguages('en', 'de', 'fr')
    expect(counted()).toEqual({})
    mugs.put(1, german(1))
    const second = mugs.put(2)
    mugs.put(3, { nameTranslated: { en: 'Mug 3', de: 'Becher 3', fr: 'Tasse 3' } })
    expect(counted()).toEqual({ de: 1, fr: 2 })
    mugs.apply({ kind: 'delete', productId: second })
    expect(counted()).toEqual({ fr: 1 })
  })

  it('are found by an attribute that shoppers read in one language only, never by a brand, a number or what is hidden', () => {
    inLanguages('en', 'de')
    const types = ['CUSTOM', 'CUSTOM', 'BRAND', 'UPC'].map((type, at) => {
      return { id: at + 1, name: `Attribute ${at + 1}`, type, show: at === 1 ? 'NOTSHOW' : 'DESCR' }
    })
    mugs.catalogue.productTypes.show({ id: 0, attributes: types })
    const valued = (n: number, id: number, value: string, texts = {}) =>
      mugs.put(n, { ...german(n), attributes: [{ id, value, valueTranslated: { en: value, ...texts } }] })
    valued(1, 1, 'Matte')
    valued(2, 1, 'Matte', { de: 'Matt' })
    valued(3, 1, '12.5')
    for (const id of [2, 3, 4]) valued(2 + id, id, 'Harbour')
    expect(found('de')).toEqual(['Mug 1'])
  })

  it('are found by an alt text of theirs that is not translated', () => {
    inLanguages('en', 'de')
    const pictured = (n: number, alt: object) =>
      mugs.put(n, { ...german(n), media: { images: [{ id: '0', imageOriginalUrl: `https://p/${n}`, alt }] } })
    const id = pictured(1, { main: 'Its front', translated: { en: 'Its front' } })
    pictured(2, { main: 'Its front', translated: { en: 'Its front', de: 'Von vorn' } })
    pictured(3, { translated: {} })
    expect(found('de')).toEqual(['Mug 1'])
    mugs.apply({ kind: 'picture.alt-in', productId: id, picture: 'https://p/1', language: 'de', alt: 'Von vorn' })
    expect(found('de')).toEqual([])
  })

  it('follow what is typed here before the store knows', () => {
    inLanguages('en', 'de')
    const id = mugs.put(1)
    const { changeSetId } = mugs.apply({ kind: 'update', productId: id, fields: { nameTranslated: { de: 'Becher' } } })
    expect(found('de')).toEqual([])
    mugs.changes.revert(changeSetId ?? 0)
    expect(found('de')).toEqual(['Mug 1'])
  })

  it('are looked through anew when the store has other languages', async () => {
    const reindex = () => reindexWhatIsOld({ catalogue: mugs.catalogue, signal: new AbortController().signal })
    inLanguages('en', 'fr')
    mugs.put(1)
    await reindex()
    expect([found('fr'), found('de')]).toEqual([['Mug 1'], []])
    inLanguages('en', 'de')
    await reindex()
    expect([found('fr'), found('de')]).toEqual([[], ['Mug 1']])
  })
})

it('categories that were there before are in the tree with their picture and what they miss, once', async () => {
  inLanguages('en', 'de')
  const { catalogue } = mugs
  categoriesAre(catalogue, [{ id: 5, name: 'Cups', thumbnailUrl: 'https://p/cups.png' }])
  const inTree = () => catalogue.categories.list().find(({ id }) => id === 5)
  const seen = inTree()
  expect(seen).toMatchObject({ thumbnail: 'https://p/cups.png', untranslated: ['de'] })
  catalogue.transaction(() => catalogue.categories.show({ id: 5, name: 'Cups' }, { madeAs: null, untranslated: [] }))
  let told = 0
  const { signal } = new AbortController()
  const reindex = () => reindexWhatIsOld({ catalogue, signal, onCategories: () => (told += 1) })
  await reindex()
  await reindex()
  expect([inTree(), told]).toEqual([seen, 1])
})
