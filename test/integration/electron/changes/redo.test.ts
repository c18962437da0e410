import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lastRedoable } from '../../../../electron/changes/views'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
let first: number
beforeEach(() => {
  mugs = openMugs()
  first = mugs.put(1)
})
afterEach(() => mugs.close())

const renamed = (name: string): number =>
  mugs.apply({ kind: 'update', productId: first, fields: { name } }).changeSetId!
const nameNow = () => mugs.catalogue.search({}, 0, 1).rows[0]?.name
const undo = () => mugs.changes.revert(mugs.catalogue.changes.lastUndoable()!.id)
const redoable = () => lastRedoable(mugs.catalogue)
async function redo(): Promise<void> {
  const { set, revertSetId } = (await redoable())!
  mugs.changes.redo({ setId: set.id, revertSetId })
}

describe('what can be done again', () => {
  it('is nothing before something was taken back', async () => {
    expect(await redoable()).toBeNull()
    renamed('Cup')
    expect(await redoable()).toBeNull()
  })

  it('is what was taken back last, step by step, there and back again', async () => {
    for (const name of ['Cup', 'Bowl', 'Vase']) renamed(name)
    undo()
    undo()
    expect(nameNow()).toBe('Cup')
    await redo()
    expect(nameNow()).toBe('Bowl')
    undo()
    expect(nameNow()).toBe('Cup')
    await redo()
    await redo()
    expect(nameNow()).toBe('Vase')
    expect(await redoable()).toBeNull()
    undo()
    undo()
    undo()
    expect(nameNow()).toBe('Mug 1')
    for (const name of ['Cup', 'Bowl', 'Vase']) {
      await redo()
      expect(nameNow()).toBe(name)
    }
  })

  it('is also what was in the store already, and what is on its way back', async () => {
    renamed('Cup')
    mugs.sendAll(first, { name: 'Cup' })
    const { changeSetId: revertSetId } = undo()
    expect(await redoable()).toMatchObject({ set: { label: { code: 'text', text: 'Test' } }, revertSetId })
    await redo()
    expect(nameNow()).toBe('Cup')
    undo()
    mugs.sendAll(first, { name: 'Mug 1' })
    await redo()
    expect(nameNow()).toBe('Cup')
    expect(await redoable()).toBeNull()
  })

  it('ends when something new is done, and does not come back with its undo', async () => {
    renamed('Cup')
    undo()
    const bowl = renamed('Bowl')
    expect(await redoable()).toBeNull()
    undo()
    expect((await redoable())?.set.id).toBe(bowl)
    await redo()
    expect(nameNow()).toBe('Bowl')
    expect(await redoable()).toBeNull()
  })

  it('is not ended by what others change in the store', async () => {
    renamed('Cup')
    undo()
    const before = mugs.catalogue.changes.insertSet({
      source: 'pull',
      label: { code: 'by-others' },
      createdAt: 0,
      revertOf: null,
    })
    expect((await redoable())?.set.id).toBeLessThan(before)
  })

  it('is not what was done again by another way', async () => {
    renamed('Cup')
    mugs.sendAll(first, { name: 'Cup' })
    const { changeSetId: revertSetId } = undo()
    mugs.sendAll(first, { name: 'Mug 1' })
    mugs.changes.revert(revertSetId!)
    expect(await redoable()).toBeNull()
    expect(nameNow()).toBe('Cup')
  })

  it('passes over what is about a product that is not here any more', async () => {
    const second = mugs.put(2)
    mugs.apply({ kind: 'update', productId: second, fields: { name: 'Bowl' } })
    const cup = renamed('Cup')
    undo()
    undo()
    mugs.catalogue.products.remove(second)
    expect((await redoable())?.set.id).toBe(cup)
    await redo()
    expect(nameNow()).toBe('Cup')
    expect(await redoable()).toBeNull()
  })

  it('passes over what others have done again', async () => {
    renamed('Cup')
    mugs.sendAll(first, { name: 'Cup' })
    const { changeSetId: dearer } = mugs.apply({ kind: 'update', productId: first, fields: { price: 12 } })
    undo()
    undo()
    mugs.sendAll(first, { name: 'Mug 1' })
    mugs.put(1, { name: 'Cup', updateTimestamp: 200 })
    expect((await redoable())?.set.id).toBe(dearer)
  })

  it('is a whole set of hundreds too', async () => {
    for (let id = 2; id <= 250; id++) mugs.put(id)
    const ids = Array.from({ length: 250 }, (_, at) => first + at)
    const { changeSetId } = mugs.apply(
      ...ids.map((productId) => ({ kind: 'update' as const, productId, fields: { price: 12 } })),
    )
    await mugs.changes.revertInParts(changeSetId!)
    expect(await redoable()).toMatchObject({ set: { id: changeSetId, productCount: 250 }, revertSetId: null })
    await redo()
    expect(mugs.openOf(ids[249]!)).toMatchObject([{ before: 10, after: 12 }])
  })
})
