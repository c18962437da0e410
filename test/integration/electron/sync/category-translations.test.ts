import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { missingCategoryTexts } from '../../../../electron/shared/fields/missing-category-texts'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let bench: ShelfBench
/** By which products name it. */
let mugs: number

beforeEach(async () => {
  synced = await openSyncedStore({ products: 12 })
  bench = createShelfBench(synced)
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de', 'fr'] } })
  const body = { name: 'Mugs', nameTranslated: { en: 'Mugs', de: 'Becher' }, description: '<p>To drink from.</p>' }
  mugs = (await bench.ask<{ id: number }>('POST', '/categories', body)).id
  await synced.pull()
})
afterEach(() => synced.close())

const shown = (id = mugs) => synced.session.reads.shelf({ thing: 'category', id }).fields
const stored = (id = mugs) => bench.ask<Record<string, unknown>>('GET', `/categories/${id}`)
const save = (fields: Extract<Parameters<typeof bench.apply>[0], { kind: 'category.update' }>['fields']) =>
  bench.apply({ kind: 'category.update', categoryId: mugs, fields })

describe('the texts of a category in another language', () => {
  it('are sent with all others of their map, and the text itself stays', async () => {
    expect(shown()['nameTranslated']).toEqual({ de: 'Becher' })
    save({ nameTranslated: { de: 'Becher', fr: 'Tasses' } })
    expect(shown()).toMatchObject({ name: 'Mugs', nameTranslated: { de: 'Becher', fr: 'Tasses' } })
    await synced.settled()
    expect(await stored()).toMatchObject({ name: 'Mugs', nameTranslated: { en: 'Mugs', de: 'Becher', fr: 'Tasses' } })
    save({ nameTranslated: { fr: 'Tasses' } })
    await synced.settled()
    expect(shown()['nameTranslated']).toEqual({ fr: 'Tasses' })
    await synced.pull()
    expect(shown()['nameTranslated']).toEqual({ fr: 'Tasses' })
  })

  it('go with a new text of the first language, neither over the other', async () => {
    save({ name: 'Cups', nameTranslated: { de: 'Tassen' }, descriptionTranslated: { de: '<p>Zum Trinken.</p>' } })
    await synced.settled()
    expect(await stored()).toMatchObject({ name: 'Cups', nameTranslated: { en: 'Cups', de: 'Tassen' } })
    expect(await stored()).toMatchObject({ descriptionTranslated: { de: '<p>Zum Trinken.</p>' } })
    expect(shown()).toMatchObject({ name: 'Cups', nameTranslated: { de: 'Tassen' } })
  })

  it('of two people in two languages are both kept, and of the same one they are a question', async () => {
    bench.hold(true)
    save({ nameTranslated: { de: 'Becher', fr: 'Tasses' } })
    await bench.theirs('PUT', mugs, { nameTranslated: { en: 'Mugs', de: 'Tassen' } })
    bench.hold(false)
    await synced.settled()
    expect(await stored()).toMatchObject({ nameTranslated: { de: 'Tassen', fr: 'Tasses' } })
    bench.hold(true)
    save({ nameTranslated: { de: 'Krüge', fr: 'Tasses' } })
    await bench.theirs('PUT', mugs, { nameTranslated: { en: 'Mugs', de: 'Humpen', fr: 'Tasses' } })
    bench.hold(false)
    await synced.settled()
    expect(synced.session.summary().conflict).toBe(1)
    expect(await stored()).toMatchObject({ nameTranslated: { de: 'Humpen' } })
  })

  it('are undone alone, and come back with a category whose delete is undone', async () => {
    const { changeSetId } = save({ nameTranslated: { de: 'Krüge' }, seoTitle: 'Mugs to buy' })
    await synced.settled()
    const deleted = bench.apply({ kind: 'category.delete', categoryId: mugs, below: 'keep' })
    synced.skip(10_000)
    await synced.settled()
    synced.session.changes.revert(deleted.changeSetId!)
    await synced.settled()
    const [back] = await bench.named('Mugs')
    expect(await stored(back!.id)).toMatchObject({
      nameTranslated: { en: 'Mugs', de: 'Krüge' },
      seoTitle: 'Mugs to buy',
    })
    expect(changeSetId).not.toBeNull()
  })

  it('of a category made here go with it', async () => {
    bench.hold(true)
    const id = bench.create('Plates')
    bench.apply({ kind: 'category.update', categoryId: id, fields: { nameTranslated: { de: 'Teller' } } })
    bench.hold(false)
    await synced.settled()
    const [plates] = await bench.named('Plates')
    expect(await stored(plates!.id)).toMatchObject({ nameTranslated: { en: 'Plates', de: 'Teller' } })
  })

  it('are counted where they are missing, each by its name', () => {
    const missing = (language: string) =>
      missingCategoryTexts({ read: (field) => shown()[field], picture: null }, language)
    expect(missing('de')).toEqual(['Description'])
    expect(missing('fr')).toEqual(['Name', 'Description'])
  })
})

it('a language that the store gets is in the filter of what is missing, without a restart', async () => {
  const missingIn = (untranslated: string) => synced.catalogue.search({ untranslated }, 0, 20).total
  synced.session.start()
  expect(missingIn('pl')).toBe(0)
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de', 'fr', 'pl'] } })
  synced.skip(60_000)
  await synced.pull()
  await synced.until(() => missingIn('pl') > 0)
  expect(synced.session.snapshot().profile?.languages).toContain('pl')
})

it('a category says in the tree in which languages a text of it is missing, and shows its picture', async () => {
  const inTree = () => synced.session.snapshot().categories.find(({ id }) => id === mugs)
  expect(inTree()?.untranslated).toEqual(['de', 'fr'])
  expect(inTree()).not.toHaveProperty('thumbnail')
  save({ nameTranslated: { de: 'Becher', fr: 'Tasses' }, descriptionTranslated: { de: '<p>Zum Trinken.</p>' } })
  expect(inTree()?.untranslated).toEqual(['fr'])
  const source = { url: 'https://pictures.example/mugs.png' }
  bench.apply({ kind: 'category.picture', categoryId: mugs, source, fileName: '' })
  expect(inTree()?.thumbnail).toBe(source.url)
})
