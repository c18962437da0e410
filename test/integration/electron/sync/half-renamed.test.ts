import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Choices and options are renamed in steps. What is let go of between two of them leads back: the store is as it was before the first.

type Variation = { id: number; options: { name: string; value: string }[] }

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let before: { options: Entry[]; variations: Map<number, string> }

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(({ sku }) => sku === 'MUG-01')!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  before = { options: await inStore(), variations: await madeOf() }
})
afterEach(() => synced.close())

const here = () => synced.session.product(mug.id)
const options = (): Entry[] => [...here().fields.options]
const inStore = async () => (await synced.remote(mug.ecwidId))['options'] as Entry[]
const choicesOf = (option: Entry | undefined) => (option?.['choices'] ?? []) as Entry[]
const textsOf = (all: readonly Entry[]) => choicesOf(all.find(({ name }) => name === 'Color')).map(({ text }) => text)
const told = (all: readonly { id: number; options: Variation['options'] }[]) =>
  new Map(all.map(({ id, options: pairs }) => [id, pairs.map(({ name, value }) => `${name}: ${value}`).join(', ')]))
const madeOf = async () => told((await synced.remote(mug.ecwidId))['combinations'] as Variation[])
const shown = () => told(here().readOnly.variations)
const open = () => synced.catalogue.changes.openOf('product', mug.id)

const save = (edited: readonly Entry[]) =>
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: mug.id, fields: { options: edited }, base: here().fields }],
  }).changeSetId!
/** With choices of Color under other names, as the form makes them. */
const inOtherNames = (names: Record<string, string>) =>
  options().map((option) =>
    option['name'] !== 'Color'
      ? option
      : {
          ...option,
          defaultChoice: names[String(option['defaultChoice'])] ?? option['defaultChoice'],
          choices: choicesOf(option).map((choice) => {
            const [was, now] = [String(choice['text']), names[String(choice['text'])]]
            return now === undefined
              ? choice
              : { ...choice, text: now, formerly: [was, ...((choice['formerly'] ?? []) as string[])] }
          }),
        },
  )
const named = (name: string, now: string) =>
  options().map((option) => (option['name'] === name ? { ...option, name: now, formerly: [name] } : option))

const renames: [string, () => Entry[]][] = [
  ['a choice', () => inOtherNames({ Sand: 'Dune' })],
  ['two choices that change their names with each other', () => inOtherNames({ Sand: 'Slate', Slate: 'Sand' })],
  ['an option', () => named('Color', 'Shade')],
]

/** The store takes the first variations that are moved, and refuses the next one. */
async function halfRefused(edited: readonly Entry[], moved = 1): Promise<number> {
  const match = { method: 'PUT', path: '/combinations' }
  await synced.control('POST', '/faults', { kind: 'status', status: 400, match, after: moved })
  const setId = save(edited)
  await synced.until(() => open().some(({ state }) => state === 'refused'))
  expect(await inStore()).not.toEqual(before.options)
  return setId
}

const ways: [string, (setId: number) => void][] = [
  ['undone', (setId) => synced.session.changes.revert(setId)],
  ['taken back', () => synced.session.changes.takeBack(open().map(({ id }) => id))],
]

/** As if nobody had renamed anything, here at once and in the store in the end. */
async function isAsBefore(): Promise<void> {
  const seen = () =>
    options().map(({ formerly: _, choices, ...option }) => ({
      ...option,
      choices: (choices as Entry[] | undefined)?.map(({ formerly: __, ...choice }) => choice),
    }))
  const atOnce = seen()
  expect(textsOf(atOnce)).toEqual(textsOf(before.options))
  expect(shown()).toEqual(before.variations)
  await synced.settled()
  expect(synced.session.summary()).toMatchObject({ waiting: 0, sending: 0, refused: 0, conflict: 0 })
  expect(here().state).toBe('synced')
  expect(await inStore()).toEqual(before.options)
  expect(await madeOf()).toEqual(before.variations)
  expect(seen()).toEqual(atOnce)
  expect(shown()).toEqual(before.variations)
}

describe.each(renames)('the rename of %s that the store refused half way', (_, edited) => {
  it.each(ways)('leaves nothing behind where it is %s', async (__, act) => {
    act(await halfRefused(edited()))
    await isAsBefore()
  })

  it('goes on where it is sent again', async () => {
    const wanted = edited()
    await halfRefused(wanted)
    const seen = shown()
    synced.session.changes.retry(open().map(({ id }) => id))
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(await madeOf()).toEqual(seen)
    expect((await inStore()).map(({ name }) => name)).toEqual(wanted.map(({ name }) => name))
    expect(textsOf(await inStore())).toEqual(textsOf(wanted))
  })

  it.each(ways)('leaves nothing behind where it is sent again without a line, and then %s', async (__, act) => {
    const setId = await halfRefused(edited())
    await synced.control('POST', '/faults', { kind: 'status', status: 400, match: { method: 'PUT' } })
    synced.session.changes.retry(open().map(({ id }) => id))
    await synced.settled()
    act(setId)
    await isAsBefore()
  })

  it('is done again by a redo', async () => {
    const setId = await halfRefused(edited())
    const seen = shown()
    const { changeSetId } = synced.session.changes.revert(setId)
    await synced.settled()
    synced.session.changes.redo({ setId, revertSetId: changeSetId })
    expect(shown()).toEqual(seen)
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(await madeOf()).toEqual(seen)
  })

  it('is done again by a redo that comes before the way back has gone', async () => {
    const setId = await halfRefused(edited())
    const seen = shown()
    synced.session.changes.holdAll(true)
    const { changeSetId } = synced.session.changes.revert(setId)
    synced.session.changes.redo({ setId, revertSetId: changeSetId })
    expect(shown()).toEqual(seen)
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(await madeOf()).toEqual(seen)
    const counted = (all: readonly Entry[]) => all.map((option) => choicesOf(option).length)
    expect(counted(await inStore())).toEqual(counted(before.options))
  })
})

it('what was added after a rename that is taken back half way stays', async () => {
  await halfRefused(inOtherNames({ Sand: 'Dune' }))
  synced.session.changes.holdAll(true)
  const [renamed] = open()
  synced.session.changes.retry([renamed!.id])
  save(
    options().map((option) =>
      option['name'] === 'Color' ? { ...option, choices: [...choicesOf(option), { text: 'Olive' }] } : option,
    ),
  )
  synced.session.changes.takeBack([renamed!.id])
  expect(textsOf(options())).toEqual([...textsOf(before.options), 'Olive'])
  synced.session.changes.holdAll(false)
  await synced.settled()
  expect(here().state).toBe('synced')
  expect(textsOf(await inStore())).toEqual([...textsOf(before.options), 'Olive'])
  expect(await madeOf()).toEqual(before.variations)
})

it('another name that is typed upon one that was refused half way is the only one', async () => {
  await halfRefused(inOtherNames({ Sand: 'Dune' }))
  const texts = textsOf(options()).map((text) => (text === 'Dune' ? 'Beach' : text))
  const setId = save(inOtherNames({ Dune: 'Beach' }))
  await synced.settled()
  expect(here().state).toBe('synced')
  expect(textsOf(await inStore())).toEqual(texts)
  const moved = [...before.variations].map(([id, label]) => [id, label.replace('Sand', 'Beach')])
  expect(await madeOf()).toEqual(new Map(moved as [number, string][]))
  synced.session.changes.revert(setId)
  await isAsBefore()
})

describe('a rename that is asked about half way', () => {
  const ask = async () => {
    synced.session.changes.retry(open().map(({ id }) => id))
    await synced.settled()
    expect(open()).toMatchObject([{ state: 'conflict' }])
    return open()[0]!.id
  }
  const dearer = (all: readonly Entry[]) =>
    all.map((option) => ({
      ...option,
      choices: choicesOf(option).map((choice) =>
        choice['text'] === 'Sand' ? { ...choice, priceModifier: 4 } : choice,
      ),
    }))
  const priced = (all: readonly Entry[]) =>
    all.map((option) => [option['name'], choicesOf(option).map(({ text, priceModifier }) => [text, priceModifier])])

  it('is gone from the store where its owner keeps what others made of it', async () => {
    await halfRefused(inOtherNames({ Sand: 'Dune' }))
    await synced.control('POST', `/products/${mug.ecwidId}`, { options: dearer(await inStore()) })
    synced.session.changes.resolve([await ask()], { take: 'theirs' })
    expect(priced(options())).toEqual(priced(dearer(before.options)))
    expect(shown()).toEqual(before.variations)
    synced.skip(10_000)
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(await madeOf()).toEqual(before.variations)
    expect(shown()).toEqual(before.variations)
    expect(priced(await inStore())).toEqual(priced(dearer(before.options)))
  })

  it('is asked about again where that is undone before it is sent', async () => {
    await halfRefused(inOtherNames({ Sand: 'Dune' }))
    await synced.control('POST', `/products/${mug.ecwidId}`, { options: dearer(await inStore()) })
    const asked = await ask()
    const now = await inStore()
    synced.session.changes.resolve([asked], { take: 'theirs' })
    synced.session.changes.undecide([asked])
    synced.skip(10_000)
    await synced.settled()
    expect(open()).toMatchObject([{ id: asked, state: 'conflict' }])
    expect(await inStore()).toEqual(now)
    synced.session.changes.resolve([asked], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(here().state).toBe('synced')
    const moved = [...before.variations].map(([id, label]) => [id, label.replace('Sand', 'Dune')])
    expect(await madeOf()).toEqual(new Map(moved as [number, string][]))
  })
})
