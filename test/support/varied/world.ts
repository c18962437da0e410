import { expect } from 'vitest'
import { startDemoStore } from '../../../electron/demo-store/demo-store'
import { controlOf } from '../store-control'
import { changeVariation } from '../stored-variations'
import { readRemote } from '../synced-store'
import { openSyncedClient } from '../synced-client'
import { createTestClock } from '../test-clock'
import { endsWithin } from '../work-under-way'
import type { OthersAct, VariedAct, VariedMoment, VariedStep } from './acts'
import { makeVaried } from './made'
import { createVariedPerson } from './person'
import { variedInStore, variedOnScreen } from './shown'

/** One person alone with a product of two options and three variations. */
export async function openVariedWorld() {
  const clock = createTestClock()
  const store = await startDemoStore({ rateLimitPerMinute: 0, clock: clock.steady, products: 30 })
  const control = controlOf(store)
  let left = Infinity
  let onLast = () => {}
  let planned: { act: VariedAct; moment: VariedMoment } | null = null

  const client = openSyncedClient(store, {
    clock,
    limits: { concurrency: 2 },
    isRefused(method) {
      if (left <= 0) return true
      left -= 1
      if (left === 0) onLast()
      meet(method === 'GET' ? 'GET leaves' : 'write leaves')
      return false
    },
    async onAnswer(method) {
      meet(method === 'GET' ? 'GET answered' : 'write answered')
    },
  })

  function meet(moment: VariedMoment): void {
    if (planned?.moment !== moment) return
    const { act } = planned
    planned = null
    person.act(act)
  }

  await client.pull()
  const row = client.catalogue
    .search({ sort: 'NAME_ASC' }, 0, 60)
    .rows.find((each) => each.variationCount === 0 && each.quantity)!
  const ecwidId = row.ecwidId!
  await makeVaried(store, ecwidId)
  await client.pull()
  clock.skip(60_000)
  left = 0
  const earlier = new Set(theirs().map(({ id }) => id))
  const person = createVariedPerson(() => client, row.id)
  const screen = () => variedOnScreen(client.session, row.id)
  const stored = () => variedInStore(store, ecwidId)

  function theirs() {
    const { sets } = client.catalogue.changes.list('store', undefined, 0, 50)
    return sets.flatMap(({ id }) => client.catalogue.changes.ofSet(id))
  }

  const within = <T>(work: Promise<T>) => endsWithin(3000, work, () => `It stands still with ${openChanges()}`)

  const openChanges = () =>
    JSON.stringify({ ...client.session.summary(), open: client.catalogue.changes.allOpen(50) }, null, 1)

  async function online(requests: number, work: () => Promise<unknown>): Promise<void> {
    const cut = new Promise<void>((resolve) => (onLast = resolve))
    left = requests
    client.session.resume()
    await within(Promise.race([work(), cut]).then(() => client.quiet()))
    left = 0
    planned = null
  }

  /** All that others did is on the screen then: a pull that failed says so, and is made again. */
  async function pullAll(): Promise<void> {
    do await online(Infinity, () => client.pull())
    while (client.session.snapshot().sync.phase === 'failed')
  }

  /** Sends what there is; nothing on the screen may move meanwhile but by the person's hand. */
  async function push(): Promise<void> {
    const before = screen()
    const acts = planned !== null || areOthersThere
    await online(Infinity, () => client.settled())
    if (!acts) expect(screen(), 'the screen after sending').toEqual(before)
    const stuck = client.catalogue.changes
      .allOpen(50)
      .filter(({ state }) => state === 'refused' || state === 'conflict')
    expect(stuck, 'nobody else was at work, so nothing is asked or refused').toEqual([])
    if (isAllSent() && areOthersThere) await pullAll()
    if (isAllSent()) await expectAsShown()
  }

  const isAllSent = () => client.catalogue.changes.allOpen(1).length === 0
  const expectAsShown = async () =>
    expect(await stored(), 'settled means that the store is as the screen shows').toEqual(screen())

  let number = 0
  let areOthersThere = false
  async function othersDo({ others, at }: OthersAct): Promise<void> {
    // Whoever touches a product while a stock is in doubt may make it a question.
    if (client.catalogue.changes.allOpen(50).some(({ state }) => state === 'unknown')) return
    areOthersThere = true
    number += 1
    const remote = (await readRemote(store, ecwidId)) as {
      options: object[]
      combinations: { id: number; sku?: string }[]
    }
    const own = remote.combinations.filter(({ sku }) => sku)
    const variation = own[at % Math.max(1, own.length)]
    if (others === 'note')
      await control('POST', `/products/${ecwidId}`, {
        options: [...remote.options, { type: 'TEXTFIELD', name: `Their ${number}`, required: false }],
      })
    else if (others === 'subtitle') await control('POST', `/products/${ecwidId}`, { subtitle: `Theirs ${number}` })
    else if (others === 'sell' && variation)
      await control('POST', '/sell', { id: ecwidId, combinationId: variation.id, quantity: 1 })
    else if (variation) await changeVariation(store, ecwidId, variation.id, { costPrice: number })
  }

  async function take(step: VariedStep): Promise<void> {
    if ('others' in step) await othersDo(step)
    else if ('act' in step) {
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
    else await online(Infinity, () => client.pull())
    // What others did is on the screen after a pull.
    if (isAllSent() && !areOthersThere) await expectAsShown()
  }

  /** Everything is let go; what the screen shows now is what the store has in the end. */
  async function end(): Promise<void> {
    planned = null
    await control('DELETE', '/faults')
    if (areOthersThere) await pullAll()
    const last = screen()
    const { changes } = client.session
    changes.holdAll(false)
    for (const setId of new Set(client.catalogue.changes.allOpen(500).map((change) => change.setId)))
      changes.hold(setId, false)
    changes.retry(client.catalogue.changes.allOpen(500).map(({ id }) => id))
    await online(Infinity, () => client.settled())
    expect(client.catalogue.changes.allOpen(50), 'nobody else was at work, so nothing is asked or refused').toEqual([])
    expect(await stored(), 'the end is what the screen showed last').toEqual(last)
    await online(Infinity, () => client.pull())
    expect(screen(), 'and a pull changes nothing').toEqual(last)
    if (areOthersThere) return
    expect(
      theirs().filter(({ id }) => !earlier.has(id)),
      'nothing is taken for somebody else’s',
    ).toEqual([])
  }

  return {
    take,
    end,
    screen,
    async close(): Promise<void> {
      await client.close()
      await store.close()
    },
  }
}
