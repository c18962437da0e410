import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createStoreLines } from '../../../../electron/connections/store-lines'
import { startDemoStore, type DemoStore } from '../../../../electron/demo-store/demo-store'
import { createEngine } from '../../../../electron/engine/engine'
import { createHostOfEngine } from '../../../../electron/ipc/host-of-engine'
import type { Connection } from '../../../../electron/shared/connection'
import type { EventName, RequestInput, RequestName, RequestOutput } from '../../../../electron/shared/contract'
import type { EngineCall, EngineSide, HostSide } from '../../../../electron/shared/engine-contract'
import { valueOf } from '../../../../electron/wire/as-result'
import { createWire, type Port, type Wire } from '../../../../electron/wire/wire'
import { threadPort } from '../../../support/line-over-a-wire'

let folder: string
let store: DemoStore
let engine: Wire<EngineSide>
/** Everything the engine was sent. */
let sent: unknown[]
let heard: { name: EventName; payload: unknown }[]
let scopes: string[]
let notices: string[]

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

function ask<Name extends EngineCall>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
  const asked = engine.ask<EngineCall>(name, input) as ReturnType<Wire<EngineSide>['ask']>
  return asked.then((result) => valueOf(result)) as Promise<RequestOutput<Name>>
}

const latest = (name: EventName) => heard.findLast((event) => event.name === name)?.payload

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-engine-'))
  store = await startDemoStore({ products: 60 })
  sent = []
  heard = []
  scopes = []
  notices = []
  const { port1, port2 } = new MessageChannel()
  const lines = createStoreLines({
    find: () => ({ isDemo: false }),
    originOf: async () => new URL(store.baseUrl).origin,
    keyOf: async () => store.secretToken,
    fetch,
  })
  const port = threadPort(port1)
  const recorded: Port = { ...port, post: (message) => port.post(sent.push(message) && message) }
  engine = createWire<HostSide, EngineSide>(recorded, () =>
    createHostOfEngine({
      lines,
      emit: (name, payload) => heard.push({ name, payload }),
      noteMissingScope: (_id, scope) => scopes.push(scope),
      reader: { hear: () => {} },
      announce: ({ title, sentence }) => notices.push(`${title}: ${sentence}`),
      log: { info: () => {}, error: (text) => notices.push(text) },
    }),
  )
  createWire<EngineSide, HostSide>(threadPort(port2), (host) => createEngine(host, { userData: folder }))
  engine.tell('connections', [shop()])
})

afterEach(async () => {
  await engine.ask('engine.close', null)
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const inShop = { connectionId: 'shop' }

it('pulls a store, finds, saves and sends over a wire, and never sees the key', async () => {
  await ask('stores.open', inShop)
  await expect.poll(() => notices, { timeout: 20_000 }).toEqual([expect.stringMatching(/^Harbour Goods: All /)])
  const query = { text: 'stoneware mug' }
  const { rows } = await ask('catalogue.search', { ...inShop, query, offset: 0, limit: 10 })
  const mug = rows[0]!
  await ask('changes.apply', {
    ...inShop,
    source: 'form',
    label: { code: 'edit-product', product: mug.name },
    operations: [{ kind: 'update', productId: mug.id, fields: { price: 1234 } }],
  })
  const found = await ask('catalogue.search', { ...inShop, query, offset: 0, limit: 10 })
  expect(found.rows[0]).toMatchObject({ id: mug.id, price: 1234 })
  await expect.poll(() => latest('changes.changed'), { timeout: 20_000 }).toMatchObject({ waiting: 0, sending: 0 })
  const state = await fetch(`${store.controlUrl}/state`).then((answer) => answer.text())
  expect(state).toContain('"price":1234')
  expect(JSON.stringify(sent)).not.toContain(store.secretToken.slice('secret_'.length))
})

it('tries a key that no connection has over a lent line', async () => {
  const result = await engine.ask('store.test', {
    line: 'lent',
    storeId: store.storeId,
    isDemo: false,
    keyKind: 'secret',
  })
  expect(result).toMatchObject({ ok: true, value: { productCount: 60 } })
})

it('says what goes with a connection, and takes it away', async () => {
  await ask('changes.holdAll', { ...inShop, hold: true })
  await ask('changes.apply', {
    ...inShop,
    source: 'form',
    label: { code: 'add-product', product: 'Walnut tray' },
    operations: [{ kind: 'create', fields: { name: 'Walnut tray' } }],
  })
  const preview = valueOf(await engine.ask('store.previewRemoval', inShop))
  expect(preview).toMatchObject({ unsentTotal: 1, unsent: [{ product: 'Walnut tray' }] })
  engine.tell('connections', [])
  valueOf(await engine.ask('store.remove', inShop))
  expect(await engine.ask('stores.open', inShop)).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

it('checks what it is asked by the contract', async () => {
  const name: RequestName = 'catalogue.search'
  expect(await engine.ask(name, { ...inShop, limit: -1 })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  })
  expect(notices).toEqual([])
})
