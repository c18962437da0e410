import { expect } from 'vitest'
import { controlOf } from '../store-control'
import { startDemoStore } from '../../../electron/demo-store/demo-store'
import { openSyncedClient } from '../synced-client'
import { createTestClock } from '../test-clock'
import { endsWithin } from '../work-under-way'
import type { Act, Moment, SoloStep } from './acts'
import { createPersonAtWork } from './person-at-work'
import { createShown } from './shown'

/** One person alone with their store: whatever they did and whatever broke, the end is what the screen showed last. */
export async function openSoloWorld() {
  const clock = createTestClock()
  const store = await startDemoStore({ rateLimitPerMinute: 0, clock: clock.steady, products: 30 })
  const control = controlOf(store)
  const problems: string[] = []
  let left = 0
  let onLast = () => {}
  let planned: { act: Act; moment: Moment } | null = null

  const client = openSyncedClient(store, {
    clock,
    limits: { concurrency: 2 },
    isRefused(method, _, body) {
      if (left <= 0) return true
      left -= 1
      if (left === 0) onLast()
      meet(method === 'GET' ? 'GET leaves' : 'write leaves')
      checkWanted(method, body)
      return false
    },
    async onAnswer(method) {
      meet(method === 'GET' ? 'GET answered' : 'write answered')
    },
  })

  function meet(moment: Moment): void {
    if (planned?.moment !== moment) return
    const { act } = planned
    planned = null
    person.act(act)
  }

  /** Every value is written by one act: none may leave that was taken back or held before. */
  function checkWanted(method: string, body: unknown): void {
    if (method !== 'PUT' || typeof body !== 'string') return
    const sent = JSON.parse(body) as Record<string, unknown>
    for (const field of ['name', 'price']) {
      if (!(field in sent)) continue
      const sets = client.catalogue.changes.list('all', undefined, 0, 500).sets
      const changes = sets.flatMap(({ id }) => client.catalogue.changes.ofSet(id))
      const writers = changes.filter((change) => change.field === field && change.after === sent[field])
      const states = writers.map(({ state }) => state)
      if (states.length > 0 && states.every((state) => state === 'taken-back' || state === 'held')) {
        problems.push(`${field} ${String(sent[field])} was sent though it was ${states.join(', ')}`)
      }
    }
  }

  async function online(requests: number, work: () => Promise<unknown>): Promise<void> {
    const cut = new Promise<void>((resolve) => (onLast = resolve))
    left = requests
    client.session.resume()
    await within(Promise.race([work(), cut]).then(() => client.quiet()))
    left = 0
    planned = null
  }

  const within = <T>(work: Promise<T>) => endsWithin(3000, work, () => `It stands still with ${openChanges()}`)

  const openChanges = () =>
    JSON.stringify({ ...client.session.summary(), open: client.catalogue.changes.allOpen(50) }, null, 1)

  await online(Infinity, () => client.pull())
  const rows = client.catalogue.search({ sort: 'NAME_ASC' }, 0, 60).rows
  const mug = rows.find((row) => row.quantity !== null && row.variationCount === 0 && row.pictureCount === 2)!
  const towel = rows.find((row) => row.variationCount > 1 && row.pictureCount > 0)!
  const subjects = [mug, towel].map(({ id, ecwidId }) => ({ id, ecwidId: ecwidId! }))
  const { productTypes } = client.session.snapshot()
  const attribute = String(productTypes[0]!.attributes[0]!.id)
  const shown = createShown(store)
  const person = createPersonAtWork(
    () => client,
    subjects.map(({ id }) => id),
    attribute,
  )
  await person.getReady()
  await learn()

  /** Reads what is behind the addresses that the screen may show. */
  async function learn() {
    return Promise.all(subjects.map(({ ecwidId }) => shown.inStore(ecwidId)))
  }
  const screen = () => subjects.map(({ id }) => shown.onScreen(client.session, id))

  /** Sends what there is; nothing on the screen may move meanwhile but by the person's hand. */
  async function push(): Promise<void> {
    await learn()
    const before = screen()
    const acts = planned !== null
    await online(Infinity, () => client.settled())
    await learn()
    if (!acts) expect(screen(), 'the screen after sending').toEqual(before)
  }

  /** Whatever was done last: where nothing is left to be sent, all of it is there. */
  function expectSettled(stored: Awaited<ReturnType<typeof learn>>): void {
    if (client.catalogue.changes.allOpen(1).length > 0) return
    expect(stored, 'settled means that the store is as the screen shows').toEqual(screen())
  }

  async function take(step: SoloStep): Promise<void> {
    if ('act' in step) {
      if (step.moment) planned = { act: step.act, moment: step.moment }
      else person.act(step.act)
    } else if ('fault' in step) {
      const match = { path: '/products(?!.*asTest)', ...(step.onWrites ? { method: 'PUT' } : {}) }
      await control('POST', '/faults', { ...step.fault, match })
    } else if ('line' in step) {
      if (step.crash) {
        const cut = new Promise<void>((resolve) => (onLast = resolve))
        left = step.line
        client.session.resume()
        await within(Promise.race([client.settled(), cut]))
        left = 0
        await client.crash()
        planned = null
      } else await online(step.line, () => client.settled())
    } else if ('push' in step) await push()
    else if ('pull' in step) await online(Infinity, () => client.pull())
    else clock.setBack(step.clockBack)
    expectSettled(await learn())
    await person.getReady()
    expect(problems).toEqual([])
  }

  /** Everything is let go; what the screen shows now is what the store has in the end. */
  async function end(): Promise<void> {
    planned = null
    await control('DELETE', '/faults')
    await learn()
    const last = screen()
    const { changes } = client.session
    changes.holdAll(false)
    for (const setId of new Set(client.catalogue.changes.allOpen(500).map((change) => change.setId)))
      changes.hold(setId, false)
    changes.retry(client.catalogue.changes.allOpen(500).map(({ id }) => id))
    await online(Infinity, () => client.settled())
    expect(client.catalogue.changes.allOpen(50), 'nobody else was at work, so nothing is asked or refused').toEqual([])
    expect(await learn(), 'the end is what the screen showed last').toEqual(last)
    await online(Infinity, () => client.pull())
    expect(screen(), 'and a pull changes nothing').toEqual(last)
    const { sets } = client.catalogue.changes.list('store', undefined, 0, 10)
    const byOthers = sets.flatMap(({ id }) => client.catalogue.changes.ofSet(id))
    expect(byOthers, 'nothing is taken for somebody else’s').toEqual([])
    expect(problems).toEqual([])
  }

  return {
    take,
    end,
    async close(): Promise<void> {
      await client.close()
      await store.close()
    },
  }
}
