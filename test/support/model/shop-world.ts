import { expect } from 'vitest'
import { startDemoStore } from '../../../electron/demo-store/demo-store'
import type { ChangeRecord } from '../../../electron/shared/change-record'
import { AppError } from '../../../electron/shared/errors'
import { createShelfBench } from '../shelf-bench'
import { controlOf } from '../store-control'
import { readRemote } from '../synced-store'
import { createTestClock } from '../test-clock'
import { makeVaried } from '../varied/made'
import { createVariedPerson } from '../varied/person'
import { byTexts, variedInStore, variedOnScreen } from '../varied/shown'
import { createCategoryActs } from './category-acts'
import { createClaims } from './claims'
import { meetPerson } from './person'
import { isAllowedQuestion, mayBeRefused } from './shop-questions'
import type { ShopStep } from './shop-steps'
import { createShopWeb } from './shop-web'
import { createVariedClaims } from './varied-claims'

type Who = 0 | 1

/** Two people and the web panel at the options and variations of one product, and at the categories of its store. */
export async function openShop() {
  const clock = createTestClock()
  const store = await startDemoStore({ rateLimitPerMinute: 0, clock: clock.steady, products: 30 })
  const control = controlOf(store)
  const problems: string[] = []
  const people = await Promise.all([0, 1].map(() => meetPerson(store, clock, (problem) => problems.push(problem))))
  const first = people[0]!
  await first.online(Infinity, () => first.client.pull())
  const { ecwidId } = first.client.catalogue
    .search({ sort: 'NAME_ASC' }, 0, 60)
    .rows.find((row) => row.variationCount === 0 && row.quantity)! as { ecwidId: number }
  await makeVaried(store, ecwidId)
  for (const person of people) await person.online(Infinity, () => person.client.pull())
  clock.skip(60_000)

  const claims = createClaims()
  const varied = createVariedClaims(claims)
  const shelves = createCategoryActs(claims)
  const web = createShopWeb({ store, ecwidId, claims, varied, shelves })
  const start = await web.read()
  const startCategories = await web.categories()
  /** Variations of which the stock was asked about. */
  const asked = new Set<string | null>()
  let number = 0

  const idOf = (who: Who) => people[who]!.client.catalogue.products.findByEcwidId(ecwidId)!
  const benches = people.map(({ client }) =>
    createShelfBench({
      store,
      get session() {
        return client.session
      },
      get catalogue() {
        return client.catalogue
      },
    }),
  )
  const persons = ([0, 1] as const).map((who) =>
    createVariedPerson(
      () => people[who]!.client,
      idOf(who),
      `P${who} `,
      (done) => {
        if ('undone' in done) return noteUndone(who, done.undone)
        note(who, done.setId, varied.asked(who, done.operations, done.seen))
      },
    ),
  )

  function note(who: Who, setId: number | null, names: readonly string[]): void {
    if (setId !== null) claims.ofSet(`${who} ${setId}`, names)
  }

  function noteUndone(who: Who, sets: readonly (number | null)[]): void {
    const names = sets.flatMap((setId) => (setId === null ? [] : claims.namesOf(`${who} ${setId}`)))
    for (const setId of sets) {
      note(who, setId, names)
      claims.undone(`${who} ${setId}`)
    }
  }

  function withCategories(who: Who, act: Parameters<typeof shelves.act>[1]): void {
    const { session } = people[who]!.client
    const productId = idOf(who)
    const { operations, names } = shelves.act(who, act, {
      categories: session.snapshot().categories,
      productId,
      filed: session.product(productId).fields.categoryIds,
      number,
    })
    if (operations.length === 0) return
    try {
      const label = { code: 'text', text: act.does } as const
      note(who, session.changes.apply({ source: 'form', label, operations }).changeSetId, names)
    } catch (problem) {
      // What the app refuses in words is no act.
      if (!(problem instanceof AppError) || problem.code === 'internal') throw problem
      claims.doubt((name) => names.includes(name))
    }
  }

  const openOf = (who: Who): ChangeRecord[] => people[who]!.client.catalogue.changes.allOpen(1000)
  const openOfProduct = (who: Who) => openOf(who).filter(({ thing }) => thing === 'product')
  const areSettled = (who: Who, open: readonly ChangeRecord[]) =>
    open.length === 0 && !people[who]!.client.session.summary().holdAll

  /** Whoever touches a product while a stock is in doubt may make it a question. */
  function letOthersWait(): void {
    const isOpen = (who: Who) =>
      openOf(who).some(({ field, state }) => field === 'quantity' && (state === 'sending' || state === 'unknown'))
    if (isOpen(0) || isOpen(1)) clock.skip(60_000)
  }

  async function sameProduct(who: Who): Promise<void> {
    const shown = byTexts(variedOnScreen(people[who]!.client.session, idOf(who)))
    expect(byTexts(await variedInStore(store, ecwidId)), 'settled means that the store is as the screen shows').toEqual(
      shown,
    )
  }

  async function push(who: Who): Promise<void> {
    const had = openOfProduct(who).length > 0
    await people[who]!.online(Infinity, () => people[who]!.client.settled())
    if (had && areSettled(who, openOfProduct(who))) await sameProduct(who)
  }

  async function pull(who: Who): Promise<void> {
    const person = people[who]!
    const { client } = person
    await person.online(Infinity, () => client.pull())
    if (client.session.snapshot().sync.phase === 'failed') return
    if (areSettled(who, openOfProduct(who))) await sameProduct(who)
    if (areSettled(who, openOf(who))) await benches[who]!.expectSame()
  }

  async function take(step: ShopStep): Promise<void> {
    number += 1
    letOthersWait()
    if ('web' in step) await web.act(step.web, number)
    else if ('fault' in step) {
      const match = { path: '/(products|categories)(?!.*asTest)', ...(step.onWrites ? { method: 'PUT' } : {}) }
      await control('POST', '/faults', { ...step.fault, match })
    } else if ('varied' in step) persons[step.client]!.act(step.varied)
    else if ('category' in step) withCategories(step.client, step.category)
    else if ('line' in step) {
      const person = people[step.client]!
      if (step.crash) await person.crashAfter(step.line)
      else await person.online(step.line, () => person.client.settled())
    } else if ('push' in step) await push(step.client)
    else await pull(step.client)
  }

  /** Everybody comes online and decides what there is to decide; what is refused with a reason is let go. */
  async function settle(): Promise<void> {
    await control('DELETE', '/faults')
    for (const { client } of people) client.session.changes.holdAll(false)
    for (let round = 0, isLeft = true; isLeft && round < 12; round += 1) {
      isLeft = false
      for (const who of [0, 1] as const) {
        letOthersWait()
        await people[who]!.online(Infinity, () => people[who]!.client.settled())
      }
      for (const who of [0, 1] as const) isLeft = decide(who) || isLeft
    }
    clock.skip(120_000)
    for (const who of [0, 1] as const) await people[who]!.online(Infinity, () => people[who]!.client.pull())
  }

  function decide(who: Who): boolean {
    const { catalogue, session } = people[who]!.client
    const about = { claims, varied, shelves, who, catalogue }
    const open = openOf(who)
    for (const change of open.toReversed()) {
      if (change.state !== 'conflict' || catalogue.changes.get(change.id)?.state !== 'conflict') continue
      if (!isAllowedQuestion(change, about)) problems.push(`a needless question: ${JSON.stringify(change)}`)
      // Its owner counts, and finds what the store says.
      if (change.field === 'quantity') asked.add(change.key)
      session.changes.resolve([change.id], { take: change.field === 'quantity' ? 'theirs' : 'mine' })
    }
    const refused = open.filter(({ state }) => state === 'refused')
    for (const change of refused)
      if (!mayBeRefused(change, about)) problems.push(`refused for nothing: ${JSON.stringify(change)}`)
    for (const { id, setId } of refused) {
      noteUndone(who, [setId])
      if (catalogue.changes.get(id)?.state === 'refused') session.changes.takeBack([id])
    }
    return open.some(({ state }) => state === 'conflict' || state === 'refused')
  }

  async function check(): Promise<void> {
    expect(problems).toEqual([])
    for (const who of [0, 1] as const) {
      expect(openOf(who), 'nothing waits any more').toEqual([])
      await sameProduct(who)
      await benches[who]!.expectSame()
    }
    await checkOptions()
    await checkVariations()
    await checkCategories()
  }

  /** What one alone made of an option or a choice is so. */
  async function checkOptions(): Promise<void> {
    const { options } = await web.read()
    const choices = options.flatMap((option) =>
      ((option['choices'] ?? []) as { text: string; priceModifier?: number }[]).map((each) => ({
        ...each,
        option: `option ${varied.known(String(option['name']))}`,
      })),
    )
    const sure = choices.filter(
      ({ option, text }) => !claims.isDisputed(option) && !varied.isDisputedChoice(varied.known(text)),
    )
    const names = sure.map(({ text }) => varied.known(text))
    expect(names, 'no choice is there twice').toEqual([...new Set(names)])
    for (const first of new Set([
      ...claims.names().flatMap((name) => /^choice (.*)$/.exec(name)?.[1] ?? []),
      ...known0,
    ])) {
      if (varied.isDisputedChoice(first)) continue
      const wanted = claims.isClaimed(`choice ${first}`) ? claims.sure(`choice ${first}`) : true
      const there = choices.find(({ text }) => varied.known(text) === first)
      if (wanted !== undefined) expect(there !== undefined, `choice ${first} is there`).toBe(wanted)
      if (!there) continue
      const name = claims.sure(`name of choice ${first}`)
      if (name !== undefined) expect(there.text, `name of choice ${first}`).toBe(name)
      const modifier = claims.sure(`modifier of choice ${first}`)
      if (modifier !== undefined) expect(there.priceModifier, `modifier of choice ${first}`).toBe(modifier)
    }
  }
  const known0 = start.options.flatMap((option) =>
    ((option['choices'] ?? []) as { text: string }[]).map((each) => each.text),
  )

  /** Variations that nobody took away are those they were, with what one alone made of them. */
  async function checkVariations(): Promise<void> {
    const { variations } = await web.read()
    const keys = new Set([
      ...claims.names().flatMap((name) => /(?:^| of )variation (.*)$/.exec(name)?.[1] ?? []),
      ...start.variations.map(({ label }) => label),
    ])
    const there = new Map(variations.map((each) => [varied.keyOfLabel(each.label), each as Record<string, unknown>]))
    // Somebody may make one of a choice that is on its way to another name.
    const sure = variations
      .map(({ label }) => varied.keyOfLabel(label))
      .filter((key) => !varied.isDisputedVariation(key))
    expect(sure, 'no variation is there twice').toEqual([...new Set(sure)])
    for (const key of keys) {
      if (varied.isDisputedVariation(key)) continue
      const name = `variation ${key}`
      const before = start.variations.find(({ label }) => label === key)
      const wanted = claims.isClaimed(name) ? claims.sure(name) : before !== undefined
      const now = there.get(key)
      if (wanted !== undefined) expect(now !== undefined, `${name} is there`).toBe(wanted)
      if (!now) continue
      if (before && !claims.isClaimed(name)) {
        expect(now['id'], `${name} is the one it was`).toBe(before.id)
        if (before.sku && !asked.has(String(before.id)))
          expect(now['quantity'], `stock of ${name}`).toBe(100 - (web.sold.get(key) ?? 0) + sentStock(before.id))
      }
      for (const field of ['price', 'weight']) {
        const value = claims.sure(`${field} of ${name}`)
        if (value !== undefined) expect(now[field], `${field} of ${name}`).toBe(value)
      }
    }
  }

  /** All differences that both have sent. */
  function sentStock(variationId: number): number {
    const all = people.flatMap(({ client: { catalogue } }) =>
      catalogue.changes
        .list('all', undefined, 0, 100)
        .sets.filter(({ source }) => source !== 'pull')
        .flatMap(({ id }) => catalogue.changes.ofSet(id)),
    )
    return all
      .filter(({ list, key, field }) => list === 'variations' && key === String(variationId) && field === 'quantity')
      .filter(({ state }) => state === 'sent')
      .reduce((sum, { before, after }) => sum + Number(after) - Number(before), 0)
  }

  async function checkCategories(): Promise<void> {
    const categories = (await web.categories()) as unknown as (Record<string, unknown> & { id: number; name: string })[]
    const filed = (await readRemote(store, ecwidId))['categoryIds'] as number[]
    const names = categories.map(({ name }) => shelves.known(name))
    expect(names, 'no category is there twice').toEqual([...new Set(names)])
    const all = claims.names().flatMap((name) => /(?:^| of | in )category (.*)$/.exec(name)?.[1] ?? [])
    for (const first of new Set([...all, ...startCategories.map(({ name }) => name)])) {
      const thing = `category ${first}`
      if (shelves.isDisputed(thing)) continue
      const wanted = claims.isClaimed(thing) ? claims.sure(thing) : startCategories.some(({ name }) => name === first)
      const there = categories.find(({ name }) => shelves.known(name) === first)
      if (wanted !== undefined) expect(there !== undefined, `${thing} is there`).toBe(wanted)
      if (!there) continue
      const name = claims.sure(`name of ${thing}`)
      if (name !== undefined) expect(there.name, `name of ${thing}`).toBe(name)
      const title = claims.sure(`title of ${thing}`)
      if (title !== undefined) expect(there['seoTitle'], `title of ${thing}`).toBe(title)
      const isIn = claims.sure(`filed in ${thing}`)
      if (isIn !== undefined) expect(filed.includes(there.id), `filed in ${thing}`).toBe(isIn)
    }
  }

  return {
    take,
    settle,
    check,
    async close(): Promise<void> {
      for (const { client } of people) await client.close()
      await store.close()
    },
  }
}
