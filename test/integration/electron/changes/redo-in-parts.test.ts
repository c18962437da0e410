import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lastRedoable } from '../../../../electron/changes/views'
import type { Operation } from '../../../../electron/shared/change'
import { meanwhile } from '../../../support/meanwhile'
import { openMugs } from './catalogue-of-mugs'
import { createStarts } from './starts'

const sent = 300
const many = 600

let mugs: ReturnType<typeof openMugs>
let productIds: number[]
let setId: number
let revertSetId: number | null
/** Each product was made dearer, the first half in the store, and all of it was undone; the undo waits. */
beforeEach(async () => {
  mugs = openMugs()
  mugs.catalogue.transaction(() => {
    productIds = Array.from({ length: many }, (_, at) => mugs.put(at + 1))
    const operations = productIds.map((productId): Operation => ({ kind: 'update', productId, fields: { price: 12 } }))
    setId = mugs.apply(...operations).changeSetId!
    for (const productId of productIds.slice(0, sent)) mugs.sendAll(productId, { price: 12 })
  })
  revertSetId = (await mugs.changes.revertInParts(setId)).changeSetId
})
const starts = createStarts(() => mugs)
afterEach(async () => {
  await starts.stop()
  mugs.close()
})

const dear = () => mugs.catalogue.search({ priceFrom: 12 }, 0, 1).total
const redoable = async () => (await lastRedoable(mugs.catalogue))?.set.id ?? null
const undone = () => ({ setId, revertSetId })
const ownSets = () =>
  mugs.catalogue.changes.list('all', undefined, 0, 10).sets.filter(({ source }) => source === 'form')

describe('a large change set that was undone', () => {
  it('is done again as one set, and what else is asked meanwhile is answered', async () => {
    expect(dear()).toBe(0)
    const work = mugs.changes.redoInParts(undone())
    const found = await meanwhile(work, dear)
    const { changeSetId } = await work
    expect(found.some((count) => count > 0 && count < many)).toBe(true)
    expect(dear()).toBe(many)
    expect(mugs.catalogue.changes.findSet(changeSetId!)).toMatchObject({ source: 'form', label: { code: 'redo' } })
    // What the undo had not sent yet is taken back, what it had taken out of the queue waits again.
    expect(mugs.catalogue.changes.statesOf(revertSetId!)).toEqual({ 'taken-back': sent })
    expect(mugs.catalogue.changes.statesOf(changeSetId!)).toEqual({ waiting: many - sent })
  })

  it('is done again from what is in the store by now', async () => {
    mugs.catalogue.transaction(() => productIds.slice(0, sent).forEach((id) => mugs.sendAll(id, { price: 10 })))
    const { changeSetId } = await mugs.changes.redoInParts(undone())
    expect(dear()).toBe(many)
    expect(mugs.catalogue.changes.statesOf(changeSetId!)).toEqual({ waiting: many })
    await mugs.changes.revertInParts(changeSetId!)
    expect(dear()).toBe(0)
  })

  it('is gone on with at the next start, in one set and nothing twice; nothing of the undo leaves meanwhile', async () => {
    mugs.catalogue.transaction(() => productIds.slice(0, 50).forEach((id) => mugs.sendAll(id, { price: 10 })))
    await expect(starts.failing().redoInParts(undone())).rejects.toThrow('The disk is gone.')
    expect(dear()).toBeLessThan(many)
    expect(mugs.catalogue.changes.statesOf(revertSetId!).waiting).toBeUndefined()
    starts.start().resume()
    await expect.poll(dear).toBe(many)
    expect(ownSets()).toHaveLength(2)
    expect(productIds.map((id) => mugs.openOf(id).length)).toEqual([
      ...Array(50).fill(1),
      ...Array(sent - 50).fill(0),
      ...Array(many - sent).fill(1),
    ])
  })

  it('stops between two slices when the store is closed', async () => {
    const work = mugs.changes.redoInParts(undone())
    await mugs.changes.stop()
    await work
    expect(dear()).toBeLessThan(many)
    starts.start().resume()
    await expect.poll(dear).toBe(many)
  })

  it('leaves what was undone before it to be done again', async () => {
    await mugs.changes.redoInParts(undone())
    const other = mugs.apply({ kind: 'update', productId: productIds[0]!, fields: { name: 'Cup' } }).changeSetId!
    mugs.changes.revert(other)
    const all = await mugs.changes.revertInParts(ownSets().find(({ label }) => label.code === 'redo')!.id)
    expect(await redoable()).not.toBe(other)
    await mugs.changes.redoInParts({ setId: (await redoable())!, revertSetId: all.changeSetId })
    expect(dear()).toBe(many)
    expect(await redoable()).toBe(other)
  })

  it('is undone in one step while it is done again', async () => {
    const work = mugs.changes.redoInParts(undone())
    while (dear() <= sent) await setImmediate()
    expect(dear()).toBeLessThan(many)
    const again = ownSets().find(({ label }) => label.code === 'redo')!
    await Promise.all([work, mugs.changes.revertInParts(again.id)])
    expect(dear()).toBeLessThanOrEqual(sent)
    expect(productIds.slice(sent).flatMap((id) => mugs.openOf(id))).toEqual([])
  })
})

it('hundreds of categories made together go back and come again as well', async () => {
  const names = Array.from({ length: 250 }, (_, n) => `Shelf ${n}`)
  const made = mugs.apply(...names.map((name): Operation => ({ kind: 'category.create', name, parentId: 0 })))
  const categories = () => mugs.catalogue.categories.list().length
  expect(categories()).toBe(names.length)
  const undo = await mugs.changes.revertInParts(made.changeSetId!)
  expect(categories()).toBe(0)
  await mugs.changes.redoInParts({ setId: made.changeSetId!, revertSetId: undo.changeSetId })
  expect(categories()).toBe(names.length)
})
