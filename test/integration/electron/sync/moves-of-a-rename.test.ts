import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listChangeSets } from '../../../../electron/changes/views'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { entriesOf } from '../../../../electron/shared/fields/list-kind'
import type { ProductPatch } from '../../../../electron/shared/fields/product-fields'
import { onTheWeb } from '../../../support/on-the-web'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { createTestClock, type TestClock } from '../../../support/test-clock'

// A renamed choice moves its variations one after the other, by requests that follow from one read and from its first step: each of
// them is held, closed and tried again as every other request is.

type Variation = { id: number; options: { name: string; value: string }[] }

let synced: SyncedStore
let clock: TestClock
let mug: { id: number; ecwidId: number }
/** Called with each answer in hand. */
let onAnswer: (method: string, path: string) => unknown
/** Called before each request. */
let onLeave: (method: string) => unknown
/** Called with the number of each move that was answered. */
let onMoved: (moved: number) => void
let moved: number

beforeEach(async () => {
  clock = createTestClock()
  moved = 0
  onMoved = () => {}
  onAnswer = () => {}
  onLeave = () => {}
  const isRefused = (method: string) => {
    onLeave(method)
    return false
  }
  synced = await openSyncedStore({}, { clock, onAnswer: noteMove, isRefused })
  await synced.pull()
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(({ sku }) => sku === 'MUG-01')!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

async function noteMove(method: string, url: string): Promise<void> {
  if (method === 'PUT' && url.includes('/combinations/')) onMoved(++moved)
  await onAnswer(method, new URL(url).pathname)
}
const ask = <Answer>(method: string, path: string, body?: unknown) =>
  onTheWeb(synced.store, method, path, JSON.stringify(body)) as Promise<Answer>
const all = async () => (await synced.remote(mug.ecwidId))['combinations'] as Variation[]
const of = ({ options }: Variation, option: string) => options.find(({ name }) => name === option)!.value
const colours = async () => (await all()).map((variation) => of(variation, 'Color'))
const isMoved = (all: readonly string[]) => all.filter((colour) => colour === 'Dune').length

function rename(also: ProductPatch = {}): number {
  const { fields } = synced.session.product(mug.id)
  const renamed = (choice: Entry): Entry =>
    choice['text'] === 'Sand' ? { ...choice, text: 'Dune', formerly: ['Sand'] } : choice
  const options = fields.options.map((option) =>
    option['name'] === 'Color'
      ? { ...option, defaultChoice: 'Dune', choices: entriesOf(option['choices']).map(renamed) }
      : option,
  )
  return synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: mug.id, fields: { ...also, options }, base: fields }],
  }).changeSetId!
}

/** The first step goes, and the moves with these numbers do not. */
const failing = (after: number, times: number) =>
  synced.control('POST', '/faults', {
    kind: 'status',
    status: 503,
    match: { method: 'PUT', path: '/combinations' },
    after,
    times,
  })

async function arrives(): Promise<void> {
  await synced.settled()
  const after = await colours()
  expect(after).not.toContain('Sand')
  expect(isMoved(after)).toBeGreaterThan(1)
  expect(synced.session.product(mug.id).state).toBe('synced')
}

it('a move that the store does not take is tried after rests that grow', async () => {
  const tries: number[] = []
  onMoved = () => tries.push(clock.steady())
  await failing(0, 12)
  rename()
  await arrives()
  const rests = tries.slice(0, 13).flatMap((at, n) => (n > 0 ? [at - tries[n - 1]!] : []))
  expect(rests.at(-1)).toBeGreaterThan(4 * 60_000)
})

describe.each([
  ['that goes for the first time', 1, 0],
  ['that goes on from its first step', 2, 1],
])('of a rename %s', (_, at, failed) => {
  beforeEach(() => (failed > 0 ? failing(0, failed) : undefined))

  it('no more variations are moved once the queue is held, and all are once it is let go', async () => {
    const stopped = new Promise<void>((resolve) => {
      onMoved = (number) => {
        if (number !== at) return
        synced.session.changes.holdAll(true)
        resolve()
      }
    })
    rename()
    await stopped
    await synced.quiet()
    expect(isMoved(await colours())).toBe(1)
    synced.session.changes.holdAll(false)
    await arrives()
  })

  it('no more variations are moved once it alone is held, and all are once it is let go', async () => {
    const setId = await heldAt('move', at)
    expect(isMoved(await colours())).toBe(1)
    await staysHeld(setId)
  })

  it('no more variations are moved once the store is closed, and all are once it is opened again', async () => {
    const stopped = new Promise<void>((resolve, reject) => {
      onMoved = (number) => {
        if (number === at) synced.session.close().then(resolve, reject)
      }
    })
    rename()
    await stopped
    expect(isMoved(await colours())).toBe(1)
    synced.restart()
    await arrives()
  })
})

/** Held while the answer to its first step, or to the move with this number, is on its way. */
async function heldAt(moment: 'first step' | 'move', at = 1): Promise<number> {
  let setId = 0
  const held = new Promise<void>((resolve) => {
    const hold = () => {
      expect(setOf(setId).isBetweenSteps).toBe(true)
      synced.session.changes.hold(setId, true)
      resolve()
    }
    onMoved = (number) => void (moment === 'move' && number === at && hold())
    onAnswer = (method, path) => {
      if (moment === 'first step' && method === 'PUT' && path.endsWith(`/products/${mug.ecwidId}`)) hold()
    }
  })
  setId = rename()
  await held
  onMoved = () => {}
  onAnswer = () => {}
  await synced.quiet()
  return setId
}

const sets = (filter: 'all' | 'store') => listChangeSets(synced.catalogue, { filter, offset: 0, limit: 20 }).sets
const setOf = (setId: number) => sets('all').find(({ id }) => id === setId)!

/** It says so, whatever is read of the store meanwhile, and whenever the program ends. Let go, all of it arrives, and is nobody's news. */
async function staysHeld(setId: number): Promise<void> {
  const [before, shown] = [await all(), synced.session.product(mug.id).fields.options]
  synced.restart()
  await synced.pull()
  await synced.settled()
  expect(await all()).toEqual(before)
  expect(setOf(setId).state).toBe('held')
  expect(synced.session.summary()).toMatchObject({ held: 1, waiting: 0, sending: 0 })
  expect(synced.session.product(mug.id).fields.options).toEqual(shown)
  synced.session.changes.hold(setId, false)
  await arrives()
  expect(sets('store')).toEqual([])
}

it('nothing of it stays in the store where it is taken back while it is held between two moves', async () => {
  const before = [await colours(), (await synced.remote(mug.ecwidId))['options']]
  await heldAt('move')
  synced.session.changes.takeBack(synced.catalogue.changes.openOf('product', mug.id).map(({ id }) => id))
  await synced.settled()
  expect(synced.session.product(mug.id).state).toBe('synced')
  expect([await colours(), (await synced.remote(mug.ecwidId))['options']]).toEqual(before)
})

it('all of it arrives where it is sent at once while it is held between two moves', async () => {
  const setId = await heldAt('move')
  await synced.session.changes.retrySet(setId)
  await arrives()
})

it('no variation is moved where it is held while its first step is on the wire', async () => {
  const setId = await heldAt('first step')
  expect(isMoved(await colours())).toBe(0)
  await staysHeld(setId)
})

it('it stays held where the answer to its first step is lost while it is held', async () => {
  await synced.control('POST', '/faults', { kind: 'drop-after', match: { method: 'PUT', path: `/${mug.ecwidId}$` } })
  const setId = await new Promise<number>((resolve) => {
    let id = 0
    onLeave = (method) => {
      if (method !== 'PUT') return
      onLeave = () => {}
      synced.session.changes.hold(id, true)
      resolve(id)
    }
    id = rename()
  })
  await synced.quiet()
  expect(isMoved(await colours())).toBe(0)
  await staysHeld(setId)
})

it('what was read is ten seconds old at the most, whatever else was read after it', async () => {
  const attributes = [{ name: 'Glaze', type: 'CUSTOM', show: 'DESCR' }]
  const { id } = await ask<{ id: number }>('POST', '/classes', { name: 'Mugs', attributes })
  const [glaze] = (await ask<{ attributes: { id: number }[] }>('GET', `/classes/${id}`)).attributes
  const path = `/products/${mug.ecwidId}`
  await ask('PUT', path, { productClassId: id, attributes: [{ id: glaze!.id, value: 'matt' }] })
  await synced.pull()
  await ask('PUT', `/classes/${id}`, { name: 'Mugs', attributes: [] })
  const theirs = (await all()).filter((each) => of(each, 'Color') === 'Sand')[1]!
  const isInTheWay = (each: Variation) => of(each, 'Color') === 'Sage' && of(each, 'Volume') === of(theirs, 'Volume')
  const inTheWay = (await all()).find(isInTheWay)!
  let waited = 0
  onAnswer = async (method, answered) => {
    const isTypes = waited === 0 && answered.endsWith('/classes')
    const isFirstStep = waited === 1 && method === 'PUT' && answered.endsWith(path)
    if (!isTypes && !isFirstStep) return
    waited += 1
    clock.skip(6_000)
    if (!isFirstStep) return
    await ask('DELETE', `${path}/combinations/${inTheWay.id}`)
    const options = theirs.options.map(({ name, value }) => ({ name, value: name === 'Color' ? 'Sage' : value }))
    await ask('PUT', `${path}/combinations/${theirs.id}`, { options })
  }
  rename({ attributes: { [glaze!.id]: 'gloss' } })
  await synced.settled()
  expect(waited).toBe(2)
  const now = (await all()).find((each) => each.id === theirs.id)!
  expect(of(now, 'Color')).toBe('Sage')
  expect(await colours()).not.toContain('Sand')
  expect(synced.session.summary()).toMatchObject({ waiting: 0, sending: 0, refused: 1, conflict: 0 })
})
