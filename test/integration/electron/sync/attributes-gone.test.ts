import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import type { ProductPatch } from '../../../../electron/shared/fields/product-fields'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

type Stored = { id: number; name: string; attributes: { id: number; name: string; type: string; show: string }[] }

let synced: SyncedStore
let bench: ShelfBench
let kites: Stored
let ecwidId: number, productId: number

beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de'] } })
  const attributes = ['Span', 'Tail'].map((name) => ({ name, type: 'CUSTOM', show: 'DESCR' }))
  const { id } = await bench.ask<{ id: number }>('POST', '/classes', { name: 'Kites', attributes })
  kites = await bench.ask<Stored>('GET', `/classes/${id}`)
  await synced.pull()
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 1).rows[0]!
  ;[ecwidId, productId] = [row.ecwidId!, row.id]
  const values = [{ id: span(), value: '2 m', valueTranslated: { en: '2 m', de: 'zwei Meter' } }]
  await bench.ask('PUT', `/products/${ecwidId}`, { productClassId: id, attributes: values })
  await synced.pull()
})
afterEach(() => synced.close())

const idOf = (name: string) => kites.attributes.find((each) => each.name === name)!.id
const span = () => idOf('Span')
const apply = (...operations: Operation[]) => bench.apply(...operations).changeSetId!
const type = (attributes: Record<string, string>) => apply({ kind: 'update', productId, fields: { attributes } })
const translate = (attributesTranslated: Record<string, string>) =>
  apply({ kind: 'update', productId, fields: { attributesTranslated } })
const removeSpan = () =>
  apply({ kind: 'type.update', typeId: kites.id, fields: { attributes: [kites.attributes[1]!] } })
async function sent(): Promise<void> {
  synced.skip(10_000)
  await synced.settled()
}
const undo = (setId: number) => synced.session.changes.revert(setId)
const named = async () => {
  const { attributes } = (await synced.remote(ecwidId)) as { attributes: { name: string; value: string }[] }
  const own = attributes.filter(({ name }) => ['Span', 'Tail'].includes(name))
  return Object.fromEntries(own.map(({ name, value }) => [name, value]))
}
const translated = async (name: string) => {
  const { attributes } = (await synced.remote(ecwidId)) as { attributes: { name: string; valueTranslated: unknown }[] }
  return attributes.find((each) => each.name === name)?.valueTranslated
}

describe('a value typed into an attribute that this person removes', () => {
  it('goes with it where the type is sent first, and comes back with it', async () => {
    const edit = type({ [span()]: '5 m' })
    synced.session.changes.hold(edit, true)
    const removal = removeSpan()
    await sent()
    synced.session.changes.hold(edit, false)
    await sent()
    expect(bench.allOpen()).toEqual([])
    undo(removal)
    await sent()
    expect(await named()).toEqual({ Span: '5 m' })
    expect(bench.allOpen()).toEqual([])
  })

  it('goes with it where both are sent at once, and leaves the others', async () => {
    type({ [span()]: '5 m', [idOf('Tail')]: 'red' })
    const removal = removeSpan()
    await sent()
    expect(bench.allOpen()).toEqual([])
    expect(await named()).toEqual({ Tail: 'red' })
    undo(removal)
    await sent()
    expect(await named()).toEqual({ Span: '5 m', Tail: 'red' })
  })

  it.each([
    ['the attribute', 'after it was sent'],
    ['its type', 'after it was sent'],
    ['the attribute', 'both sent at once'],
    ['its type', 'both sent at once'],
  ])('comes back with %s in every language, %s', async (what, when) => {
    translate({ [`${span()}.de`]: 'zwo Meter' })
    if (when === 'after it was sent') await sent()
    const removal = what === 'its type' ? apply({ kind: 'type.delete', typeId: kites.id }) : removeSpan()
    await sent()
    expect(bench.allOpen()).toEqual([])
    undo(removal)
    await sent()
    expect(await translated('Span')).toEqual({ en: '2 m', de: 'zwo Meter' })
    expect(bench.allOpen()).toEqual([])
  })
})

describe('a product that was given', () => {
  const given = (fields: ProductPatch) => {
    const edit = apply({ kind: 'update', productId, fields })
    synced.session.changes.hold(edit, true)
    return edit
  }
  const refused = (says: string) => ({ state: 'refused', reason: { sentence: { says } } })

  it('a type that went keeps all it has, and says why', async () => {
    const { id } = await bench.ask<{ id: number }>('POST', '/classes', { name: 'Boats', attributes: [] })
    await synced.pull()
    const edit = given({ productClassId: id })
    apply({ kind: 'type.delete', typeId: id })
    await sent()
    synced.session.changes.hold(edit, false)
    await sent()
    const left = bench.allOpen()
    expect(left.map(({ field }) => field).toSorted()).toEqual(['attributes', 'attributesTranslated', 'productClassId'])
    for (const each of left) expect(each).toMatchObject(refused('type-gone'))
    expect(await named()).toEqual({ Span: '2 m' })
    expect(await translated('Span')).toEqual({ en: '2 m', de: 'zwei Meter' })
  })

  it('a category that went says why, and a later edit of its categories goes', async () => {
    const [boats, kitesToo] = await Promise.all(
      ['Boats', 'More kites'].map((name) => bench.ask<{ id: number }>('POST', '/categories', { name })),
    )
    await synced.pull()
    const { categoryIds } = synced.session.product(productId).fields
    const edit = given({ categoryIds: [...categoryIds, boats!.id] })
    await bench.ask('DELETE', `/categories/${boats!.id}`)
    await synced.pull()
    apply({ kind: 'update', productId, fields: { categoryIds: [...categoryIds, boats!.id, kitesToo!.id] } })
    synced.session.changes.hold(edit, false)
    await sent()
    expect(bench.allOpen()).toMatchObject([refused('category-gone')])
    expect((await synced.remote(ecwidId))['categoryIds']).toEqual([...categoryIds, kitesToo!.id])
  })
})

describe('a translation of a value that others empty', () => {
  const others = (value: string) => bench.ask('PUT', `/products/${ecwidId}`, { attributes: [{ id: span(), value }] })

  it('is kept with the reason, and can go once the value is there again', async () => {
    bench.hold(true)
    const edit = translate({ [`${span()}.de`]: 'zwo Meter' })
    await others('')
    bench.hold(false)
    await sent()
    const reason = { sentence: { says: 'attribute-without-value' } }
    expect(bench.allOpen()).toMatchObject([{ setId: edit, state: 'refused', reason }])
    type({ [span()]: '2 m' })
    synced.session.changes.retry(bench.allOpen().map(({ id }) => id))
    await sent()
    // The old translation is gone with the old value.
    expect(bench.allOpen()).toMatchObject([{ setId: edit, state: 'conflict' }])
    synced.session.changes.resolve([bench.allOpen()[0]!.id], { take: 'mine' })
    await sent()
    expect(bench.allOpen()).toEqual([])
    expect(await translated('Span')).toEqual({ en: '2 m', de: 'zwo Meter' })
  })
})

describe('a value typed into an attribute that others remove', () => {
  const reason = { sentence: { says: 'attribute-gone' } }
  const others = () => bench.ask('PUT', `/classes/${kites.id}`, { name: 'Kites', attributes: [kites.attributes[1]!] })

  it.each(['before it is known here', 'and that is known'])('is kept with the reason, %s', async (when) => {
    bench.hold(true)
    type({ [span()]: '5 m', [idOf('Tail')]: 'red' })
    await others()
    if (when === 'and that is known') await synced.pull()
    bench.hold(false)
    await sent()
    expect(bench.allOpen()).toMatchObject([{ state: 'refused', reason, after: { [span()]: '5 m' } }])
    synced.session.changes.takeBack(bench.allOpen().map(({ id }) => id))
    type({ [idOf('Tail')]: 'red' })
    await sent()
    expect(bench.allOpen()).toEqual([])
    expect(await named()).toEqual({ Tail: 'red' })
  })

  it('is kept with the reason where it had none before', async () => {
    await bench.ask('PUT', `/products/${ecwidId}`, { attributes: [] })
    await synced.pull()
    bench.hold(true)
    type({ [span()]: '5 m' })
    await others()
    bench.hold(false)
    await sent()
    expect(bench.allOpen()).toMatchObject([{ state: 'refused', reason }])
  })
})
