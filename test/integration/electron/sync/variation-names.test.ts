import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { changeVariation, makeVariation, removeVariation } from '../../../support/stored-variations'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Variations that are called otherwise than they were when something was done to them: made anew, with another id, of renamed choices.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let large: number
let onRead: (() => Promise<unknown>) | null

beforeEach(async () => {
  onRead = null
  const onAnswer = async (method: string) => {
    if (method !== 'GET' || onRead === null) return
    const act = onRead
    onRead = null
    await act()
  }
  synced = await openSyncedStore({ products: 30 }, { onAnswer })
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find((each) => each.variationCount === 0 && each.quantity)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  large = await makeVariation(synced.store, mug.ecwidId, { sku: 'OWN-L', price: 12, quantity: 10 })
  await makeVariation(synced.store, mug.ecwidId, { options: sized('Small') })
  await synced.pull()
})
afterEach(() => synced.close())

type Fields = Extract<Operation, { kind: 'variation.add' }>['fields']
const sized = (value: string) => [{ name: 'Size', value }]
const add = (size: string, fields: Fields = {}): Operation => ({
  kind: 'variation.add',
  productId: mug.id,
  options: sized(size),
  fields,
})
const remove = (variationId: number): Operation => ({ kind: 'variation.remove', productId: mug.id, variationId })
const set = (variationId: number, fields: Fields): Operation => ({
  kind: 'variation.set',
  productId: mug.id,
  variationId,
  fields,
})
const fields = () => synced.session.product(mug.id).fields
const choicesIn = (options: readonly Entry[]) =>
  options
    .filter(({ name }) => name === 'Size')
    .flatMap((option) => (option['choices'] ?? []) as Entry[])
    .map(({ text }) => text)
/** The sizes, edited. */
const saving = (edit: (choices: Entry[]) => Entry[]): Operation => {
  const base = fields()
  const options = base.options.map((option) =>
    option['name'] === 'Size' ? { ...option, choices: edit((option['choices'] ?? []) as Entry[]) } : option,
  )
  return { kind: 'update', productId: mug.id, fields: { options }, base }
}
const rename = (from: string, to: string) =>
  saving((choices) => choices.map((each) => (each['text'] === from ? { ...each, text: to, formerly: [from] } : each)))
const withChoice = (text: string) => saving((choices) => [...choices, { text, priceModifier: 0 }])
const without = (text: string) => saving((choices) => choices.filter((each) => each['text'] !== text))

const apply = (...operations: Operation[]): number =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations }).changeSetId!
const send = async (...operations: Operation[]): Promise<number> => {
  const setId = apply(...operations)
  await synced.settled()
  return setId
}
const undo = (setId: number) => synced.session.changes.revert(setId).changeSetId
const redo = (setId: number, revertSetId: number | null) => synced.session.changes.redo({ setId, revertSetId })
const hold = () => synced.session.changes.holdAll(true)
const release = () => {
  synced.session.changes.holdAll(false)
  return synced.settled()
}
const open = () => synced.catalogue.changes.openOf('product', mug.id)
const retry = () => synced.session.changes.retry(open().map(({ id }) => id))
const shown = () => synced.session.product(mug.id).readOnly.variations
const named = (label: string) => shown().find((each) => each.label === label)
const inStore = async () => {
  const { combinations } = (await synced.remote(mug.ecwidId)) as {
    combinations: { id: number; options: { value: string }[] }[]
  }
  return combinations.map(({ options, ...rest }) => ({ ...rest, size: options[0]!.value }))
}
const stored = async (size: string) => (await inStore()).find((each) => each.size === size)
const lose = (kind: string, method: string) =>
  synced.control('POST', '/faults', { kind, match: { method, path: '/combinations(?!.*asTest)' } })

/** Nothing is asked or refused, and the screen and the store have the same. */
async function agree(sizes: readonly string[]): Promise<void> {
  expect(open()).toEqual([])
  expect((await inStore()).map(({ size }) => size).toSorted()).toEqual(sizes)
  for (const size of sizes) expect(named(size), size).toBeDefined()
  expect(shown()).toHaveLength(sizes.length)
  expect(choicesIn((await synced.remote(mug.ecwidId))['options'] as Entry[])).toEqual(choicesIn(fields().options))
}

const anew = [
  ['by an undo of its removal', (removal: number) => void undo(removal)],
  ['by hand', () => void apply(add('Large', { sku: 'NEW-L', price: 15, quantity: 3 }))],
] as const

describe.each(anew)('a variation that was made anew %s', (_, makeAnew) => {
  it('has its price back by an undo of an edit from before, and again by a redo', async () => {
    const edit = await send(set(large, { price: 15 }))
    makeAnew(await send(remove(large)))
    await synced.settled()
    const back = undo(edit)
    await synced.settled()
    expect(await stored('Large')).toMatchObject({ price: 12 })
    redo(edit, back)
    await synced.settled()
    expect(await stored('Large')).toMatchObject({ price: 15 })
    await agree(['Large', 'Small'])
  })

  it('is edited by the id that the window still knows', async () => {
    makeAnew(await send(remove(large)))
    apply(set(large, { weight: 4 }))
    expect(named('Large')?.own).toMatchObject({ weight: 4 })
    await synced.settled()
    await send(set(large, { price: 9 }))
    expect(await stored('Large')).toMatchObject({ weight: 4, price: 9 })
    await agree(['Large', 'Small'])
  })

  it('loses only what this person made of it by an undo of two edits, the earlier one first', async () => {
    const first = await send(set(large, { price: 15 }))
    makeAnew(await send(remove(large)))
    await synced.settled()
    await send(set(named('Large')!.id, { price: 18 }))
    undo(first)
    await synced.settled()
    expect(await stored('Large')).toMatchObject({ price: 12 })
    await agree(['Large', 'Small'])
  })
})

describe('a choice that was renamed', () => {
  it('is what the undo of adding takes away, and its redo brings', async () => {
    const added = await send(withChoice('Huge'), add('Huge', { price: 7 }))
    await send(rename('Huge', 'Giant'))
    const only = synced.catalogue.changes.ofSet(added).filter(({ verb }) => verb === 'add')
    const back = synced.session.changes.revert(added, { changeIds: only.map(({ id }) => id) }).changeSetId
    await synced.settled()
    await agree(['Large', 'Small'])
    redo(added, back)
    await synced.settled()
    expect(await stored('Giant')).toMatchObject({ price: 7 })
    await agree(['Giant', 'Large', 'Small'])
  })

  it('is what the undo of a removal makes the variation of', async () => {
    const removed = await send(remove(large))
    await send(rename('Large', 'Grand'))
    undo(removed)
    expect(named('Grand')?.own).toMatchObject({ price: 12, sku: 'OWN-L' })
    await synced.settled()
    expect(await stored('Grand')).toMatchObject({ price: 12, sku: 'OWN-L' })
    expect(choicesIn(fields().options)).toEqual(['Grand', 'Small'])
    await agree(['Grand', 'Small'])
  })

  it('is what a refused variation is made of when it is tried again', async () => {
    await send(withChoice('Huge'))
    const others = await makeVariation(synced.store, mug.ecwidId, { options: sized('Other'), sku: 'TAKEN' })
    await send(add('Huge', { sku: 'TAKEN' }))
    expect(open()).toMatchObject([{ state: 'refused', verb: 'add' }])
    await send(rename('Huge', 'Giant'))
    expect(named('Giant')).toBeDefined()
    await removeVariation(synced.store, mug.ecwidId, others)
    await synced.pull()
    retry()
    await synced.settled()
    expect(await stored('Giant')).toMatchObject({ sku: 'TAKEN' })
    await agree(['Giant', 'Large', 'Small'])
  })

  it.each(['drop-before', 'drop-after'])('is what a variation is found by that is in doubt (%s)', async (kind) => {
    await send(withChoice('Huge'))
    await lose(kind, 'POST')
    apply(add('Huge', { sku: 'NEW-H' }))
    await synced.until(() => open().some(({ state }) => state === 'unknown'))
    apply(rename('Huge', 'Giant'))
    retry()
    await synced.settled()
    expect(await stored('Giant')).toMatchObject({ sku: 'NEW-H' })
    await agree(['Giant', 'Large', 'Small'])
  })

  it('has its old name again under a variation that waits, where the rename is taken back', async () => {
    await send(withChoice('Huge'))
    hold()
    const renamed = apply(rename('Huge', 'Giant'))
    apply(add('Giant', { price: 7 }))
    undo(renamed)
    expect(named('Huge')?.own).toMatchObject({ price: 7 })
    await release()
    await agree(['Huge', 'Large', 'Small'])
  })
})

describe('an edit of a variation that is removed before it was sent', () => {
  const ways = [
    ['by itself', () => apply(remove(large))],
    ['with its choice', () => apply(remove(large), without('Large'))],
  ] as const

  it.each(ways)('ends with it, and comes back with its undo (%s)', async (_, removing) => {
    hold()
    const edit = apply(set(large, { price: 15, quantity: 14 }))
    const removal = removing()
    await release()
    await agree(['Small'])
    undo(removal)
    await synced.settled()
    expect(await stored('Large')).toMatchObject({ sku: 'OWN-L', price: 15, quantity: 14 })
    undo(edit)
    await synced.settled()
    expect(await stored('Large')).toMatchObject({ sku: 'OWN-L', price: 12, quantity: 10 })
    await agree(['Large', 'Small'])
  })

  it.each(ways)('waits again where the removal is taken back (%s)', async (_, removing) => {
    hold()
    apply(set(large, { price: 15 }))
    undo(removing())
    expect(named('Large')?.own).toMatchObject({ price: 15 })
    await release()
    expect(await stored('Large')).toMatchObject({ id: large, price: 15 })
    await agree(['Large', 'Small'])
  })

  it('is not remembered where it is taken back: nobody is asked, and the undo brings what was there', async () => {
    hold()
    const dearer = apply(set(large, { price: 15, quantity: 14 }))
    apply(set(large, { quantity: 11 }))
    const removal = apply(remove(large))
    undo(dearer)
    await release()
    await agree(['Small'])
    undo(removal)
    await synced.settled()
    expect(await stored('Large')).toMatchObject({ price: 12, quantity: 7 })
  })

  it('is not asked about where its answer was lost', async () => {
    await lose('drop-before', 'PUT')
    apply(set(large, { quantity: 14 }))
    await synced.until(() => open().some(({ state }) => state === 'unknown'))
    hold()
    apply(remove(large))
    await synced.control('POST', '/sell', { id: mug.ecwidId, combinationId: large, quantity: 1 })
    await release()
    await agree(['Small'])
  })
})

describe('a variation in the place of one that was removed', () => {
  it('is made where neither was sent yet', async () => {
    hold()
    apply(remove(large))
    apply(add('Large', { sku: 'NEW-L', price: 9 }))
    await release()
    expect(await stored('Large')).toMatchObject({ sku: 'NEW-L', price: 9 })
    await agree(['Large', 'Small'])
  })

  it('is made of the name that its choice was given in between', async () => {
    hold()
    apply(remove(large))
    apply(rename('Large', 'Grand'))
    apply(add('Grand', { price: 9 }))
    await release()
    expect(await stored('Grand')).toMatchObject({ price: 9 })
    await agree(['Grand', 'Small'])
  })

  it('waits until the removal is decided', async () => {
    hold()
    apply(remove(large))
    apply(add('Large', { price: 9 }))
    await changeVariation(synced.store, mug.ecwidId, large, { price: 13 })
    await release()
    expect(open()).toMatchObject([
      { verb: 'remove', state: 'conflict' },
      { verb: 'add', state: 'waiting' },
    ])
    synced.session.changes.resolve([open()[0]!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(await stored('Large')).toMatchObject({ price: 9 })
    await agree(['Large', 'Small'])
  })

  it('keeps the removal from being taken back alone', async () => {
    hold()
    const removal = apply(remove(large))
    const added = apply(add('Large', { price: 9 }))
    expect(() => undo(removal)).toThrow(/with the same options was made since/)
    undo(added)
    undo(removal)
    expect(named('Large')?.own).toMatchObject({ price: 12 })
  })
})

describe('others', () => {
  it('who made a variation anew have an edit that was refused for its going, once it is tried again', async () => {
    hold()
    apply(set(large, { price: 15 }))
    await removeVariation(synced.store, mug.ecwidId, large)
    await synced.pull()
    await release()
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'variation-gone' } } }])
    await makeVariation(synced.store, mug.ecwidId, { sku: 'OWN-L', price: 12, quantity: 10 })
    await synced.pull()
    retry()
    await synced.settled()
    expect(await stored('Large')).toMatchObject({ price: 15 })
    await agree(['Large', 'Small'])
  })

  it('who remove a variation right before its edit arrives leave it refused in its own words', async () => {
    onRead = () => removeVariation(synced.store, mug.ecwidId, large)
    await send(set(large, { price: 15 }))
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'variation-gone' } } }])
  })

  it('who remove a variation right before its choice is renamed keep nothing else of the product back', async () => {
    onRead = () => removeVariation(synced.store, mug.ecwidId, large)
    await send(rename('Large', 'Grand'), { kind: 'update', productId: mug.id, fields: { price: 77 } })
    expect(choicesIn(fields().options)).toEqual(['Grand', 'Small'])
    expect(await synced.remote(mug.ecwidId)).toMatchObject({ price: 77 })
    await agree(['Small'])
  })

  it('who edit a variation without an SKU whose answer was lost do not make it another one', async () => {
    await lose('drop-after', 'POST')
    apply(add('Huge', { price: 9, weight: 2 }))
    await synced.until(() => open().some(({ state }) => state === 'unknown'))
    hold()
    const { id } = (await stored('Huge'))!
    await changeVariation(synced.store, mug.ecwidId, id, { price: 11 })
    await release()
    expect(await stored('Huge')).toMatchObject({ price: 11, weight: 2 })
    await agree(['Huge', 'Large', 'Small'])
  })
})

describe('what is shown', () => {
  it('of the options has the choice of a variation that waits', async () => {
    hold()
    apply(add('Huge'))
    expect(choicesIn(fields().options)).toEqual(['Large', 'Small', 'Huge'])
    await release()
    await agree(['Huge', 'Large', 'Small'])
  })

  it('of a variation in doubt that has arrived is what was typed for it since', async () => {
    await lose('drop-after', 'POST')
    apply(add('Huge', { price: 9 }))
    apply(set(named('Huge')!.id, { price: 11, weight: 3 }))
    await synced.until(() => open().some(({ state }) => state === 'unknown'))
    hold()
    await synced.pull()
    expect(named('Huge')?.own).toMatchObject({ price: 11, weight: 3 })
    await release()
    expect(await stored('Huge')).toMatchObject({ price: 11, weight: 3 })
    await agree(['Huge', 'Large', 'Small'])
  })
})

describe('names by which two variations would be the same', () => {
  const meet = async () => {
    hold()
    apply(rename('Small', 'Tiny'))
    await makeVariation(synced.store, mug.ecwidId, { options: sized('Tiny') })
    await synced.pull()
  }

  it('are refused, and go once they are others', async () => {
    await meet()
    await release()
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'options-would-meet' } } }])
    await send(saving((choices) => choices.map((each) => (each['formerly'] ? { ...each, text: 'Wee' } : each))))
    expect((await inStore()).map(({ size }) => size).toSorted()).toEqual(['Large', 'Tiny', 'Wee'])
  })

  it('go once one of the two is removed', async () => {
    await meet()
    apply(remove((await stored('Tiny'))!.id))
    await release()
    await agree(['Large', 'Tiny'])
  })
})
