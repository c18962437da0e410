import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startDemoStore, type DemoStore } from '../../../../electron/demo-store/demo-store'
import type { Connection } from '../../../../electron/shared/connection'
import type { RequestName } from '../../../../electron/shared/contract'
import { valueOf } from '../../../../electron/wire/as-result'
import { startEngine, type AnEngine } from '../../../support/an-engine'

let folder: string
let store: DemoStore
let engine: AnEngine

const shop = (): Connection => ({
  id: 'shop',
  name: 'Harbour Goods',
  storeId: store.storeId,
  keyKind: 'secret',
  keyPlace: 'session',
  isDemo: false,
  missingScopes: [],
  addedAt: 0,
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-engine-'))
  store = await startDemoStore({ products: 60 })
  engine = startEngine({ userData: folder, store })
  engine.wire.tell('connections', [shop()])
})

afterEach(async () => {
  await engine.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const inShop = { connectionId: 'shop' }

it('pulls a store, finds, saves and sends over a wire, and never sees the key', async () => {
  await engine.ask('stores.open', inShop)
  await expect.poll(() => engine.notices).toEqual([expect.stringMatching(/^Harbour Goods: All /)])
  const query = { text: 'stoneware mug' }
  const { rows } = await engine.ask('catalogue.search', { ...inShop, query, offset: 0, limit: 10 })
  const mug = rows[0]!
  await engine.ask('changes.apply', {
    ...inShop,
    source: 'form',
    label: { code: 'edit-product', product: mug.name },
    operations: [{ kind: 'update', productId: mug.id, fields: { price: 1234 } }],
  })
  const found = await engine.ask('catalogue.search', { ...inShop, query, offset: 0, limit: 10 })
  expect(found.rows[0]).toMatchObject({ id: mug.id, price: 1234 })
  const product = await engine.ask('catalogue.product', { ...inShop, productId: mug.id })
  expect(product).toMatchObject({ id: mug.id, fields: { price: 1234 } })
  await expect.poll(() => engine.latest('changes.changed')).toMatchObject({ waiting: 0, sending: 0 })
  const state = await fetch(`${store.controlUrl}/state`).then((answer) => answer.text())
  expect(state).toContain('"price":1234')
  expect(JSON.stringify(engine.sent)).not.toContain(store.secretToken.slice('secret_'.length))
})

it('tells the reader what was written before it tells the window, so that who asks upon the event finds it', async () => {
  await engine.ask('changes.apply', {
    ...inShop,
    source: 'form',
    label: { code: 'add-product', product: 'Walnut tray' },
    operations: [{ kind: 'create', fields: { name: 'Walnut tray' } }],
  })
  await expect.poll(() => engine.latest('catalogue.changed')).toMatchObject({ productCount: 1 })
  const names = engine.told.map(({ name }) => name)
  expect(names.slice(0, names.indexOf('catalogue.changed'))).toContain('written')
})

it('opens the store that is shown first before the window asks for it', async () => {
  engine.wire.tell('openAhead', inShop)
  await expect.poll(() => existsSync(join(folder, 'stores', 'shop', 'catalogue.sqlite'))).toBe(true)
  const { rows } = await engine.ask('catalogue.search', { ...inShop, query: {}, offset: 0, limit: 10 })
  expect([rows, engine.notices]).toEqual([[], []])
})

it('tries a key that no connection has over a lent line', async () => {
  const result = await engine.wire.ask('store.test', {
    line: 'lent',
    storeId: store.storeId,
    isDemo: false,
    keyKind: 'secret',
  })
  expect(result).toMatchObject({ ok: true, value: { productCount: 60 } })
})

it('says what goes with a connection, and takes it away', async () => {
  await engine.ask('changes.holdAll', { ...inShop, hold: true })
  await engine.ask('changes.apply', {
    ...inShop,
    source: 'form',
    label: { code: 'add-product', product: 'Walnut tray' },
    operations: [{ kind: 'create', fields: { name: 'Walnut tray' } }],
  })
  const preview = valueOf(await engine.wire.ask('store.previewRemoval', inShop))
  expect(preview).toMatchObject({ unsentTotal: 1, unsent: [{ product: 'Walnut tray' }] })
  engine.wire.tell('connections', [])
  valueOf(await engine.wire.ask('store.remove', inShop))
  expect(await engine.wire.ask('stores.open', inShop)).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

it('keeps what new products of a store begin with, tells it at once, and has it at the next start', async () => {
  expect((await engine.ask('stores.open', inShop)).newDefaults).toEqual({})
  const defaults = { categoryIds: [1], isShippingRequired: false }
  await engine.ask('stores.setNewDefaults', { ...inShop, set: { categoryIds: [1], productClassId: 3 }, unset: [] })
  await engine.ask('stores.setNewDefaults', {
    ...inShop,
    set: { isShippingRequired: false },
    unset: ['productClassId'],
  })
  await expect.poll(() => engine.latest('stores.changed')).toMatchObject({ newDefaults: defaults })
  await engine.close()
  engine = startEngine({ userData: folder, store })
  engine.wire.tell('connections', [shop()])
  expect((await engine.ask('stores.open', inShop)).newDefaults).toEqual(defaults)
})

it('checks what it is asked by the contract', async () => {
  const name: RequestName = 'catalogue.search'
  expect(await engine.wire.ask(name, { ...inShop, limit: -1 })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  })
  expect(engine.notices).toEqual([])
})
