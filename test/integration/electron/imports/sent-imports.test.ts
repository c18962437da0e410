import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listChangeSets } from '../../../../electron/changes/views'
import { imagesOf } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import type { ImportAsked } from '../../../../electron/shared/import'
import { createImports } from '../../../../electron/imports/imports'
import { standingText } from '../../../../electron/shared/words/proposal'
import { sentenceText } from '../../../../electron/shared/words/sentence'
import { pngBytes } from '../../../support/picture-files'
import { readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from '../bulk/proposals-of-mugs'

let shop: SyncedStore
let bulk: ReturnType<typeof openProposals>
let folder: string
beforeEach(async () => {
  shop = await openSyncedStore({ products: 4 })
  await shop.pull()
  bulk = openProposals({ catalogue: shop.catalogue, ...shop.session, words: shop.session.snapshot })
  folder = mkdtempSync(join(tmpdir(), 'stockroom-sent-imports-'))
})
afterEach(async () => {
  await bulk.stop()
  await shop.close()
  rmSync(folder, { recursive: true })
})

type Further = Pick<ImportAsked, 'replacesPictures'>

/** All that a table says, in its review. */
async function proposed(lines: readonly string[], further: Further = {}): Promise<void> {
  const path = join(folder, 'list.csv')
  writeFileSync(path, lines.join('\r\n'))
  const imports = createImports({
    catalogue: shop.catalogue,
    words: shop.session.snapshot,
    proposals: bulk,
    holdStaged: () => ({ stage: shop.staging.stage, end: () => {} }),
  })
  const { targets, shape } = await imports.look(path, {})
  await imports.propose(path, {
    choices: {},
    targets,
    columns: [...shape.columns],
    decimals: [],
    what: 'both',
    makesCategories: true,
    ...further,
  })
  await bulk.reaches('ready')
}

/** The same, written and sent. */
async function sent(lines: readonly string[], further: Further = {}): Promise<number> {
  await proposed(lines, further)
  const { changeSetId } = await bulk.applied()
  await shop.settled()
  return changeSetId ?? 0
}

type Known = { sku?: string; name: string; price: number }
async function inStore(): Promise<string[]> {
  const { products } = (await shop.control('GET', '/state')) as { products: Known[] }
  return products.map(({ sku, name, price }) => `${sku} ${name} ${price}`).toSorted()
}

it('new products are in the store once, with the edits, and gone with the undo of both', async () => {
  const before = await inStore()
  const [known = ''] = before
  const [sku = ''] = known.split(' ')
  const setId = await sent(['SKU,Name,Price', `${sku},,7`, 'NEW-1,Cup,4', 'NEW-2,Bowl,6'])
  const after = await inStore()
  expect(after).toHaveLength(before.length + 2)
  expect(after).toEqual(expect.arrayContaining(['NEW-1 Cup 4', 'NEW-2 Bowl 6']))
  await shop.session.changes.revertInParts(setId)
  shop.skip(20_000)
  await shop.settled()
  expect(await inStore()).toEqual(before)
})

it('new products with pictures that were sent and are taken back with the cancelled import are told so, and nothing of them is offered again', async () => {
  const [owner = 0] = shop.catalogue.searchIds({})
  const address = imagesOf(currentProduct(shop.catalogue, owner)!)[0]?.imageOriginalUrl ?? ''
  const before = await inStore()
  const setId = await sent(['SKU,Name,Price,Image', `NEW-1,Cup,4,${address}`, `NEW-2,Bowl,6,${address}`])
  const outcomes = () => new Set(bulk.rows().map((row) => standingText(row)))
  const view = () =>
    listChangeSets(shop.catalogue, { filter: 'all', offset: 0, limit: 10 }).sets.find(({ id }) => id === setId)
  expect([...outcomes()]).toEqual(['In the store'])
  expect(view()).toMatchObject({ state: 'sent', changeCount: 4, canRevert: true })
  bulk.cancel(bulk.current()!.id, false)
  await bulk.ends('reverted')
  shop.skip(20_000)
  await shop.settled()
  expect(await inStore()).toEqual(before)
  expect([...outcomes()]).toEqual(['Undone'])
  expect(view()).toMatchObject({ state: 'sent', canRevert: false })
})

it('what the plan has no room for is kept here and says why; the others are sent', async () => {
  const before = await inStore()
  await shop.control('POST', '/plan', { maxProducts: before.length + 1 })
  const setId = await sent(['SKU,Name,Price', 'NEW-1,Cup,4', 'NEW-2,Bowl,6'])
  expect(await inStore()).toHaveLength(before.length + 1)
  expect(shop.catalogue.changes.statesOf(setId)).toEqual({ sent: 1, refused: 1 })
  expect(bulk.rows().map(({ outcome }) => outcome?.reason ?? '')).toContain(
    sentenceText({ says: 'plan-without-more-products' }),
  )
})

it('new categories are in the store before the products in them, and gone with the undo', async () => {
  type Named = { id: number; name: string; parentId?: number; categoryIds?: number[] }
  const all = async () =>
    (await shop.control('GET', '/state')) as { categories: Named[]; products: (Named & { sku?: string })[] }
  const before = await all()
  const setId = await sent(['SKU,Name,Price,Categories', 'NEW-1,Cup,4,Garden / Pots', 'NEW-2,Bowl,6,Garden'])
  const { categories, products } = await all()
  const [garden, pots] = ['Garden', 'Pots'].map((name) => categories.find((each) => each.name === name))
  expect(pots?.parentId).toBe(garden?.id)
  expect(products.find(({ sku }) => sku === 'NEW-1')?.categoryIds).toEqual([pots?.id])
  expect(products.find(({ sku }) => sku === 'NEW-2')?.categoryIds).toEqual([garden?.id])
  await shop.session.changes.revertInParts(setId)
  shop.skip(20_000)
  await shop.settled()
  const after = await all()
  expect([after.categories.length, after.products.length]).toEqual([before.categories.length, before.products.length])
})

it('pictures by address are in the store once, others where that is asked for are not any more, and an undo brings both back', async () => {
  const ids = shop.catalogue.searchIds({})
  const of = (id: number) => imagesOf(currentProduct(shop.catalogue, id)!)
  const owner = ids.find((id) => of(id).length > 0)!
  const given = of(owner)[0]?.imageOriginalUrl ?? ''
  const id = ids.find((each) => each !== owner)!
  const { sku } = shop.catalogue.products.row(id)!
  const before = of(id).length
  const lines = ['SKU,Image', `${sku},${given}`] as const
  await sent(lines)
  expect(of(id)).toHaveLength(before + 1)

  // The store has a copy under an address of its own by now.
  await proposed(lines)
  expect(bulk.current()).toMatchObject({ products: 0, same: 1 })
  const setId = await sent(lines, { replacesPictures: true })
  expect(of(id)).toHaveLength(1)
  await shop.session.changes.revertInParts(setId)
  shop.skip(20_000)
  await shop.settled()
  expect(of(id)).toHaveLength(before + 1)
})

it('pictures beside the table are in the store once, byte for byte, and gone with the undo', async () => {
  const [id = 0] = shop.catalogue.searchIds({})
  const { sku, ecwidId } = shop.catalogue.products.row(id)!
  const bytes = pngBytes(60, 60, { shade: 9 })
  writeFileSync(join(folder, 'front.png'), bytes)
  const stored = async () => {
    const { products } = await readState(shop.store)
    return products.find((one) => one.id === ecwidId)!.media.images.map(({ sha256 }) => sha256)
  }
  const before = await stored()
  const lines = ['SKU,Picture file', `${sku},front.png`] as const
  const setId = await sent(lines)
  expect(await stored()).toEqual([...before, createHash('sha256').update(bytes).digest('hex')])

  await proposed(lines)
  expect(bulk.current()).toMatchObject({ products: 0, same: 1 })
  await shop.session.changes.revertInParts(setId)
  shop.skip(20_000)
  await shop.settled()
  expect(await stored()).toEqual(before)
})

it('new products with their variations are in the store once, and so are a variation and its choice that a product lacked', async () => {
  const before = await inStore()
  const [owner = 0] = shop.catalogue.searchIds({})
  const address = imagesOf(currentProduct(shop.catalogue, owner)!)[0]?.imageOriginalUrl ?? ''
  const header = 'Product or variation,SKU,Name,Price,In stock,Picture 1,Option: Size'
  await sent([header, 'Product,T-1,Tee,20,,,', `Variation,T-1-S,Tee,,3,${address},S`, 'Variation,T-1-L,Tee,26,0,,L'])
  const tee = async () => {
    const product = (await readState(shop.store)).products.find(({ sku }) => sku === 'T-1')
    const made = product?.combinations.map(({ sku, price, quantity, image }) => [
      sku,
      price ?? null,
      quantity,
      Boolean(image),
    ])
    return { options: product?.['options'], made }
  }
  const size = (...texts: string[]) => [{ name: 'Size', choices: texts.map((text) => ({ text })) }]
  const [small, large] = [
    ['T-1-S', null, 3, true],
    ['T-1-L', 26, 0, false],
  ]
  expect(await tee()).toMatchObject({ options: size('S', 'L'), made: [small, large] })
  const setId = await sent(['SKU,Option: Size,Variation SKU,In stock', 'T-1,XL,T-1-XL,5'])
  expect(await tee()).toMatchObject({ options: size('S', 'L', 'XL'), made: [small, large, ['T-1-XL', null, 5, false]] })
  expect([...new Set(bulk.rows().map((row) => standingText(row)))]).toEqual(['In the store'])
  await shop.session.changes.revertInParts(setId)
  shop.skip(20_000)
  await shop.settled()
  expect(await tee()).toMatchObject({ options: size('S', 'L'), made: [small, large] })
  expect(await inStore()).toHaveLength(before.length + 1)
})
