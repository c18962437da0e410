import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createConnections, type ConnectionsOptions } from '../../../../electron/connections/connections'
import { testConnection } from '../../../../electron/connections/test-connection'
import { startDemoStore, type DemoStore } from '../../../../electron/demo-store/demo-store'
import { createClient } from '../../../../electron/ecwid/client'
import { createLimiter, type Limiter } from '../../../../electron/ecwid/limiter'
import { createLine, type LineOptions } from '../../../../electron/ecwid/line'
import { keyKindOf, type Connection } from '../../../../electron/shared/connection'
import type { ErrorInfo } from '../../../../electron/shared/errors'
import { keepRefusingPort } from '../../../support/refusing-port'
import { createMemoryKeychain, createMemoryRecords } from './memory-parts'

let demo: DemoStore
beforeAll(async () => {
  demo = await startDemoStore({ products: 60 })
})
afterAll(() => demo.close())

const control = async (path: string, body: unknown = {}) => {
  const answer = await fetch(demo.controlUrl + path, { method: 'POST', body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
}

let keychain: ReturnType<typeof createMemoryKeychain>
let records: ReturnType<typeof createMemoryRecords>
let unsentTotal = 0
let removed: string[] = []
let told: Connection[][] = []

beforeEach(async () => {
  await control('/reset')
  keychain = createMemoryKeychain()
  records = createMemoryRecords()
  unsentTotal = 0
  removed = []
  told = []
})

/** Asks whoever answers at this origin. */
function trying(origin: string, fetchIt: LineOptions['fetch'] = fetch, limiter?: Limiter) {
  const tryKey: ConnectionsOptions['tryKey'] = ({ storeId, key: typed }) => {
    const line = createLine({ origin, key: () => typed, fetch: fetchIt })
    const client = createClient({ line, storeId, limiter: limiter ?? createLimiter() })
    return testConnection(client, keyKindOf(typed) ?? 'secret', Date.now)
  }
  return { tryKey }
}

/** The program as it is after a start; calling it again is a restart. */
function start(more: Partial<ConnectionsOptions> = {}) {
  let made = 0
  return createConnections({
    records,
    keychain,
    ...trying(new URL(demo.baseUrl).origin),
    storeData: {
      preview: () => ({ products: 60, bytes: 1000, unsent: [], unsentTotal }),
      remove: (id) => void removed.push(id),
    },
    onChange: (list) => told.push(list),
    newId: () => `id-${Date.now()}-${(made += 1)}`,
    ...more,
  })
}

const key = 'secret_abcdefgh'
const harbour = { name: 'Harbour Goods', storeId: 7, key }

async function problem(work: Promise<unknown> | (() => unknown)): Promise<ErrorInfo> {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (error) {
    return (error as { info: ErrorInfo }).info
  }
  throw new Error('expected a problem')
}

describe('testing a connection', () => {
  it('answers with the store’s name and its product count', async () => {
    const result = await start().test({ storeId: demo.storeId, key: demo.secretToken })
    expect(result).toEqual({ storeName: expect.stringMatching(/\w/), productCount: 60, keyKind: 'secret' })
  })

  it('does not claim a product count for a public key, which cannot see hidden products', async () => {
    const result = await start().test({ storeId: demo.storeId, key: demo.publicToken })
    expect(result).toMatchObject({ productCount: null, keyKind: 'public' })
  })

  it('tests the stored key when none was typed', async () => {
    const connections = start()
    const { id } = await connections.add({ ...harbour, storeId: demo.storeId, key: demo.secretToken })
    expect(await connections.test({ storeId: demo.storeId, connectionId: id })).toMatchObject({ productCount: 60 })
  })

  it('tells every kind of failure apart, each with a sentence of its own', async () => {
    const connections = start()
    const test = (storeId = demo.storeId, typed = demo.secretToken) =>
      problem(connections.test({ storeId, key: typed }))
    const found: Record<string, ErrorInfo> = {}

    found.wrongStore = await test(4711)
    expect(found.wrongStore).toMatchObject({
      code: 'wrong-store',
      fields: { storeId: expect.stringContaining('4711') },
    })

    found.wrongKey = await test(demo.storeId, 'secret_wrong')
    const notAccepted = `Store ${demo.storeId} does not accept this key. It is mistyped or revoked, or it belongs to another store.`
    expect(found.wrongKey).toMatchObject({ code: 'bad-key', message: notAccepted, fields: { key: notAccepted } })

    await control('/plan', { api: false })
    found.plan = await test()
    expect(found.plan.code).toBe('plan')
    await control('/reset')

    await control('/scopes', { token: demo.secretToken, scopes: ['read_store_profile'] })
    found.scope = await test()
    expect(found.scope).toMatchObject({ code: 'missing-scope', scope: 'read_catalog' })
    await control('/reset')

    await control('/faults', { kind: 'status', status: 429, retryAfter: 17 })
    found.rate = await test()
    expect(found.rate).toMatchObject({ code: 'rate-limited', message: expect.stringContaining('17 seconds') })

    await control('/faults', { kind: 'status', status: 503 })
    found.fault = await test()
    expect(found.fault.code).toBe('store-fault')

    await control('/faults', { kind: 'status', status: 200, html: '<!doctype html><p>Sign in' })
    found.signIn = await test()
    expect(found.signIn.code).toBe('offline')

    const refusing = await keepRefusingPort()
    const nowhere = start(trying(`http://127.0.0.1:${refusing.port}`))
    found.offline = await problem(nowhere.test({ storeId: 1, key }))
    expect(found.offline).toMatchObject({ code: 'offline', message: expect.stringContaining('was not tested') })
    refusing.release()

    const sentences = Object.values(found).map(({ message }) => message)
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(JSON.stringify(found)).not.toContain(demo.secretToken)
  })

  it('says whose key it is when the store that answers is another one', async () => {
    const connections = start(
      trying('http://unused.test', (url, init) => fetch(url.replace(/^.*\/api\/v3\/\d+/, demo.baseUrl), init)),
    )
    const { code, fields } = await problem(connections.test({ storeId: 9, key: demo.secretToken }))
    expect(code).toBe('bad-key')
    expect(fields?.key).toContain(`belongs to store ${demo.storeId}, not to store 9`)
  })

  it('does not ask a store that asked to wait', async () => {
    const limiter = createLimiter()
    limiter.pause(Date.now() + 60_000)
    const connections = start(trying('http://127.0.0.1:1', fetch, limiter))
    expect((await problem(connections.test({ storeId: 1, key }))).code).toBe('rate-limited')
  })
})

describe('connections', () => {
  it('keeps the key in the keychain and nowhere else', async () => {
    const connections = start()
    const made = await connections.add(harbour)
    expect(made).toMatchObject({
      name: 'Harbour Goods',
      storeId: 7,
      keyKind: 'secret',
      keyPlace: 'keychain',
      isDemo: false,
    })
    expect(keychain.entries).toEqual(new Map([[made.id, key]]))
    expect(records.text() + JSON.stringify([told, connections.list()])).not.toContain(key)
    expect(told.at(-1)).toEqual([made])
  })

  it('reads a key from the keychain after a restart, once', async () => {
    const { id } = await start().add(harbour)
    const again = start()
    expect(keychain.state.reads).toBe(0)
    expect(await Promise.all([again.keyOf(id), again.keyOf(id)])).toEqual([key, key])
    expect(await again.keyOf(id)).toBe(key)
    expect(keychain.state.reads).toBe(1)
  })

  it('asks for the key again when the keychain has lost it', async () => {
    const { id } = await start().add(harbour)
    keychain.entries.clear()
    const again = start()
    expect(again.list()[0]?.keyPlace).toBe('keychain')
    expect(await again.keyOf(id)).toBeNull()
    expect(told.at(-1)?.[0]?.keyPlace).toBe('missing')
    expect((await again.replaceKey(id, key)).keyPlace).toBe('keychain')
    expect(await again.keyOf(id)).toBe(key)
  })

  it('keeps the key for this run when no keychain answers, and says so', async () => {
    keychain.state.answers = false
    const connections = start()
    const { id, keyPlace } = await connections.add(harbour)
    expect(keyPlace).toBe('session')
    expect(await connections.keyOf(id)).toBe(key)
    expect(start().list()[0]?.keyPlace).toBe('missing')
    expect(await start().keyOf(id)).toBeNull()
  })

  it('does not mistake a locked keychain for a lost key', async () => {
    const { id } = await start().add(harbour)
    keychain.state.answers = false
    const again = start()
    expect((await problem(again.keyOf(id))).code).toBe('keychain')
    keychain.state.answers = true
    expect(await again.keyOf(id)).toBe(key)
  })

  it('refuses the same store and the same name twice', async () => {
    const connections = start()
    const { id } = await connections.add(harbour)
    const other = await connections.add({ ...harbour, name: 'Other', storeId: 8 })
    expect((await problem(connections.add({ ...harbour, name: 'New' }))).fields?.storeId).toContain('“Harbour Goods”')
    expect((await problem(connections.add({ ...harbour, name: ' harbour goods ', storeId: 9 }))).fields).toHaveProperty(
      'name',
    )
    expect((await problem(() => connections.rename(other.id, 'HARBOUR GOODS'))).fields).toHaveProperty('name')
    expect(connections.rename(id, 'Harbour goods').name).toBe('Harbour goods')
    expect(connections.list()).toHaveLength(2)
    expect(keychain.entries.size).toBe(2)
  })

  it('remembers which scopes the key lacks until it is replaced', async () => {
    const connections = start()
    const { id } = await connections.add(harbour)
    connections.noteMissingScope(id, 'create_catalog')
    connections.noteMissingScope(id, 'create_catalog')
    expect(start().list()[0]?.missingScopes).toEqual(['create_catalog'])
    const replaced = await connections.replaceKey(id, 'public_other')
    expect(replaced).toMatchObject({ missingScopes: [], keyKind: 'public' })
    expect(await connections.keyOf(id)).toBe('public_other')
    expect(keychain.entries.get(id)).toBe('public_other')
  })

  it('has one demo connection, beside a connected store of the same number', async () => {
    const connections = start()
    const draft = { name: 'Demo store', storeId: 7, key: 'secret_demo1' }
    const made = connections.openDemo(draft)
    expect(made).toMatchObject({ isDemo: true, keyPlace: 'session' })
    expect(connections.openDemo({ ...draft, key: 'secret_demo2' }).id).toBe(made.id)
    expect(await connections.keyOf(made.id)).toBe('secret_demo2')
    await expect(connections.add(harbour)).resolves.toMatchObject({ storeId: 7 })
    expect([...keychain.entries.values()]).toEqual([key])
  })
})

describe('removing a connection', () => {
  it('takes the key, the local copy and the record with it', async () => {
    const connections = start()
    const { id } = await connections.add(harbour)
    await connections.remove(id, false)
    expect(keychain.entries.size).toBe(0)
    expect(removed).toEqual([id])
    expect(records.text()).toBe('[]')
    expect(told.at(-1)).toEqual([])
    await expect(connections.add(harbour)).resolves.toMatchObject({ name: 'Harbour Goods' })
  })

  it('asks twice while changes are unsent', async () => {
    const connections = start()
    const { id } = await connections.add(harbour)
    unsentTotal = 2
    expect((await problem(connections.remove(id, false))).message).toContain('2 changes')
    expect(connections.list()).toHaveLength(1)
    expect(keychain.entries.size).toBe(1)
    await connections.remove(id, true)
    expect(connections.list()).toEqual([])
  })

  it('is completed at the next start when it was cut short', async () => {
    const full = () => {
      throw new Error('disk is busy')
    }
    const preview = () => ({ products: 0, bytes: 0, unsent: [], unsentTotal: 0 })
    const connections = start({ storeData: { preview, remove: full } })
    const { id } = await connections.add(harbour)
    expect((await problem(connections.remove(id, false))).code).toBe('storage')
    expect(connections.list()).toEqual([])
    expect(records.text()).toContain(id)

    await start().finishRemovals()
    expect(removed).toEqual([id])
    expect(records.text()).toBe('[]')
  })

  it('leaves no key behind when the keychain answers later', async () => {
    const connections = start()
    const { id } = await connections.add(harbour)
    keychain.state.answers = false
    expect((await problem(connections.remove(id, false))).code).toBe('keychain')
    expect(removed).toEqual([id])
    expect(connections.list()).toEqual([])

    keychain.state.answers = true
    await start().finishRemovals()
    expect(keychain.entries.size).toBe(0)
    expect(records.text()).toBe('[]')
  })

  it('works without a keychain when the key was never in one', async () => {
    keychain.state.answers = false
    const connections = start()
    const { id } = await connections.add(harbour)
    await connections.remove(id, false)
    expect(records.text()).toBe('[]')
  })
})
