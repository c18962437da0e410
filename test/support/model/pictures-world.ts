import { expect } from 'vitest'
import fc from 'fast-check'
import { startDemoStore } from '../../../electron/demo-store/demo-store'
import { onTheWeb } from '../on-the-web'
import { pngBytes } from '../picture-files'
import { createShown } from '../solo/shown'
import { controlOf } from '../store-control'
import { makeVariation } from '../stored-variations'
import { createTestClock } from '../test-clock'
import { comeBack } from './coming-back'
import { meetPerson } from './person'
import { stepFaults } from './steps'

type Who = 0 | 1
type Actor = Who | 'web'

const client = fc.constantFrom(0 as const, 1 as const)
const variation = fc.nat({ max: 2 })
const isBare = fc.constantFrom(false, false, true)

/** What two people and the web do to the pictures of three variations. `isBare`: it goes. */
export const picturesStep = fc.oneof(
  { weight: 10, arbitrary: fc.record({ client, variation, isBare }) },
  { weight: 4, arbitrary: fc.record({ web: variation, isBare }) },
  {
    weight: 8,
    arbitrary: fc.record({
      client,
      back: fc.record({ do: fc.constantFrom('undo-set', 'undo-set', 'redo', 'drop'), at: fc.nat({ max: 5 }) }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ client, hold: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ fault: fc.constantFrom(...stepFaults), method: fc.constantFrom('GET', 'POST') }),
  },
  { weight: 3, arbitrary: fc.record({ client, line: fc.integer({ min: 1, max: 6 }), crash: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ client, push: fc.constant(true as const) }) },
  { weight: 4, arbitrary: fc.record({ client, pull: fc.constant(true as const) }) },
)
type PicturesStep = typeof picturesStep extends fc.Arbitrary<infer Value> ? Value : never

/** Two people and the web at the pictures of the variations of one product. */
export async function openPicturesWorld() {
  const clock = createTestClock()
  const store = await startDemoStore({ rateLimitPerMinute: 0, clock: clock.steady, products: 30 })
  const control = controlOf(store)
  const people = await Promise.all([0, 1].map(() => meetPerson(store, clock, (problem) => expect(problem).toBe(''))))
  const first = people[0]!
  await first.online(Infinity, () => first.client.pull())
  const { rows } = first.client.catalogue.search({ sort: 'NAME_ASC' }, 0, 60)
  const ecwidId = rows.find((row) => row.variationCount === 0)!.ecwidId!
  const ids: number[] = []
  for (const value of ['S', 'M', 'L'])
    ids.push(await makeVariation(store, ecwidId, { options: [{ name: 'Size', value }] }))
  let shade = 0
  const bytes = () => pngBytes(4 + ((shade += 1) % 40), 5 + Math.floor(shade / 40), { shade: shade % 250 })
  async function onWeb(variationId: number, picture: Uint8Array | null): Promise<void> {
    const path = `/products/${ecwidId}/combinations/${variationId}/image?asTest=1`
    if (picture) await onTheWeb(store, 'POST', path, new Uint8Array(picture))
    // It may have none.
    else await onTheWeb(store, 'DELETE', path).catch(() => null)
  }
  for (const id of ids.slice(0, 2)) await onWeb(id, bytes())
  for (const person of people) await person.online(Infinity, () => person.client.pull())
  clock.skip(60_000)

  const shown = createShown(store)
  const inStore = async () => (await shown.inStore(ecwidId))!.variations
  const onScreen = (who: Who) => {
    const { catalogue, session } = people[who]!.client
    return shown.onScreen(session, catalogue.products.findByEcwidId(ecwidId)!).variations
  }
  const openOf = (who: Who) => people[who]!.client.catalogue.changes.allOpen(1000)
  /** Who touched the picture of which variation. */
  const touched = ids.map(() => new Set<Actor>())
  let startOfWeb: (string | null)[] = await inStore()

  async function asShown(who: Who): Promise<void> {
    if (openOf(who).length > 0) return
    expect(await inStore(), 'settled means that the store is as the screen shows').toEqual(onScreen(who))
  }

  async function noting(who: Who, act: () => Promise<unknown>): Promise<void> {
    await inStore()
    const before = onScreen(who)
    await act()
    onScreen(who).forEach((now, at) => {
      if (now !== before[at]) touched[at]!.add(who)
    })
  }

  async function take(step: PicturesStep): Promise<void> {
    if ('web' in step) {
      touched[step.web]!.add('web')
      await onWeb(ids[step.web]!, step.isBare ? null : bytes())
      startOfWeb = await inStore()
      return
    }
    if ('fault' in step) {
      const match = { path: '/products(?!.*asTest)', method: step.method }
      await control('POST', '/faults', { ...step.fault, match })
      return
    }
    const person = people[step.client]!
    const { session, staging, catalogue } = person.client
    if ('variation' in step) {
      const source = step.isBare ? null : { hash: (await staging.stageBytes('v.png', bytes())).hash }
      const [productId, variationId] = [catalogue.products.findByEcwidId(ecwidId)!, ids[step.variation]!]
      const operations = [{ kind: 'picture.variation' as const, productId, variationId, source, fileName: 'v.png' }]
      await noting(step.client, async () => {
        session.changes.apply({ source: 'form', label: { code: 'text', text: 'Picture' }, operations })
      })
    } else if ('back' in step) await noting(step.client, () => comeBack(person.client, step.back))
    else if ('hold' in step) session.changes.holdAll(step.hold)
    else if ('line' in step && step.crash) await person.crashAfter(step.line)
    else if ('line' in step) await person.online(step.line, () => person.client.settled())
    else if ('push' in step) {
      const had = openOf(step.client).length > 0
      await person.online(Infinity, () => person.client.settled())
      if (had) await asShown(step.client)
    } else {
      await person.online(Infinity, () => person.client.pull())
      if (session.snapshot().sync.phase !== 'failed') await asShown(step.client)
    }
  }

  /** Everybody comes online and keeps what is theirs. */
  async function settle(): Promise<void> {
    await control('DELETE', '/faults')
    for (const { client: each } of people) each.session.changes.holdAll(false)
    await inStore()
    const last = ([0, 1] as const).map(onScreen)
    for (let round = 0; round < 8 && [0, 1].some((who) => openOf(who as Who).length > 0); round += 1)
      for (const who of [0, 1] as const) {
        const { catalogue, session, settled } = people[who]!.client
        await people[who]!.online(Infinity, settled)
        // Of several of the same the last one stands for all.
        for (const change of openOf(who).toReversed()) {
          const now = catalogue.changes.get(change.id)?.state
          if (change.state === 'conflict' && now !== 'conflict') continue
          const at = ids.indexOf(Number(change.key))
          expect(change.state).toBe('conflict')
          expect(touched[at]?.size, `a needless question: ${JSON.stringify(change)}`).toBeGreaterThan(1)
          session.changes.resolve([change.id], { take: 'mine' })
        }
      }
    clock.skip(120_000)
    for (const person of people) await person.online(Infinity, () => person.client.pull())
    const now = await inStore()
    for (const who of [0, 1] as const) {
      expect(openOf(who), 'nothing waits any more').toEqual([])
      expect(onScreen(who)).toEqual(now)
    }
    touched.forEach((actors, at) => {
      const [only, other] = [...actors]
      if (other !== undefined) return
      const wanted = only === undefined || only === 'web' ? startOfWeb[at] : last[only]?.[at]
      expect(now[at], `what ${String(only)} alone made of variation ${at}`).toBe(wanted)
    })
  }

  return {
    take,
    settle,
    async close(): Promise<void> {
      for (const { client: each } of people) await each.close()
      await store.close()
    },
  }
}
