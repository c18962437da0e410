import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeSet } from '../../../../electron/changes/write-set'
import type { Act } from '../../../../electron/shared/change-address'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Sending reads a category first. What its owner does during that read holds, as with products.

let synced: SyncedStore
let category: { id: number; name: string }
/** Called once with the answer to the next read of the category in hand, before the push sees it. */
let whenRead: (() => void | Promise<void>) | null

beforeEach(async () => {
  whenRead = null
  synced = await openSyncedStore(
    { products: 20 },
    {
      async onAnswer(method, url) {
        if (method !== 'GET' || !new URL(url).pathname.endsWith(`/categories/${category?.id}`)) return
        const run = whenRead
        whenRead = null
        await run?.()
      },
    },
  )
  await synced.pull()
  category = synced.session.snapshot().categories[0]!
})
afterEach(() => synced.close())

const localId = () => synced.catalogue.shelves.findByEcwidId('category', category.id)!
const address = { thing: 'category', list: null, key: null } as const
const setsName: Act = { ...address, field: 'name', verb: 'set' }
const deletes: Act = { ...address, field: null, verb: 'delete' }

/** The ids of the changes; each of a set of its own, sent together. */
function edit(...edits: (Act & { before: unknown; after: unknown })[]): number[] {
  const ids = synced.catalogue.transaction(() =>
    edits.flatMap((each) =>
      writeSet(synced.catalogue, Date.now(), { source: 'form', label: { code: 'salvaged' } }).add([
        { productId: localId(), productName: category.name, ...each },
      ]),
    ),
  )
  synced.session.noteChanged([localId()])
  return ids
}

const states = (ids: readonly number[]) => ids.map((id) => synced.catalogue.changes.get(id)?.state)

async function ask(method: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' }
  const answer = await fetch(`${synced.store.baseUrl}/categories/${category.id}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as Record<string, unknown>
}

it('sends what is left when one of two edits that came to nothing is taken back', async () => {
  const { name } = category
  const ids = edit({ ...setsName, before: name, after: 'Mine' }, { ...setsName, before: 'Mine', after: name })
  whenRead = () => void synced.session.changes.takeBack([ids[1]!])
  await synced.settled()
  expect(states(ids)).toEqual(['sent', 'taken-back'])
  expect(await ask('GET')).toMatchObject({ name: 'Mine' })
})

it('says of a delete that was taken back that it was, also where others deleted it meanwhile', async () => {
  const ids = edit({ ...deletes, before: await ask('GET'), after: null })
  await ask('DELETE')
  whenRead = () => void synced.session.changes.takeBack(ids)
  synced.skip(10_000)
  await synced.until(() => states(ids)[0] !== 'waiting')
  await synced.quiet()
  expect(states(ids)).toEqual(['taken-back'])
})

it('reads again what it read before the store asked to wait', async () => {
  const setsEnabled: Act = { ...address, field: 'enabled', verb: 'set' }
  await ask('PUT', { enabled: false })
  const ids = edit(
    { ...setsName, before: category.name, after: 'Mine' },
    { ...setsEnabled, before: true, after: false },
  )
  whenRead = async () => {
    await synced.control('POST', '/faults', { kind: 'status', status: 429, retryAfter: 60, times: 1 })
    synced.session.pullNow()
    await synced.until(() => synced.session.summary().pausedUntil !== null)
    await ask('PUT', { name: 'Theirs' })
  }
  // Then it is read, and the rest waits for its turn.
  await synced.until(() => states(ids)[1] === 'sent')
  synced.skip(61_000)
  await synced.settled()
  expect(states(ids)).toEqual(['conflict', 'sent'])
  expect(await ask('GET')).toMatchObject({ name: 'Theirs' })
})
