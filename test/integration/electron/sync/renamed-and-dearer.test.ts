import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { openSyncedStore, readRemote, type SyncedStore } from '../../../support/synced-store'

// A choice that is renamed here, while somebody else changes its price in the store.

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
const inColor = (options: readonly Entry[], edit: (choices: Entry[]) => Entry[]): Entry[] =>
  options.map((option) => (option['name'] === 'Color' ? { ...option, choices: edit(choicesOf(option)) } : option))
const renamed = (from: string, to: string) => (choices: Entry[]) =>
  choices.map((choice) => (choice['text'] === from ? { ...choice, text: to, formerly: [from] } : choice))
const dearer = (text: string, by: number) => (choices: Entry[]) =>
  choices.map((choice) => (choice['text'] === text ? { ...choice, priceModifier: by } : choice))
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

const ways = ['nothing breaks', 'drop-before', 'drop-after', 'killed'] as const
async function meet(way: (typeof ways)[number]): Promise<void> {
  if (way === 'killed') return synced.crash()
  if (way === 'nothing breaks') return
  await synced.control('POST', '/faults', { kind: way, match: { method: 'PUT', path: '/products(?!.*asTest)' } })
}

describe.each(ways)('where %s', (way) => {
  it('a choice renamed here keeps what was made dearer of it there', async () => {
    hold()
    apply(saving(inColor(fields().options, renamed('Slate', 'Stone'))))
    await theirs((options) => inColor(options, dearer('Slate', 7)))
    await synced.pull()
    await meet(way)
    await release()
    const color = (await remote()).options.find(({ name }) => name === 'Color')!
    expect(choicesOf(color).find(({ text }) => text === 'Stone')).toMatchObject({ priceModifier: 7 })
    await agree()
  })
})

it('a choice that is the default, renamed twice before it is sent without the default being chosen anew, asks nothing', async () => {
  hold()
  apply(saving(inColor(fields().options, renamed('Sand', 'Dune'))))
  const again = (choices: Entry[]) =>
    choices.map((choice) =>
      choice['text'] === 'Dune' ? { ...choice, text: 'Beach', formerly: ['Dune', 'Sand'] } : choice,
    )
  apply(saving(inColor(fields().options, again)))
  await release()
  await agree()
})
