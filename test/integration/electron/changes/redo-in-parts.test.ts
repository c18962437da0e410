import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createChanges } from '../../../../electron/changes/changes'
import { lastRedoable } from '../../../../electron/changes/views'
import type { Operation } from '../../../../electron/shared/change'
import { openMugs } from './catalogue-of-mugs'

const sent = 300
const many = 600

/** On a machine that is busy. */
const patient = { timeout: 25_000, interval: 20 }

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
afterEach(async () => {
  await Promise.all(opened.splice(0).map((changes) => changes.stop()))
  mugs.close()
})

const dear = () => mugs.catalogue.search({ priceFrom: 12 }, 0, 1).total
const redoable = () => lastRedoable(mugs.catalogue)?.set.id ?? null
const undone = () => ({ setId, revertSetId })
const opened: ReturnType<typeof createChanges>[] = []
function changesOn(tell: () => void) {
  const changes = createChanges({
    catalogue: mugs.catalogue,
    now: () => 1_000_000,
    onChanged: tell,
    logError: console.error,
  })
  opened.push(changes)
  return changes
}
const dying = () =>
  changesOn(() => {
    throw new Error('The power goes.')
  })
const ownSets = () =>
  mugs.catalogue.changes.list('all', undefined, 0, 10).sets.filter(({ source }) => source === 'form')

describe('a large change set that was undone', () => {
  it('is done again as one set, and what else is asked meanwhile is answered', async () => {
    expect(dear()).toBe(0)
    const work = mugs.changes.redoInParts(undone())
    const found: number[] = []
    let isDone = false
    const ended = work.finally(() => (isDone = true))
    while (!isDone) {
      found.push(dear())
      await setImmediate()
    }
    const { changeSetId } = await ended
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
    await expect(dying().redoInParts(undone())).rejects.toThrow('The power goes.')
    expect(dear()).toBeLessThan(many)
    expect(mugs.catalogue.changes.statesOf(revertSetId!).waiting).toBeUndefined()
    changesOn(() => {}).resume()
    await expect.poll(dear, patient).toBe(many)
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
    changesOn(() => {}).resume()
    await expect.poll(dear, patient).toBe(many)
  })

  it('leaves what was undone before it to be done again', async () => {
    await mugs.changes.redoInParts(undone())
    const other = mugs.apply({ kind: 'update', productId: productIds[0]!, fields: { name: 'Cup' } }).changeSetId!
    mugs.changes.revert(other)
    const all = await mugs.changes.revertInParts(ownSets().find(({ label }) => label.code === 'redo')!.id)
    expect(redoable()).not.toBe(other)
    await mugs.changes.redoInParts({ setId: redoable()!, revertSetId: all.changeSetId })
    expect(dear()).toBe(many)
    expect(redoable()).toBe(other)
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
