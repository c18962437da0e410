import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { createTestClock } from '../../../support/test-clock'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { setsField } from '../../../../electron/shared/change-address'

// Pulls, pushes, pauses and long jobs at the same time.

let synced: SyncedStore
afterEach(() => synced.close())

type Logged = { method: string; path: string; at: number; status: number }
const requests = async () => ((await synced.control('GET', '/requests')) as { requests: Logged[] }).requests
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const first = () => synced.catalogue.search({}, 0, 1).rows[0]!

async function uploads(productIds: number[], each: number): Promise<Operation[]> {
  const all = productIds.flatMap((productId) => Array.from({ length: each }, () => productId))
  return Promise.all(
    all.map(async (productId, at) => {
      const { hash } = await synced.staging.stageBytes(`${at}.png`, pngBytes(5, 5, { shade: at }))
      return { kind: 'picture.add', productId, source: { hash }, role: 'gallery', fileName: `${at}.png`, alt: '' }
    }),
  )
}

describe('an answer that was asked for before an edit was sent', () => {
  it('does not put the old value back on the screen', async () => {
    let isHeld = () => {}
    let release = () => {}
    let holding = false
    const held = new Promise<void>((resolve) => (isHeld = resolve))
    const released = new Promise<void>((resolve) => (release = resolve))
    const onAnswer = async (_: string, url: string) => {
      if (!holding || !url.includes('productId=')) return
      holding = false
      isHeld()
      await released
    }
    // The store's clock stands, as within one second: its times cannot tell which answer is the newer one.
    const at = Date.now()
    synced = await openSyncedStore({ clock: () => at }, { onAnswer })
    await synced.pull()
    const { id, ecwidId } = first()
    await synced.control('POST', `/products/${ecwidId}`, { subtitle: 'one' })
    await synced.pull()
    await synced.control('POST', `/products/${ecwidId}`, { subtitle: 'two' })
    holding = true
    const pulled = synced.pull()
    await held
    apply({ kind: 'update', productId: id, fields: { price: 77 } })
    await synced.settled()
    const prices: unknown[] = []
    const watch = synced.until(() => {
      prices.push(synced.catalogue.products.row(id)?.price)
      return false
    })
    release()
    await pulled
    expect(new Set(prices)).toEqual(new Set([77]))
    void watch
    await synced.pull()
    expect(synced.session.product(id).fields).toMatchObject({ price: 77, subtitle: 'two' })
  })

  it('does not bring a deleted product back, although the search lists it for a while', async () => {
    synced = await openSyncedStore()
    await synced.pull()
    const { id, ecwidId } = first()
    await synced.control('POST', `/products/${ecwidId}`, { subtitle: 'just edited' })
    await synced.pull()
    await synced.control('POST', '/index-lag', { ms: 600_000 })
    apply({ kind: 'delete', productId: id })
    await synced.settled()
    let came = false
    const watch = synced.until(() => {
      came ||= synced.catalogue.products.findByEcwidId(ecwidId!) !== undefined
      return false
    })
    await synced.pull()
    void watch
    expect(came).toBe(false)
  })
})

describe('429', () => {
  it('pauses every request of the key until the time the store named', async () => {
    synced = await openSyncedStore()
    await synced.pull()
    await synced.control('DELETE', '/requests')
    await synced.control('POST', '/faults', { kind: 'status', status: 429, retryAfter: 30, match: { method: 'PUT' } })
    const rows = synced.catalogue.search({}, 0, 12).rows
    apply(...rows.map(({ id }) => ({ kind: 'update', productId: id, fields: { price: 5 } }) as const))
    await Promise.all([synced.settled(), synced.pull()])
    const log = await requests()
    const refused = log.findIndex(({ status }) => status === 429)
    const until = log[refused]!.at + 30_000
    // What was on the wire already when the answer came does not count: at most the other slots.
    const tooEarly = log.slice(refused + 1).filter(({ at }) => at < until - 1000)
    expect(tooEarly.length).toBeLessThan(6)
    expect(log.filter(({ method }) => method === 'PUT').length).toBe(13)
  })
})

describe('a save while a long picture job runs', () => {
  it.each([
    ['another product', 60],
    ['the same product', 60],
    ['another product', 500],
  ])('of %s is sent within two requests of its turn while %d uploads wait', async (whose, pictures) => {
    const left: string[] = []
    const isRefused = (method: string, url: string) => {
      left.push(`${method} ${url}`)
      return false
    }
    // Counted as they leave, by a clock that no busy machine moves on: a read that grew old is one more of them.
    const clock = createTestClock({ isInStep: true, isAlone: true, patience: Infinity })
    synced = await openSyncedStore({}, { limits: { perMinute: 3000, burst: 1, concurrency: 3 }, clock, isRefused })
    await synced.pull()
    const rows = synced.catalogue.search({}, 0, 11).rows
    const jobs = rows.slice(0, 10).map(({ id }) => id)
    apply(...(await uploads(jobs, pictures / jobs.length)))
    await synced.until(() => (synced.session.summary().sending ?? 0) > 2)
    const saved = whose === 'the same product' ? rows[0]! : rows[10]!
    const before = left.length
    apply({ kind: 'update', productId: saved.id, fields: { price: 123 } })
    await synced.until(() => synced.session.product(saved.id).fields.price === 123 && !hasField(saved.id))
    // The slots on the wire were taken, and of the same product one upload was under way; then it is read and written.
    const isItsWrite = (request: string) => request.startsWith('PUT') && request.includes(`/products/${saved.ecwidId}?`)
    const between = left.slice(before).findIndex(isItsWrite)
    expect(between).toBeGreaterThan(0)
    expect(between).toBeLessThanOrEqual(2 * (3 + 2) + 1)
    expect(synced.session.summary().waiting).toBeGreaterThan(pictures / 3)
    if (pictures < 100) await synced.settled()
  })

  const hasField = (id: number) => synced.catalogue.changes.openOf('product', id).some(setsField)
})

describe('half a year away', () => {
  it('leads to a comparison of ids and times, not to half a year of pages', async () => {
    synced = await openSyncedStore({ products: 150 })
    await synced.pull()
    const [kept, changed, gone] = synced.catalogue.search({}, 0, 3).rows
    const halfYear = 182 * 24 * 3_600_000
    synced.catalogue.meta.set('watermark', Date.now() - halfYear)
    await synced.control('POST', `/products/${changed!.ecwidId}`, { price: 3.21 })
    await synced.control('DELETE', `/products/${gone!.ecwidId}`)
    await synced.control('DELETE', '/requests')
    expect((await synced.pull()).phase).toBe('idle')
    expect(synced.catalogue.products.row(changed!.id)?.price).toBe(3.21)
    expect(synced.catalogue.products.row(gone!.id)).toBeUndefined()
    expect(synced.catalogue.products.row(kept!.id)).toBeDefined()
    const paths = (await requests()).map(({ path }) => path)
    const deltas = paths.flatMap((path) => /updatedFrom=(\d+)/.exec(path)?.[1] ?? [])
    expect(deltas.every((from) => Number(from) * 1000 > Date.now() - 3_600_000)).toBe(true)
    expect(paths.filter((path) => path.includes('items%28id%2CupdateTimestamp%29'))).toHaveLength(2)
  })
})
