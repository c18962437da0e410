import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { choicesOf, pairsOf, renamedTo, type Variation } from '../../../support/a-mug-with-options'
import { onTheWeb } from '../../../support/on-the-web'
import { makeVaried } from '../../../support/varied/made'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

// Options have no ids: what was renamed since goes back to its name, and the variations with it.

let bench: PutBackBench
let id: number
let ecwidId: number
beforeEach(async () => {
  bench = await openPutBackBench({ products: 3 })
  const row = bench.shop.catalogue
    .search({ sort: 'NAME_ASC' }, 0, 20)
    .rows.find(({ variationCount }) => variationCount === 0)!
  ;[id, ecwidId] = [row.id, row.ecwidId!]
  await makeVaried(bench.shop.store, ecwidId)
  await bench.shop.pull()
  await bench.take()
})
afterEach(() => bench.close())

const here = () => bench.shop.session.product(id)
const remote = () => bench.shop.remote(ecwidId)
const inStore = async () => {
  const { options, combinations } = await remote()
  const named = (options as Entry[]).map((each) => [each['name'], choicesOf(each).map(({ text }) => text)])
  return { options: named, variations: pairsOf(combinations as Variation[]) }
}
const save = (edit: (option: Entry) => Entry) =>
  bench.done({
    kind: 'update',
    productId: id,
    fields: { options: here().fields.options.map((option) => edit(option)) },
    base: here().fields,
  })
const renameOption = (was: string, name: string) =>
  save((option) => (option['name'] === was ? renamedTo(option, name) : option))
const renameChoice = (was: string, text: string) =>
  save((option) => ({
    ...option,
    choices: choicesOf(option).map((each) => (each['text'] === was ? { ...each, text, formerly: [was] } : each)),
  }))
const open = () => bench.shop.catalogue.changes.allOpen(20).map(({ state, reason }) => [state, reason?.sentence])

async function isBackAs(before: Awaited<ReturnType<typeof inStore>>) {
  expect(await inStore()).not.toEqual(before)
  expect(await bench.putBack()).toMatchObject({ products: 1, refused: 0 })
  await bench.applied()
  expect(open()).toEqual([])
  expect(await inStore()).toEqual(before)
}

describe('what was renamed here since', () => {
  it('an option', async () => {
    const before = await inStore()
    await renameOption('Size', 'Format')
    await isBackAs(before)
  })

  it('an option, twice, and one of its choices between', async () => {
    const before = await inStore()
    await renameOption('Size', 'Format')
    await renameChoice('Small', 'Tiny')
    await renameOption('Format', 'Extent')
    await isBackAs(before)
  })

  it('choices, of which one has the name that was the other’s', async () => {
    const before = await inStore()
    await renameChoice('Small', 'Medium')
    await renameChoice('Large', 'Small')
    await isBackAs(before)
  })

  it('a choice of which nothing was made then', async () => {
    const all = (await remote())['combinations'] as Variation[]
    const red = all.find(({ options }) => options.every(({ value }) => value !== 'Small'))!
    await onTheWeb(bench.shop.store, 'DELETE', `/products/${ecwidId}/combinations/${red.id}`)
    await bench.shop.pull()
    await bench.take()
    await renameChoice('Large', 'Huge')
    const options = [
      { name: 'Size', value: 'Huge' },
      { name: 'Color', value: 'Red' },
    ]
    await bench.done({ kind: 'variation.add', productId: id, options, fields: { sku: 'H-R' } })
    expect(await bench.putBack()).toMatchObject({ products: 1, refused: 0 })
    await bench.applied()
    expect(open()).toEqual([])
    expect(Object.values((await inStore()).variations)).toContainEqual(['Size: Large', 'Color: Red'])
  })

  it('a choice, before the rename is sent', async () => {
    const before = await inStore()
    bench.shop.session.changes.holdAll(true)
    await renameChoice('Small', 'Tiny')
    await bench.putBack()
    await bench.bulk.applied()
    bench.shop.session.changes.holdAll(false)
    bench.shop.skip(60_000)
    await bench.shop.settled()
    expect(open()).toEqual([])
    expect(await inStore()).toEqual(before)
  })
})

describe('what others renamed since', () => {
  const renameThere = async (was: string, is: string) => {
    const { options, combinations } = await remote()
    const named = (text: unknown) => (text === was ? is : text)
    const saved = (options as Entry[]).map((option) => ({
      ...option,
      name: named(option['name']),
      choices: choicesOf(option).map((each) => ({ ...each, text: named(each['text']) })),
    }))
    const both = [...(options as Entry[]), ...saved.filter(({ name }) => name === is)].map((option) => {
      const own = saved.find(({ name }) => name === option['name'])
      return { ...option, choices: [...choicesOf(option), ...choicesOf(own).filter(({ text }) => text === is)] }
    })
    await bench.shop.control('POST', `/products/${ecwidId}`, { options: both })
    for (const variation of combinations as Variation[]) {
      const pairs = variation.options.map(({ name, value }) => ({ name: named(name), value: named(value) }))
      await onTheWeb(
        bench.shop.store,
        'PUT',
        `/products/${ecwidId}/combinations/${variation.id}`,
        JSON.stringify({ options: pairs }),
      )
    }
    await bench.shop.control('POST', `/products/${ecwidId}`, { options: saved })
    await bench.shop.pull()
  }

  it.each([
    ['an option', 'Size', 'Format'],
    ['a choice', 'Small', 'Tiny'],
  ])('%s goes back with what is made of it', async (_, was, is) => {
    const before = await inStore()
    await renameThere(was, is)
    await isBackAs(before)
  })

  it('and what nobody can know is asked', async () => {
    const all = (await remote())['combinations'] as Variation[]
    for (const each of all) await onTheWeb(bench.shop.store, 'DELETE', `/products/${ecwidId}/combinations/${each.id}`)
    await bench.shop.pull()
    await bench.take()
    const { options } = await remote()
    const saved = (options as Entry[]).map((each) => (each['name'] === 'Size' ? { ...each, name: 'Format' } : each))
    await bench.shop.control('POST', `/products/${ecwidId}`, { options: saved })
    await makeOne([
      { name: 'Format', value: 'Small' },
      { name: 'Color', value: 'Red' },
    ])
    await bench.shop.pull()
    await bench.putBack()
    await bench.applied()
    expect(open()).toMatchObject([['conflict', { says: 'options-still-used' }]])
  })

  const makeOne = (options: { name: string; value: string }[]) =>
    onTheWeb(bench.shop.store, 'POST', `/products/${ecwidId}/combinations`, JSON.stringify({ options }))
})
