import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { startDemoStore, type DemoStore } from '../../../../electron/demo-store/demo-store'
import type { Operation } from '../../../../electron/shared/change'
import { AppError } from '../../../../electron/shared/errors'
import { createHandClock, type HandClock } from '../../../support/hand-clock'
import { openSnapshots } from '../../../support/kept-snapshots'
import { stepFaults } from '../../../support/model/steps'
import { onTheWeb } from '../../../support/on-the-web'
import { pngBytes } from '../../../support/picture-files'
import { playEach, playing } from '../../../support/playing'
import { createPersonAtWork } from '../../../support/solo/person-at-work'
import { createShown } from '../../../support/solo/shown'
import { controlOf, type Control } from '../../../support/store-control'
import { readState } from '../../../support/stored-product'
import { openSyncedClient, type SyncedClient } from '../../../support/synced-client'
import { createTestClock, type TestClock } from '../../../support/test-clock'
import type { VariedAct } from '../../../support/varied/acts'
import { makeVaried } from '../../../support/varied/made'
import { createVariedPerson } from '../../../support/varied/person'
import { byTexts, variedInStore, variedOnScreen } from '../../../support/varied/shown'
import { endsWithin } from '../../../support/work-under-way'
import { openProposals } from '../bulk/proposals-of-mugs'

// A shop owner on a train: pictures, variations, deletions, actions on many products with and without a time, put-backs, and undo of
// any of it, while the line comes and goes, the program ends and the clock is set. In the end the store is what the screen showed last.

const at = fc.nat({ max: 5 })
const hour = 3_600_000
const of = <const T extends string>(weight: number, ...does: T[]) => ({
  weight,
  arbitrary: fc.record({ does: fc.constantFrom(...does), at }),
})
const step = fc.oneof(
  of(5, 'name', 'price', 'add', 'add-main', 'remove', 'main', 'alt'),
  of(5, 'v price', 'v stock', 'v add', 'v remove', 'v add-choice', 'v rename-choice', 'v remove-choice'),
  of(3, 'v rename-option', 'v dearer', 'variation', 'bare-variation'),
  of(6, 'undo', 'undo', 'redo', 'drop', 'hold', 'release', 'hold-all', 'release-all'),
  of(3, 'delete', 'look'),
  of(5, 'all dearer', 'all renamed', 'timed', 'put back', 'snapshot'),
  of(5, 'wait', 'clock back', 'start again', 'crash'),
  of(6, 'line', 'push', 'push', 'pull', 'fault', 'fault of a write'),
  of(1, 'refusal'),
)
type Step = { does: string; at: number }
const ofAll = ['undo', 'redo', 'drop', 'hold', 'release', 'hold-all', 'release-all']

let clock: TestClock
let store: DemoStore
let control: Control
let client: SyncedClient
let hands: HandClock
let bulk: ReturnType<typeof openProposals>
let snapshots: ReturnType<typeof openSnapshots>
let shown: ReturnType<typeof createShown>
let person: ReturnType<typeof createPersonAtWork>
let variedPerson: ReturnType<typeof createVariedPerson>
/** One with variations, two with pictures. */
let ids: number[]
let left = 0
let onLast = () => {}
let number = 0

function begin(): void {
  hands = createHandClock(0)
  const { now } = clock
  bulk = openProposals({
    catalogue: client.catalogue,
    ...client.session,
    after: (...rest) => hands.after(...rest),
    now,
  })
  snapshots = openSnapshots(client.catalogue, { now })
  bulk.resume()
}

async function open(): Promise<void> {
  ;[left, number] = [Infinity, 0]
  clock = createTestClock()
  store = await startDemoStore({ rateLimitPerMinute: 0, clock: clock.steady, products: 12 })
  control = controlOf(store)
  shown = createShown(store)
  const isRefused = () => {
    if (left <= 0) return true
    left -= 1
    if (left === 0) onLast()
    return false
  }
  client = openSyncedClient(store, { clock, limits: { concurrency: 2 }, isRefused })
  await client.pull()
  const { rows } = client.catalogue.search({ sort: 'NAME_ASC' }, 0, 20)
  const varied = rows.find((row) => row.variationCount === 0 && row.quantity)!
  const pictured = rows.filter((row) => row !== varied && row.variationCount === 0 && row.pictureCount > 1)
  ids = [varied, ...pictured.slice(0, 2)].map(({ id }) => id)
  await makeVaried(store, varied.ecwidId!)
  for (const { ecwidId } of [varied, ...pictured.slice(0, 2)]) await photograph(ecwidId!)
  await client.pull()
  clock.skip(60_000)
  const attribute = String(client.session.snapshot().productTypes[0]!.attributes[0]!.id)
  person = createPersonAtWork(() => client, ids.slice(1), attribute)
  variedPerson = createVariedPerson(() => client, ids[0]!)
  begin()
  await snapshots.take({ code: 'by-hand' })
  left = 0
  await learn()
}

/** Pictures that are the same bytes where they come back, as the drawings of the demo shop are not. */
async function photograph(ecwidId: number): Promise<void> {
  const path = `/products/${ecwidId}`
  const drawn = (await readState(store)).products.find(({ id }) => id === ecwidId)!.media.images
  for (const { id } of drawn.slice(1)) await onTheWeb(store, 'DELETE', `${path}/gallery/${id}`)
  const bytes = (shade: number) => new Uint8Array(pngBytes(60, 60, { shade: (ecwidId + shade) % 250 }))
  await onTheWeb(store, 'POST', `${path}/image`, bytes(0))
  for (const shade of [1, 2]) await onTheWeb(store, 'POST', `${path}/gallery`, bytes(shade))
}

async function close(): Promise<void> {
  await bulk.stop()
  await snapshots.stop()
  await client.close()
  await store.close()
}
afterEach(close)

const isHere = (id: number) => client.catalogue.products.row(id) !== undefined
const screen = () =>
  ids.map((id) =>
    isHere(id) ? { ...shown.onScreen(client.session, id), varied: byTexts(variedOnScreen(client.session, id)) } : null,
  )
async function learn() {
  return Promise.all(
    ids.map(async (id) => {
      const ecwidId = client.catalogue.products.ecwidIdOf(id)
      const product = ecwidId ? await shown.inStore(ecwidId) : null
      return product && isHere(id) ? { ...product, varied: byTexts(await variedInStore(store, ecwidId!)) } : null
    }),
  )
}
const told = () => JSON.stringify([client.session.summary(), client.catalogue.changes.allOpen(50)], null, 1)

async function online(requests: number, work: () => Promise<unknown>): Promise<void> {
  const cut = new Promise<void>((resolve) => (onLast = resolve))
  left = requests
  client.session.resume()
  await endsWithin(
    4000,
    Promise.race([work(), cut]).then(() => client.quiet()),
    () => `It stands still with ${told()}`,
  )
  left = 0
}

/** The program ends and is there again; `isCrash`: what is on the wire arrives all the same. */
async function startAgain(isCrash: boolean): Promise<void> {
  const stopped = [bulk.stop(), snapshots.stop()]
  if (isCrash) await client.crash()
  else client.restart()
  await Promise.all(stopped)
  begin()
}

async function many(action: Parameters<typeof bulk.propose>[0]['action'], startsAt: number | null = null) {
  const selection = action.kind === 'put-back' ? { snapshotId: action.snapshotId } : { ids: ids.filter(isHere) }
  bulk.propose({ selection, action })
  const { id, products } = await bulk.reaches('ready')
  if (products === 0) return
  bulk.apply(id, { startsAt, endsAt: null })
  if (startsAt === null) await bulk.reaches('applied')
}

/** What is due begins, and is written to its end. */
async function looked(): Promise<void> {
  hands.ring()
  do await bulk.untilStill()
  while (bulk.timed().some(({ stage }) => stage === 'starts'))
}

async function does({ does: what, at: place }: Step): Promise<void> {
  const id = ids[place % ids.length]!
  const apply = (...operations: Operation[]) =>
    client.session.changes.apply({ source: 'form', label: { code: 'text', text: what }, operations })
  switch (what) {
    case 'delete':
      return void (isHere(id) && apply({ kind: 'delete', productId: id }))
    case 'look':
      return void bulk.propose({ selection: { ids }, action: { kind: 'set', fields: { subtitle: `Seen ${number}` } } })
    case 'all dearer':
      return many({ kind: 'set', fields: { price: 5000 + number } })
    case 'all renamed':
      return many({ kind: 'set', fields: { name: `All ${number}`, subtitle: `All ${number}` } })
    case 'timed':
      return many({ kind: 'set', fields: { price: 7000 + number } }, clock.now() + hour)
    case 'put back': {
      const taken = snapshots.all().list
      const { id: snapshotId } = taken[place % taken.length]!
      return many({ kind: 'put-back', snapshotId, fields: null, stock: true, deletes: place > 2 })
    }
    case 'snapshot':
      return snapshots.take({ code: 'by-hand' })
    case 'wait':
      clock.skip(hour + 60_000)
      return looked()
    case 'clock back':
      return clock.setBack((place + 1) * hour)
    case 'start again':
      return startAgain(false)
    case 'crash': {
      const cut = new Promise<void>((resolve) => (onLast = resolve))
      left = place + 1
      client.session.resume()
      await endsWithin(4000, Promise.race([client.settled(), cut]), told)
      left = 0
      return startAgain(true)
    }
    case 'line':
      return online(place + 1, () => client.settled())
    case 'push':
      return online(Infinity, () => client.settled())
    case 'pull':
      return online(Infinity, () => client.pull())
    case 'refusal':
      return void (await control('POST', '/faults', {
        kind: 'status',
        status: 400,
        match: { path: '/products', method: 'PUT' },
      }))
    case 'fault':
    case 'fault of a write': {
      const match = { path: '/products(?!.*asTest)', ...(what === 'fault' ? {} : { method: 'PUT' }) }
      return void (await control('POST', '/faults', { ...stepFaults[place], match }))
    }
  }
  // What waits to be deleted is not on the screen.
  if (what.startsWith('v '))
    return void (isHere(ids[0]!) && variedPerson.act({ do: what.slice(2), at: place } as VariedAct))
  if (ofAll.includes(what) || isHere(ids[1 + (place % 2)]!)) person.act({ do: what, product: place % 2, at: place })
}

const openNow = () =>
  client.catalogue.changes.allOpen(500).map(({ verb, list, field, state, reason }) => ({
    ...{ verb, list, field, state },
    reason: reason?.code,
  }))

async function play(steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    number += 1
    await person.getReady()
    await does(one).catch((problem: unknown) => {
      // What the app refuses in words is no act.
      if (!(problem instanceof AppError) || problem.code === 'internal') throw problem
    })
    const stored = await learn()
    if (openNow().length === 0)
      expect(stored, `settled means that the store is as the screen shows, after ${one.does}`).toEqual(screen())
  }
  await control('DELETE', '/faults')
  await learn()
  const last = screen()
  const { changes } = client.session
  changes.holdAll(false)
  const openSets = new Set(client.catalogue.changes.allOpen(500).map(({ setId }) => setId))
  for (const setId of openSets) changes.hold(setId, false)
  changes.retry(client.catalogue.changes.allOpen(500).map(({ id }) => id))
  await online(Infinity, () => client.settled())
  expect(openNow(), 'nobody else was at work, so nothing is asked or refused').toEqual([])
  expect(await learn(), 'the end is what the screen showed last').toEqual(last)
  await online(Infinity, () => client.pull())
  expect(screen(), 'and a pull changes nothing').toEqual(last)
  const { rows } = client.catalogue.search({}, 0, 50)
  const inStore = (await readState(store)).products.map(({ id }) => id)
  expect(rows.map(({ ecwidId }) => ecwidId).toSorted(), 'nothing more and nothing less').toEqual(inStore.toSorted())
}

it(
  'the end is what the screen showed last',
  () => playEach(fc.array(step, { minLength: 3, maxLength: 16, size: 'max' }), 20, { open, close, play }),
  playing.timeout,
)
