import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { imagesOf, pictureKey } from '../../../../electron/changes/pictures'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { onTheWeb } from '../../../support/on-the-web'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let bench: ShelfBench
let ecwidId: number, productId: number

beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de', 'fr'] } })
  await synced.pull()
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 1).rows[0]!
  ;[ecwidId, productId] = [row.ecwidId!, row.id]
})
afterEach(() => synced.close())

const apply = (...operations: Operation[]) => bench.apply(...operations).changeSetId!
async function sent(): Promise<void> {
  synced.skip(10_000)
  await synced.settled()
}
const undo = (setId: number) => synced.session.changes.revert(setId)
const images = async (id = ecwidId) => imagesOf(remoteProductSchema.parse(await synced.remote(id)))

const told = { main: 'Front', translated: { en: 'Front', de: 'Vorn', fr: 'Devant' } }
const others = { de: 'Vorn', fr: 'Devant' }
const translationsOf = (alt: { translated?: Record<string, string> | undefined } | undefined) => {
  const { en: _, ...rest } = alt?.translated ?? {}
  return rest
}
async function tell(at: number): Promise<void> {
  const all = (await images()).map(({ id, orderBy, alt }, place) => ({ id, orderBy, alt: place === at ? told : alt }))
  await bench.ask('PUT', `/products/${ecwidId}`, { media: { images: all } })
  await synced.pull()
}

describe('what a picture says in other languages', () => {
  it.each([
    ['the main one', 0],
    ['another one', 1],
  ])('comes back with it: %s', async (_, at) => {
    await tell(at)
    const key = pictureKey((await images())[at]!)
    const removal = apply({ kind: 'picture.remove', productId, picture: key })
    await sent()
    undo(removal)
    expect(synced.session.product(productId).pictures[at]?.altTexts).toEqual(others)
    await sent()
    expect(bench.allOpen()).toEqual([])
    const back = (await images())[at]!.alt
    expect(back).toMatchObject({ main: 'Front' })
    expect(translationsOf(back)).toEqual(others)
  })
})

describe('a deleted product that comes back', () => {
  it('says in every language what its pictures and attributes said', async () => {
    await tell(1)
    const { attributes } = (
      await bench.ask<{ id: number; attributes: { id: number; name: string }[] }[]>('GET', '/classes')
    )[0]!
    const brand = { id: attributes[0]!.id, value: 'Clay', valueTranslated: { en: 'Clay', de: 'Ton' } }
    await bench.ask('PUT', `/products/${ecwidId}`, { attributes: [brand] })
    await synced.pull()
    const deletion = apply({ kind: 'delete', productId })
    await sent()
    undo(deletion)
    await sent()
    expect(bench.allOpen()).toEqual([])
    const back = synced.catalogue.products.ecwidIdOf(productId)!
    expect(back).not.toBe(ecwidId)
    expect(translationsOf((await images(back))[1]!.alt)).toEqual(others)
    const { attributes: now } = (await synced.remote(back)) as { attributes: unknown }
    expect(now).toMatchObject([brand])
  })
})

describe('a deleted category that comes back', () => {
  it('has its address again, and says in every language what its picture said', async () => {
    const { id } = await bench.ask<{ id: number }>('POST', '/categories', { name: 'Lanterns', customSlug: 'light' })
    await onTheWeb(synced.store, 'POST', `/categories/${id}/image`, new Uint8Array(pngBytes()))
    await bench.theirs('PUT', id, { alt: told })
    await synced.pull()
    const category = bench.localIdOf(id)
    const deletion = apply({ kind: 'category.delete', categoryId: category, below: 'delete' })
    await sent()
    undo(deletion)
    await sent()
    expect(bench.allOpen()).toEqual([])
    expect(await bench.named('Lanterns')).toMatchObject([{ customSlug: 'light', alt: { main: 'Front' } }])
    const [{ alt }] = (await bench.named('Lanterns')) as unknown as [{ alt: typeof told }]
    expect(translationsOf(alt)).toEqual(others)
  })
})
