import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { listConflicts, productHistory } from '../../../../electron/changes/views'
import type { ProductField, ProductPatch } from '../../../../electron/shared/fields/product-fields'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let product: { id: number; ecwidId: number }
beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 })
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de', 'fr'] } })
  await synced.pull()
  const { id, ecwidId } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 20).rows[0]!
  product = { id, ecwidId: ecwidId! }
})
afterEach(() => synced.close())

const apply = (operation: Operation) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations: [operation] })
const save = (fields: ProductPatch, base?: ProductPatch) =>
  apply({
    kind: 'update',
    productId: product.id,
    fields,
    ...(base && { base: { ...synced.session.product(product.id).fields, ...base } }),
  })
const onTheWeb = (body: object) => synced.control('POST', `/products/${product.ecwidId}`, body)
const stored = async (name: string) => (await synced.remote(product.ecwidId))[name]
const shown = () => synced.session.product(product.id).fields
const told = () =>
  productHistory(synced.catalogue, { productId: product.id, offset: 0, limit: 20 }).entries.map(({ field }) => field)
const conflicts = () => listConflicts(synced.catalogue, { offset: 0, limit: 9 }).conflicts

describe('a text in another language', () => {
  it('is sent with all others of its map, and the text itself stays', async () => {
    const before = shown()
    save({ nameTranslated: { ...before.nameTranslated, fr: 'Lampe à poser' } })
    expect(shown().name).toBe(before.name)
    await synced.settled()
    expect(await stored('nameTranslated')).toEqual({
      en: before.name,
      ...before.nameTranslated,
      fr: 'Lampe à poser',
    })
    expect(await stored('name')).toBe(before.name)
    save({ nameTranslated: { fr: 'Lampe à poser' } })
    await synced.settled()
    expect(shown().nameTranslated).toEqual({ fr: 'Lampe à poser' })
  })

  it('goes with a new text of the first language, neither over the other', async () => {
    save({
      name: 'Anew',
      nameTranslated: { de: 'Neu' },
      ribbon: { text: 'Sale', color: '' },
      ribbonTranslated: { de: 'Angebot' },
    })
    await synced.settled()
    expect(await stored('nameTranslated')).toMatchObject({ en: 'Anew', de: 'Neu' })
    expect(await stored('ribbonTranslated')).toMatchObject({ en: 'Sale', de: 'Angebot' })
    expect(shown()).toMatchObject({ name: 'Anew', nameTranslated: { de: 'Neu' }, ribbonTranslated: { de: 'Angebot' } })
  })

  it('is no news when only the text of the first language was changed, here or on the web', async () => {
    const { nameTranslated } = shown()
    save({ name: 'Named here' })
    await synced.settled()
    await onTheWeb({ name: 'Named on the web' })
    await synced.pull()
    expect(told().filter((field) => field === 'nameTranslated')).toEqual([])
    expect(told().filter((field) => field === 'name')).toHaveLength(2)
    expect(shown().nameTranslated).toEqual(nameTranslated)
  })

  it('joins with what others wrote in another language, and is asked about in its own', async () => {
    synced.session.changes.holdAll(true)
    save({ nameTranslated: { ...shown().nameTranslated, fr: 'Ici' }, seoTitleTranslated: { de: 'Hier' } })
    await onTheWeb({ nameTranslated: { de: 'Im Netz' }, seoTitleTranslated: { de: 'Im Netz' }, name: 'On the web' })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(await stored('nameTranslated')).toMatchObject({ en: 'On the web', de: 'Im Netz', fr: 'Ici' })
    expect(conflicts()).toMatchObject([{ field: 'seoTitleTranslated', theirs: { de: 'Im Netz' } }])
    synced.session.changes.resolve([conflicts()[0]!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(await stored('seoTitleTranslated')).toMatchObject({ de: 'Hier' })
  })

  it('goes back by an undo, which leaves the first language as others made it meanwhile', async () => {
    const before = shown().nameTranslated
    const { changeSetId } = save({ nameTranslated: { ...before, fr: 'Ici' } })
    await synced.settled()
    await onTheWeb({ name: 'On the web' })
    await synced.pull()
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await stored('nameTranslated')).toMatchObject({ en: 'On the web', fr: '' })
    expect(shown()).toMatchObject({ name: 'On the web', nameTranslated: before })
  })

  it('comes with a product that is made here, and with the copy of one', async () => {
    const made = apply({ kind: 'create', fields: { name: 'Made here', nameTranslated: { de: 'Hier gemacht' } } })
    save({ nameTranslated: { de: 'Leuchte' } })
    const copy = apply({ kind: 'create', fields: { name: 'A copy', sku: '' }, copyOf: product.id })
    await synced.settled()
    const maps = [made, copy].map(async ({ productIds: [id] }) => {
      const remote = await synced.remote(synced.catalogue.products.ecwidIdOf(id!)!)
      return remote['nameTranslated']
    })
    expect(await Promise.all(maps)).toMatchObject([
      { en: 'Made here', de: 'Hier gemacht' },
      { en: 'A copy', de: 'Leuchte' },
    ])
  })
})

describe('the texts of options and choices', () => {
  it('are sent with the option, follow its new name, and join with what others wrote', async () => {
    const option = (name: string, more: object = {}) => ({
      type: 'SELECT',
      name,
      required: false,
      choices: [{ text: 'Red', textTranslated: { de: 'Rot' } }, { text: 'Blue' }],
      ...more,
    })
    save({ options: [option('Tint', { nameTranslated: { de: 'Farbton' } })] })
    await synced.settled()
    expect(await stored('options')).toMatchObject([
      {
        nameTranslated: { en: 'Tint', de: 'Farbton' },
        choices: [{ textTranslated: { en: 'Red', de: 'Rot' } }, { textTranslated: { en: 'Blue' } }],
      },
    ])
    const [mine] = shown().options
    synced.session.changes.holdAll(true)
    save({ options: [{ ...mine, name: 'Shade', formerly: ['Tint'] }] })
    await onTheWeb({ options: [option('Tint', { nameTranslated: { de: 'Farbton', fr: 'Teinte' } })] })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(await stored('options')).toMatchObject([
      { name: 'Shade', nameTranslated: { en: 'Shade', de: 'Farbton', fr: 'Teinte' } },
    ])
    expect(conflicts()).toEqual([])
  })
})

describe('what an attribute says in another language', () => {
  type Attribute = { id: number; type: string; value: string; valueTranslated: Record<string, string> }
  const inStore = async () => ((await stored('attributes')) as Attribute[]).find(({ type }) => type === 'BRAND')
  const brand = () =>
    String(synced.session.snapshot().productTypes[0]?.attributes.find(({ type }) => type === 'BRAND')!.id)
  const others = () => shown().attributes as Record<string, string>
  const value = (text: string): ProductPatch => ({ attributes: { ...others(), [brand()]: text } })
  const texts = (all: Record<string, string>): ProductPatch => ({
    attributesTranslated: Object.fromEntries(
      Object.entries(all).map(([language, text]) => [`${brand()}.${language}`, text]),
    ),
  })

  it('is sent beside its value with all others, and follows a new value', async () => {
    save({ ...value('Clay'), ...texts({ de: 'Ton' }) })
    await synced.settled()
    expect(await inStore()).toMatchObject({ value: 'Clay', valueTranslated: { en: 'Clay', de: 'Ton' } })
    save(texts({ de: 'Ton', fr: 'Argile' }))
    await synced.settled()
    expect(await inStore()).toMatchObject({ value: 'Clay', valueTranslated: { en: 'Clay', de: 'Ton', fr: 'Argile' } })
    save(value('Stone'))
    await synced.settled()
    expect(await inStore()).toMatchObject({ value: 'Stone', valueTranslated: { en: 'Stone', de: 'Ton', fr: 'Argile' } })
    expect(shown()).toMatchObject(texts({ de: 'Ton', fr: 'Argile' }))
  })

  it('joins with what others wrote in another language, and is asked about in its own', async () => {
    save({ ...value('Clay'), ...texts({ de: 'Ton' }) })
    await synced.settled()
    const web = (map: object) =>
      onTheWeb({ attributes: [{ id: Number(brand()), value: 'Clay', valueTranslated: map }] })
    synced.session.changes.holdAll(true)
    save(texts({ de: 'Ton', fr: 'Argile' }))
    await web({ de: 'Tonerde' })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(conflicts()).toEqual([])
    expect(await inStore()).toMatchObject({ valueTranslated: { en: 'Clay', de: 'Tonerde', fr: 'Argile' } })
    synced.session.changes.holdAll(true)
    save(texts({ de: 'Lehm', fr: 'Argile' }))
    await web({ de: 'Erde' })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(conflicts()).toMatchObject([{ field: 'attributesTranslated' }])
    synced.session.changes.resolve([conflicts()[0]!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(await inStore()).toMatchObject({ valueTranslated: { de: 'Lehm', fr: 'Argile' } })
  })

  it('goes with its value, and an undo brings both back', async () => {
    save({ ...value('Clay'), ...texts({ de: 'Ton' }) })
    await synced.settled()
    const { changeSetId } = save(value(''))
    expect(shown().attributesTranslated).toEqual({})
    await synced.settled()
    expect(await inStore()).toBeUndefined()
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await inStore()).toMatchObject({ value: 'Clay', valueTranslated: { en: 'Clay', de: 'Ton' } })
  })

  it('comes with the copy of a product', async () => {
    save({ ...value('Clay'), ...texts({ de: 'Ton' }) })
    const { productIds } = apply({ kind: 'create', fields: { name: 'A copy', sku: '' }, copyOf: product.id })
    await synced.settled()
    const copy = await synced.remote(synced.catalogue.products.ecwidIdOf(productIds[0]!)!)
    expect(copy['attributes']).toEqual(
      expect.arrayContaining([expect.objectContaining({ value: 'Clay', valueTranslated: { en: 'Clay', de: 'Ton' } })]),
    )
  })
})

describe('what an alt text says in another language', () => {
  type Alt = { main?: string; translated: Record<string, string> }
  const inStore = async () => ((await stored('media')) as { images: { alt: Alt }[] }).images[0]!.alt
  const picture = () => synced.session.product(product.id).pictures[0]!
  const write = (language: string, alt: string) =>
    apply({ kind: 'picture.alt-in', productId: product.id, picture: picture().key, language, alt })
  const say = (alt: string) => apply({ kind: 'picture.alt', productId: product.id, picture: picture().key, alt })
  const theirs = (translated: object) =>
    onTheWeb({ media: { images: [{ id: '0', orderBy: 0, alt: { main: 'Mug', translated } }] } })

  beforeEach(async () => {
    say('Mug')
    write('de', 'Becher')
    await synced.settled()
  })

  it('is sent with the text itself and all others of its map, and follows a new text', async () => {
    expect(await inStore()).toEqual({ main: 'Mug', translated: { en: 'Mug', de: 'Becher' } })
    write('fr', 'Tasse')
    expect(picture()).toMatchObject({ alt: 'Mug', altTexts: { de: 'Becher', fr: 'Tasse' } })
    say('A mug')
    await synced.settled()
    expect(await inStore()).toEqual({ main: 'A mug', translated: { en: 'A mug', de: 'Becher', fr: 'Tasse' } })
    expect(told().filter((field) => field === 'altTranslated')).toHaveLength(2)
  })

  it('joins with what others wrote in another language, and is asked about in its own', async () => {
    synced.session.changes.holdAll(true)
    write('fr', 'Tasse')
    await theirs({ en: 'Mug', de: 'Krug' })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(await inStore()).toMatchObject({ translated: { en: 'Mug', de: 'Krug', fr: 'Tasse' } })
    expect(conflicts()).toEqual([])
    synced.session.changes.holdAll(true)
    write('de', 'Humpen')
    await theirs({ en: 'Mug', de: 'Pott', fr: 'Tasse' })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(conflicts()).toMatchObject([{ field: 'altTranslated', theirs: { de: 'Pott', fr: 'Tasse' } }])
    synced.session.changes.resolve([conflicts()[0]!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(await inStore()).toMatchObject({ translated: { de: 'Humpen', fr: 'Tasse' } })
  })

  it('goes back by an undo, language by language, and comes again by a redo', async () => {
    const { changeSetId } = write('de', 'Humpen')
    await synced.settled()
    await theirs({ en: 'Mug', de: 'Humpen', fr: 'Tasse' })
    await synced.pull()
    const back = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await inStore()).toMatchObject({ translated: { en: 'Mug', de: 'Becher', fr: 'Tasse' } })
    synced.session.changes.redo({ setId: changeSetId!, revertSetId: back.changeSetId })
    await synced.settled()
    expect(await inStore()).toMatchObject({ translated: { en: 'Mug', de: 'Humpen', fr: 'Tasse' } })
  })
})

describe('each translated text', () => {
  const fields: ProductField[] = ['descriptionTranslated', 'subtitleTranslated', 'seoDescriptionTranslated']
  it.each(fields)('is sent and read as it was typed: %s', async (field) => {
    save({ [field]: { fr: 'Voilà' } })
    await synced.settled()
    expect(await stored(field)).toMatchObject({ fr: 'Voilà' })
    expect(shown()[field]).toEqual({ fr: 'Voilà' })
  })
})
