import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { listChangeSets } from '../../../../electron/changes/views'
import type { Operation } from '../../../../electron/shared/change'
import { openSnapshots } from '../../../support/kept-snapshots'
import { onTheWeb } from '../../../support/on-the-web'
import { playEach, playing } from '../../../support/playing'
import { readProducts } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from '../bulk/proposals-of-mugs'

// A product that was deleted here or elsewhere is made anew, let go of, and put back by the history and by a snapshot, in any order and
// through lost answers: there is one of it in the store at most, and what its owner typed is in it or in the history.

const act = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('anew', 'let go', 'put back by others', 'put back') },
  { weight: 3, arbitrary: fc.constantFrom('edit', 'undo') },
  { weight: 2, arbitrary: fc.constantFrom('web delete', 'web delete, pull', 'delete', 'delete, settle') },
  { weight: 4, arbitrary: fc.constantFrom('pull', 'settle', 'quiet') },
  { weight: 4, arbitrary: fc.constantFrom('lost', 'lost', 'refused', 'crash') },
)
const begin = fc.constantFrom(
  'web delete, pull',
  'edit, web delete, pull',
  'edit, settle, edit, web delete, pull',
  'delete, settle',
  'edit, delete, settle',
)
const story = fc
  .tuple(begin, fc.array(act, { minLength: 2, maxLength: 8 }))
  .map(([first, then]) => [first, ...then].flatMap((each) => each.split(', ')))

let shop: SyncedStore
let bulk: ReturnType<typeof openProposals>
let snapshots: ReturnType<typeof openSnapshots>
let snapshotId: number
let mine: { id: number; sku: string }
let products: number
let typed: string[]
let deletion: number | null

function startAgain(): void {
  bulk = openProposals({ catalogue: shop.catalogue, ...shop.session })
  snapshots = openSnapshots(shop.catalogue)
}
async function stop(): Promise<void> {
  await snapshots.stop()
  await bulk.stop()
}
async function open(): Promise<void> {
  shop = await openSyncedStore({ products: 10 }, { timeoutMs: 1500 })
  await shop.pull()
  startAgain()
  ;[typed, deletion] = [[], null]
  const { rows } = shop.catalogue.search({ sort: 'NAME_ASC' }, 0, 10)
  mine = rows.find(({ variationCount }) => variationCount > 0)!
  products = (await readProducts(shop.store)).length
  await snapshots.take({ code: 'by-hand' })
  snapshotId = snapshots.all().list[0]!.id
}
async function close(): Promise<void> {
  await stop()
  await shop.close()
}
afterEach(close)

async function sent(): Promise<void> {
  shop.skip(60_000)
  await shop.settled()
}
const apply = (operation: Operation) =>
  shop.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations: [operation] })
const inStore = async () => (await readProducts(shop.store)).filter(({ sku }) => sku === mine.sku)
const isHere = () => shop.catalogue.products.get(mine.id) !== undefined
const nextRequest = (fault: object) => shop.control('POST', '/faults', { ...fault, match: { method: 'POST' } })

async function putBack(): Promise<void> {
  const action = { kind: 'put-back', snapshotId, fields: null, stock: false, deletes: false } as const
  bulk.propose({ selection: { snapshotId }, action })
  if ((await bulk.reaches('ready')).products > 0) await bulk.applied()
}

const acts: Record<string, () => unknown> = {
  edit() {
    if (!isHere()) return
    const subtitle = `Typed ${typed.length + 1}`
    apply({ kind: 'update', productId: mine.id, fields: { subtitle } })
    typed.push(subtitle)
  },
  delete() {
    if (isHere()) deletion = apply({ kind: 'delete', productId: mine.id }).changeSetId
  },
  undo: () => deletion !== null && shop.session.changes.revertInParts(deletion),
  async 'web delete'() {
    for (const { id } of await inStore()) await onTheWeb(shop.store, 'DELETE', `/products/${id}`)
  },
  anew: () => shop.session.changes.makeAnew(mine.id),
  'let go': () => shop.session.changes.letGo(mine.id),
  'put back by others': () => {
    const [set] = listChangeSets(shop.catalogue, { filter: 'store', offset: 0, limit: 1 }).sets
    return set && shop.session.changes.revertInParts(set.id)
  },
  'put back': putBack,
  pull: () => shop.pull(),
  settle: sent,
  quiet: () => shop.quiet(),
  lost: () => nextRequest({ kind: 'drop-after' }),
  refused: () => nextRequest({ kind: 'status', status: 500 }),
  async crash() {
    await stop()
    await shop.crash()
    startAgain()
  },
}

async function play(steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    try {
      await acts[step]?.()
    } catch {
      // There is nothing to decide about, or nothing to make anew: this is said.
    }
    expect((await inStore()).length).toBeLessThanOrEqual(1)
  }
  await shop.control('DELETE', '/faults')
  await sent()
  await shop.pull()
  await sent()

  const left = shop.catalogue.changes.allOpen(100)
  expect(
    left.filter(({ reason }) => reason?.code !== 'not-found'),
    'no second one is refused by the store',
  ).toEqual([])
  const all = await readProducts(shop.store)
  expect(all.length).toBeLessThanOrEqual(products)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  const history = listChangeSets(shop.catalogue, { filter: 'all', offset: 0, limit: 200 }).sets
  for (const text of typed) expect(JSON.stringify([history, all])).toContain(text)
  const shown = shop.catalogue.search({}, 0, 50).rows.filter(({ sku }) => sku === mine.sku)
  expect(shown.length).toBeLessThanOrEqual(1)
  if (left.length === 0) expect(shown.map(({ ecwidId }) => ecwidId)).toEqual((await inStore()).map(({ id }) => id))
}

it(
  'a product that was deleted and comes back in several ways is there once, with what was typed or its history',
  () => playEach(story, 6, { open, close, play }),
  playing.timeout,
)
