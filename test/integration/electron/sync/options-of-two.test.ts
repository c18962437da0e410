import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { openSyncedStore, readRemote, type SyncedStore } from '../../../support/synced-store'

// Options of a product that somebody else edits in the store meanwhile, under lost answers too.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }

beforeEach(async () => {
  synced = await openSyncedStore({ products: 60 })
  await synced.pull()
  mug = { id: synced.findBySku('MUG-01'), ecwidId: 0 }
  mug.ecwidId = synced.catalogue.search({}, 0, 100).rows.find(({ id }) => id === mug.id)!.ecwidId!
})
afterEach(() => synced.close())

type Variation = { id: number; options: { name: string; value: string }[]; price?: number }
const fields = () => synced.session.product(mug.id).fields
const choicesOf = (option: Entry) => (option['choices'] ?? []) as Entry[]
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations }).changeSetId!
const saving = (options: readonly Entry[]): Operation => ({
  kind: 'update',
  productId: mug.id,
  fields: { options: [...options] },
  base: fields(),
})
const remote = async () =>
  (await readRemote(synced.store, mug.ecwidId)) as Record<string, unknown> & {
    options: Entry[]
    combinations: Variation[]
  }
const theirs = async (edit: (options: Entry[]) => Entry[]) =>
  synced.control('POST', `/products/${mug.ecwidId}`, { options: edit((await remote()).options) })
const textsOf = (options: readonly Entry[], name: string) =>
  choicesOf(options.find((option) => option['name'] === name) ?? {}).map(({ text }) => text)
const inColor = (options: readonly Entry[], edit: (choices: Entry[]) => Entry[]): Entry[] =>
  options.map((option) => (option['name'] === 'Color' ? { ...option, choices: edit(choicesOf(option)) } : option))
const renamed = (from: string, to: string) => (choices: Entry[]) =>
  choices.map((choice) => (choice['text'] === from ? { ...choice, text: to, formerly: [from] } : choice))
const dearer = (text: string, by: number) => (choices: Entry[]) =>
  choices.map((choice) => (choice['text'] === text ? { ...choice, priceModifier: by } : choice))
const added = (text: string) => (choices: Entry[]) => [...choices, { text }]
const open = () => synced.catalogue.changes.openOf('product', mug.id)
const hold = () => synced.session.changes.holdAll(true)
async function release() {
  synced.session.changes.holdAll(false)
  synced.session.resume()
  await synced.settled()
}
/** The screen and the store say the same, and nothing is asked. */
async function agree(): Promise<void> {
  expect(open()).toEqual([])
  const plain = (options: readonly Entry[]) =>
    options.map((option) => [
      option['name'],
      choicesOf(option).map((each) => [each['text'], each['priceModifier'] ?? 0]),
    ])
  expect(plain(fields().options)).toEqual(plain((await remote()).options))
  const before = plain(fields().options)
  await synced.pull()
  expect(plain(fields().options)).toEqual(before)
}
const ids = async () => (await remote()).combinations.map(({ id }) => id).toSorted()

const ways = ['nothing breaks', 'drop-before', 'drop-after', 'killed'] as const
async function meet(way: (typeof ways)[number]): Promise<void> {
  if (way === 'killed') return synced.crash()
  if (way === 'nothing breaks') return
  await synced.control('POST', '/faults', { kind: way, match: { method: 'PUT', path: '/products(?!.*asTest)' } })
}

describe.each(ways)('where %s', (way) => {
  it('a choice renamed here and one added there are both there, and no variation is another', async () => {
    const before = await ids()
    hold()
    apply(saving(inColor(fields().options, renamed('Slate', 'Stone'))))
    await theirs((options) => inColor(options, added('Amber')))
    await meet(way)
    await release()
    expect(textsOf((await remote()).options, 'Color').toSorted()).toEqual(['Amber', 'Sage', 'Sand', 'Stone'])
    expect(await ids()).toEqual(before)
    await agree()
  })

  it('a rename together with prices of its variations arrives whole', async () => {
    const before = await ids()
    const slate = (await remote()).combinations.filter((each) => each.options.some(({ value }) => value === 'Slate'))
    expect(slate.length).toBeGreaterThan(0)
    hold()
    apply(
      saving(inColor(fields().options, renamed('Slate', 'Stone'))),
      ...slate.map(({ id }, at) => ({
        kind: 'variation.set' as const,
        productId: mug.id,
        variationId: id,
        fields: { price: 70 + at },
      })),
    )
    await meet(way)
    await release()
    expect(await ids()).toEqual(before)
    const now = (await remote()).combinations
    slate.forEach(({ id }, at) => {
      const variation = now.find((each) => each.id === id)!
      expect(variation.options.map(({ value }) => value)).toContain('Stone')
      expect(variation.price).toBe(70 + at)
    })
    await agree()
  })

  it('an order of choices here stays beside a name of another option there', async () => {
    hold()
    apply(saving(inColor(fields().options, (choices) => choices.toReversed())))
    const order = textsOf(fields().options, 'Color')
    await theirs((options) => [...options, { type: 'TEXTFIELD', name: 'Their note', required: false }])
    await meet(way)
    await release()
    expect(textsOf((await remote()).options, 'Color')).toEqual(order)
    expect((await remote()).options.map(({ name }) => name)).toContain('Their note')
    await agree()
  })

  it('two saves in a row, of which the first is undone after the second, leave what the second made', async () => {
    hold()
    const first = apply(saving(inColor(fields().options, added('Olive'))))
    apply(saving(inColor(fields().options, dearer('Sage', 9))))
    await meet(way)
    await release()
    synced.session.changes.revert(first)
    await release()
    const color = (await remote()).options.find(({ name }) => name === 'Color')!
    expect(choicesOf(color).map(({ text }) => text)).toEqual(['Sand', 'Slate', 'Sage'])
    expect(choicesOf(color)[2]).toMatchObject({ priceModifier: 9 })
    await agree()
  })
})

describe('the same choice changed on both sides', () => {
  it.each(['mine', 'theirs'] as const)('is a question, and ends as %s', async (take) => {
    hold()
    apply(saving(inColor(fields().options, dearer('Sage', 3))))
    await theirs((options) => inColor(options, dearer('Sage', 4)))
    await release()
    expect(open()).toMatchObject([{ state: 'conflict', field: 'options' }])
    synced.session.changes.resolve([open()[0]!.id], { take })
    synced.skip(10_000)
    await synced.settled()
    const color = (await remote()).options.find(({ name }) => name === 'Color')!
    expect(choicesOf(color)[2]).toMatchObject({ text: 'Sage', priceModifier: take === 'mine' ? 3 : 4 })
    await agree()
  })

  it.each(['mine', 'theirs'] as const)(
    'is decided as %s under the names that were sent while it was asked about',
    async (take) => {
      hold()
      apply(saving(inColor(fields().options, dearer('Sage', 3))))
      await theirs((options) => inColor(options, dearer('Sage', 4)))
      await release()
      const asked = open()
      expect(asked).toMatchObject([{ state: 'conflict' }])
      const called = (name: string, to: string) => (option: Entry) =>
        option['name'] === name ? { ...option, name: to, formerly: [name] } : option
      apply(saving(inColor(fields().options, renamed('Sage', 'Moss')).map(called('Color', 'Glaze'))))
      await synced.settled()
      expect(open(), 'only the question is left').toMatchObject([{ id: asked[0]!.id }])
      expect(textsOf(fields().options, 'Glaze'), 'nothing is shown twice').toHaveLength(3)
      expect(fields().options.map(({ name }) => name)).not.toContain('Color')
      synced.session.changes.resolve([asked[0]!.id], { take })
      synced.skip(10_000)
      await synced.settled()
      const { options } = await remote()
      expect(options.map(({ name }) => name)).not.toContain('Color')
      const glaze = options.find(({ name }) => name === 'Glaze')!
      expect(choicesOf(glaze)).toHaveLength(3)
      expect(choicesOf(glaze)[2]).toMatchObject({ text: 'Moss', priceModifier: take === 'mine' ? 3 : 4 })
      await agree()
    },
  )

  it('to the same is no question', async () => {
    hold()
    apply(saving(inColor(fields().options, dearer('Sage', 3))))
    await theirs((options) => inColor(options, dearer('Sage', 3)))
    await release()
    await agree()
  })
})

describe('an older edit of a choice', () => {
  const standing = (changeSetId: number) => synced.session.reads.previewRevert({ changeSetId, offset: 0, limit: 10 })[0]
  const called = (name: string, to: string) => (choices: Entry[]) =>
    choices.map((choice) => (choice['text'] === name ? { ...choice, text: to } : choice))

  it.each([
    ['removed', (choices: Entry[]) => choices.filter(({ text }) => text !== 'Rust')],
    ['gave another name', called('Rust', 'Ochre')],
  ])('that others %s cannot go back, as its undo says before and does', async (_, edit) => {
    apply(saving(inColor(fields().options, added('Rust'))))
    const changeSetId = apply(saving(inColor(fields().options, dearer('Rust', 3))))
    await synced.settled()
    expect(standing(changeSetId)).toMatchObject({ standing: 'clean' })
    await theirs((options) => inColor(options, edit))
    await synced.pull()
    expect(standing(changeSetId)).toMatchObject({ standing: 'stuck', reason: { says: 'entry-not-here' } })
    expect(synced.session.changes.revert(changeSetId).changeSetId).toBeNull()
    await agree()
  })

  it('that is as it was before says that', async () => {
    const changeSetId = apply(saving(inColor(fields().options, dearer('Sage', 3))))
    await synced.settled()
    const { priceModifier } = choicesOf(fields().options.find(({ name }) => name === 'Color')!)[2]!
    expect(priceModifier).toBe(3)
    await theirs((options) => inColor(options, dearer('Sage', 0)))
    await synced.pull()
    expect(standing(changeSetId)).toMatchObject({ standing: 'done' })
  })
})

describe('a question about a choice that rests while two choices change their names with each other', () => {
  const swap = (choices: Entry[]) => {
    const to: Record<string, string> = { Sage: 'Sand', Sand: 'Sage' }
    return choices.map((choice) => {
      const name = to[String(choice['text'])]
      return name === undefined ? choice : { ...choice, text: name, formerly: [choice['text']] }
    })
  }
  const prices = async () =>
    Object.fromEntries(
      choicesOf((await remote()).options.find(({ name }) => name === 'Color')!).map((each) => [
        each['text'],
        each['priceModifier'] ?? 0,
      ]),
    )

  it('is undone in its choice once it was decided, and done again', async () => {
    const before = await prices()
    hold()
    const changeSetId = apply(saving(inColor(fields().options, dearer('Sage', 3))))
    await theirs((options) => inColor(options, dearer('Sage', 4)))
    await release()
    const [asked] = open()
    expect(asked).toMatchObject({ state: 'conflict' })
    apply(saving(inColor(fields().options, swap)))
    await synced.settled()
    synced.session.changes.resolve([asked!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(await prices()).toEqual({ ...before, Sage: before['Sand'], Sand: 3 })
    const { changeSetId: revertSetId } = synced.session.changes.revert(changeSetId)
    await synced.settled()
    expect(await prices()).toEqual({ ...before, Sage: before['Sand'], Sand: 4 })
    await agree()
    synced.session.changes.redo({ setId: changeSetId, revertSetId })
    await synced.settled()
    expect(await prices()).toEqual({ ...before, Sage: before['Sand'], Sand: 3 })
  })
})

describe('two choices of one option that differ by a blank at the end only, which count as one by name', () => {
  const headers = () => ({ Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' })
  /** With a variation of its own. */
  beforeEach(async () => {
    await theirs((options) => inColor(options, added('Sage ')))
    const size = choicesOf(fields().options.find(({ name }) => name === 'Volume')!)[0]!['text']
    const made = [
      { name: 'Color', value: 'Sage ' },
      { name: 'Volume', value: size },
    ]
    const answer = await fetch(`${synced.store.baseUrl}/products/${mug.ecwidId}/combinations?asTest=1`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({ options: made }),
    })
    expect(answer.ok).toBe(true)
    await synced.pull()
  })
  const inPlaces = (names: Record<number, string>) => (choices: Entry[]) =>
    choices.map((each, at) => (names[at] ? { ...each, text: names[at], formerly: [each['text']] } : each))

  it('are not saved as they are, and their owner is told so', () => {
    const saved = () => apply(saving(inColor(fields().options, dearer('Slate', 2))))
    expect(saved).toThrow('Another line has the same. Change or remove one of them.')
  })

  it.each([
    ['the first is renamed', inPlaces({ 2: 'Olive' })],
    ['the second is renamed', inPlaces({ 3: 'Olive' })],
    ['both are renamed', inPlaces({ 2: 'Olive', 3: 'Moss' })],
    ['the first goes', (choices: Entry[]) => choices.filter((_, at) => at !== 2)],
    ['the second goes', (choices: Entry[]) => choices.slice(0, 3)],
  ])('lose nothing where %s: that waits for its owner, and nothing is tried again and again', async (_, edit) => {
    const before = await remote()
    const changeSetId = apply(saving(inColor(fields().options, edit)))
    await synced.settled()
    const asked = async () => ((await synced.control('GET', '/requests')) as { requests: unknown[] }).requests.length
    const soFar = await asked()
    synced.skip(3_600_000)
    await synced.settled()
    expect(await asked()).toBe(soFar)
    expect(open()).toMatchObject([{ state: expect.stringMatching(/refused|conflict/) as string }])
    expect(await remote()).toEqual(before)
    synced.session.changes.revert(changeSetId)
    await agree()
  })
})
