import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAltTexts, type AltTexts } from '../../../../electron/pictures/alts/alt-texts'
import { imagesOf, pictureKey } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import type { AltEdit, AltTyped, AltScope } from '../../../../electron/shared/alt-text'
import type { ProductQuery } from '../../../../electron/shared/product-query'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openMugs } from '../changes/catalogue-of-mugs'

const wish = (selectionId: number, pattern: string, scope: AltScope = 'missing') => ({ selectionId, pattern, scope })

describe('alt texts for the pictures of a store', () => {
  let synced: SyncedStore
  let altTexts: AltTexts
  const asked: string[] = []

  beforeEach(async () => {
    synced = await openSyncedStore(
      {},
      {
        isRefused: (method, url) => {
          asked.push(`${method} ${new URL(url).pathname.replace(/^.*\/products/, '')}`)
          return false
        },
      },
    )
    while ((await synced.pull()).phase === 'failed');
    altTexts = createAltTexts({
      catalogue: synced.catalogue,
      now: Date.now,
      noteChanged: (productIds) => synced.session.noteChanged(productIds),
      assertCanWrite: () => {},
      logError: console.error,
    })
    asked.length = 0
  })
  afterEach(() => synced.close())

  const names = (query: ProductQuery) => synced.catalogue.search(query, 0, 100).rows
  /** Alt texts in the store itself, main picture first. */
  async function altsOf(ecwidId: number): Promise<string[]> {
    const product = remoteProductSchema.parse(await synced.remote(ecwidId))
    return imagesOf(product).map(({ alt }) => alt?.main ?? '')
  }
  async function bare(): Promise<{ id: number; ecwidId: number; name: string; sku: string; pictures: number }> {
    const row = names({ sort: 'NAME_ASC' }).find(({ pictureCount }) => pictureCount > 2)
    if (!row?.ecwidId) throw new Error('The demo store has no such product.')
    const { id, ecwidId, name, sku, pictureCount: pictures } = row
    const images = imagesOf(remoteProductSchema.parse(await synced.remote(ecwidId)))
    const described = images.map((image, at) => ({
      id: image.id,
      orderBy: at,
      alt: { main: at === 1 ? 'Its back' : '' },
    }))
    await synced.control('POST', `/products/${ecwidId}`, { media: { images: described } })
    while ((await synced.pull()).phase === 'failed');
    asked.length = 0
    return { id, ecwidId, name, sku, pictures }
  }

  it('are written by a pattern where there is none, all of a product with one request, and taken back', async () => {
    const { ecwidId, name, sku, pictures } = await bare()
    const { id, products, missing } = await altTexts.select({ productIds: [ecwidId] })
    expect({ products, missing }).toEqual({ products: 1, missing: pictures - 1 })
    const pattern = wish(id, '{name}, {option}, {position} ({sku})')
    expect(await altTexts.tally(pattern, [])).toEqual({ problem: null, texts: pictures - 1, products: 1, tooLong: 0 })

    const written = await altTexts.write(pattern, [])
    expect(written).toMatchObject({ texts: pictures - 1, products: 1 })
    expect(names({ pictures: 'withoutAlt', productIds: [ecwidId] }).map((row) => row.state)).not.toContain('synced')
    await synced.settled()
    const expected = Array.from({ length: pictures }, (_, at) =>
      at === 1 ? 'Its back' : `${name}, ${at + 1} (${sku})`,
    )
    expect(await altsOf(ecwidId)).toEqual(expected)
    expect(asked).toEqual([`GET /${ecwidId}`, `PUT /${ecwidId}`])

    synced.session.changes.revert(written.changeSetId ?? 0)
    await synced.settled()
    expect(await altsOf(ecwidId)).toEqual(expected.map((alt) => (alt === 'Its back' ? alt : '')))
  })

  it('typed by hand go before the pattern, also over one that is there', async () => {
    const { id: productId, ecwidId, name } = await bare()
    const { id } = await altTexts.select({ productIds: [ecwidId] })
    const rows = altTexts.page(wish(id, '{name}', 'all'), { offset: 0, limit: 50 })
    const edits: AltEdit[] = [0, 1].map((at) => ({ productId, picture: rows[at]?.picture ?? '', alt: ` Typed ${at} ` }))
    expect(await altTexts.tally(wish(id, ''), edits)).toMatchObject({ texts: 2, products: 1 })
    await altTexts.write(wish(id, '{name}'), edits)
    await synced.settled()
    expect((await altsOf(ecwidId)).slice(0, 3)).toEqual(['Typed 0', 'Typed 1', name])
  })

  it('leave alone what somebody described in the store meanwhile, and ask its owner', async () => {
    const { ecwidId } = await bare()
    const { id } = await altTexts.select({ productIds: [ecwidId] })
    const images = imagesOf(remoteProductSchema.parse(await synced.remote(ecwidId)))
    const theirs = images.map((image, at) => ({ id: image.id, orderBy: at, alt: { main: at === 0 ? 'Theirs' : '' } }))
    await synced.control('POST', `/products/${ecwidId}`, { media: { images: theirs } })
    await altTexts.write(wish(id, '{name}'), [])
    await synced.settled()
    expect((await altsOf(ecwidId))[0]).toBe('Theirs')
    expect(synced.session.summary().conflict).toBe(1)
  })
})

describe('a list of many pictures', () => {
  let mugs: ReturnType<typeof openMugs>
  let altTexts: AltTexts
  let noted = (_: number[]) => {}
  const open = () =>
    createAltTexts({
      catalogue: mugs.catalogue,
      now: () => 1,
      noteChanged: (ids) => noted(ids),
      assertCanWrite: () => {},
      logError: console.error,
    })
  beforeEach(() => {
    mugs = openMugs()
    noted = () => {}
    altTexts = open()
  })
  afterEach(() => mugs.close())

  const putWith = (ecwidId: number, ...alts: string[]) =>
    mugs.put(ecwidId, {
      media: {
        images: alts.map((alt, at) => ({
          id: String(at),
          orderBy: at,
          imageOriginalUrl: `https://store.example/${ecwidId}-${at}.jpg`,
          alt: { main: alt },
        })),
      },
    })
  const shown = (id: number, scope: AltScope, offset = 0, limit = 50) =>
    altTexts.page(wish(id, '{sku} {position}', scope), { offset, limit }).map((row) => row && `${row.sku} ${row.next}`)

  it('is in the order of the search, page by page, in both scopes', async () => {
    putWith(1, '', 'There', '')
    putWith(2)
    putWith(3, '')
    putWith(4, 'There')
    putWith(5, '', '')
    const { id, ...facts } = await altTexts.select({ sort: 'NAME_DESC' })
    expect(facts).toEqual({ products: 4, pictures: 7, missing: 5, typed: [] })
    const missing = ['M-5 M-5 1', 'M-5 M-5 2', 'M-3 M-3 1', 'M-1 M-1 1', 'M-1 M-1 3']
    expect(shown(id, 'missing')).toEqual(missing)
    expect(shown(id, 'missing', 1, 3)).toEqual(missing.slice(1, 4))
    expect(shown(id, 'missing', 4, 10)).toEqual(missing.slice(4))
    expect(shown(id, 'missing', 5, 10)).toEqual([])
    expect(shown(id, 'all').map((row) => row?.slice(0, 3))).toEqual(['M-5', 'M-5', 'M-4', 'M-3', 'M-1', 'M-1', 'M-1'])
    expect(shown(id, 'all', 4, 2)).toEqual(['M-1 M-1 1', 'M-1 M-1 2'])
    expect(await altTexts.tally(wish(id, 'x'.repeat(126)), [])).toMatchObject({ texts: 5, products: 3, tooLong: 5 })
  })

  it('keeps its places while pictures are described, and says which are gone', async () => {
    const first = putWith(1, '', '')
    putWith(2, '')
    const { id } = await altTexts.select({})
    mugs.apply({ kind: 'picture.alt', productId: first, picture: 'https://store.example/1-0.jpg', alt: 'By hand' })
    expect(shown(id, 'missing')).toEqual(['M-1 M-1 2', null, 'M-2 M-2 1'])
  })

  it('has what was typed again after the app has ended, until it is written or let go', async () => {
    const [one, other] = [putWith(1, '', ''), putWith(2, '')]
    const typed = (productId: number, alt: string): AltEdit => ({
      productId,
      picture: 'https://store.example/x.jpg',
      alt,
    })
    const first = await altTexts.select({ productIds: [1] })
    await altTexts.tally(wish(first.id, '{name}'), [typed(one, 'First')])
    const second = await altTexts.select({ productIds: [2] })
    await altTexts.tally(wish(second.id, ''), [typed(other, 'Second')])

    const { catalogue } = mugs
    altTexts = createAltTexts({
      catalogue,
      now: () => 1,
      noteChanged: () => {},
      assertCanWrite: () => {},
      logError: console.error,
    })
    const both = await altTexts.select({})
    expect(both.typed.map(({ alt }) => alt)).toEqual(['First', 'Second'])
    const again = await altTexts.select({ productIds: [1] })
    await altTexts.write(wish(again.id, '{name}'), again.typed)
    expect((await altTexts.select({})).typed).toEqual([typed(other, 'Second')])
    altTexts.forget((await altTexts.select({ productIds: [2] })).id)
    expect((await altTexts.select({})).typed).toEqual([])
  })

  it('is told what was typed once: it counts and writes with all of it, but for what went back to the pattern', async () => {
    const productId = putWith(1, '', '', '')
    const { id } = await altTexts.select({})
    const typed = (at: number, alt: string | null): AltTyped => ({
      productId,
      picture: `https://store.example/1-${at}.jpg`,
      alt,
    })
    expect((await altTexts.tally(wish(id, ''), [typed(0, 'One'), typed(1, 'Two')])).texts).toBe(2)
    expect((await altTexts.tally(wish(id, ''), [typed(2, 'Three')])).texts).toBe(3)
    expect((await altTexts.tally(wish(id, ''), [typed(1, null)])).texts).toBe(2)
    await altTexts.write(wish(id, ''), [typed(2, 'The third')])
    const written = mugs.openOf(productId).map(({ after }) => after)
    expect(written).toEqual(['One', 'The third'])
  })

  it('says what is wrong with a pattern, and forgets a list for a newer one', async () => {
    putWith(1, '')
    const { id } = await altTexts.select({})
    expect((await altTexts.tally(wish(id, '{colour}'), [])).problem).toContain('{colour}')
    await expect(altTexts.write(wish(id, '{colour}'), [])).rejects.toMatchObject({ code: 'invalid-input' })
    await altTexts.select({})
    expect(() => shown(id, 'all')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  it('is written as one set while everything else has its turns', async () => {
    for (let ecwidId = 1; ecwidId <= 600; ecwidId++) putWith(ecwidId, '', '', '')
    const { id } = await altTexts.select({})
    let turns = 0
    let isDone = false
    const turn = () => {
      turns += 1
      if (!isDone) setImmediate(turn)
    }
    setImmediate(turn)
    const told: number[] = []
    noted = (ids) => told.push(...ids)
    const { changeSetId, texts, products } = await altTexts.write(wish(id, '{name}, {position}'), [])
    isDone = true
    expect({ texts, products, told: told.length }).toEqual({ texts: 1800, products: 600, told: 600 })
    expect(turns).toBeGreaterThan(5)
    expect(mugs.catalogue.changes.ofSet(changeSetId ?? 0)).toHaveLength(1800)
    expect(mugs.catalogue.search({ pictures: 'withoutAlt' }, 0, 1).total).toBe(0)
    expect(mugs.catalogue.changes.list('all', undefined, 0, 10).sets.map(({ label }) => label)).toEqual([
      { code: 'write-alts', texts: 1800, products: 600 },
    ])
  })

  it('ends where it is when its set is taken back, or the store is closed, while it grows', async () => {
    for (let ecwidId = 1; ecwidId <= 200; ecwidId++) putWith(ecwidId, '', '', '')
    const { id } = await altTexts.select({})
    noted = () => {
      noted = () => {}
      const set = mugs.catalogue.changes.lastUndoable()
      mugs.changes.revert(set?.id ?? 0)
    }
    expect((await altTexts.write(wish(id, '{name}'), [])).products).toBeLessThan(200)
    expect(mugs.catalogue.search({ pictures: 'withoutAlt' }, 0, 1).total).toBe(200)

    const writing = altTexts.write(wish(id, '{name}'), [])
    await altTexts.stop()
    expect((await writing).products).toBeLessThan(200)
  })

  it('goes on at the next start, into the same set, with what was typed by hand', async () => {
    for (let ecwidId = 1; ecwidId <= 300; ecwidId++) putWith(ecwidId, '', '')
    const { id } = await altTexts.select({})
    const last = mugs.catalogue.products.findByEcwidId(300)!
    const picture = imagesOf(currentProduct(mugs.catalogue, last)!).map(pictureKey)[1]!
    const writing = altTexts.write(wish(id, '{name}'), [{ productId: last, picture, alt: 'By hand' }])
    await altTexts.stop()
    const { changeSetId } = await writing
    expect(mugs.catalogue.search({ pictures: 'withoutAlt' }, 0, 1).total).toBeGreaterThan(0)

    const next = open()
    await next.resume()
    expect(mugs.catalogue.changes.ofSet(changeSetId!)).toHaveLength(600)
    await expect(next.write(wish((await next.select({})).id, '{name}'), [])).resolves.toMatchObject({ texts: 0 })
    expect(mugs.catalogue.changes.ofSet(changeSetId!).at(-1)).toMatchObject({ key: picture, after: 'By hand' })
    expect(mugs.catalogue.changes.findSet(changeSetId!)?.label).toEqual({
      code: 'write-alts',
      texts: 600,
      products: 300,
    })
    expect((await next.select({})).typed).toEqual([])
    await next.stop()
    // What is done is not begun again.
    await open().resume()
    expect(mugs.catalogue.changes.list('all', undefined, 0, 10).total).toBe(1)
  })
})
