import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { previewRevert } from '../../../../electron/changes/revert-preview'
import { lastUndoable } from '../../../../electron/changes/views'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
let first: number
let second: number
beforeEach(() => {
  mugs = openMugs()
  first = mugs.put(1)
  second = mugs.put(2)
})
afterEach(() => mugs.close())

/** Both prices to 12, in the store. */
function sentPrices(): number {
  const { changeSetId } = mugs.apply(
    { kind: 'update', productId: first, fields: { price: 12 } },
    { kind: 'update', productId: second, fields: { price: 12, quantity: 10 } },
  )
  mugs.sendAll(first, { price: 12 })
  mugs.sendAll(second, { price: 12, quantity: 10 })
  return changeSetId!
}
const waiting = () => [...mugs.openOf(first), ...mugs.openOf(second)]
const preview = (setId: number) =>
  previewRevert(mugs.catalogue, { changeSetId: setId, offset: 0, limit: 500 }).map(
    ({ productId, field, before, after, standing }) => ({
      of: productId === first ? 'first' : 'second',
      field,
      before,
      after,
      standing,
    }),
  )

describe('the preview of a revert', () => {
  it('says for each change what it would do now, and what changed since', () => {
    const setId = sentPrices()
    mugs.put(1, { price: 13 })
    mugs.put(2, { price: 12, quantity: 8 })
    expect(preview(setId)).toEqual([
      { of: 'first', field: 'price', before: 13, after: 10, standing: 'moved' },
      { of: 'second', field: 'price', before: 12, after: 10, standing: 'clean' },
      // Six were added, two were sold since: six go off again.
      { of: 'second', field: 'quantity', before: 8, after: 2, standing: 'clean' },
    ])
  })

  it('leaves out of the work what is as it was before already', () => {
    const setId = sentPrices()
    mugs.put(1, { price: 10 })
    expect(preview(setId)[0]).toMatchObject({ standing: 'done' })
  })
})

describe('a revert in parts', () => {
  it('takes back only what was chosen; the rest can follow later', () => {
    const setId = sentPrices()
    const [one, two] = previewRevert(mugs.catalogue, { changeSetId: setId, offset: 0, limit: 500 })
    mugs.changes.revert(setId, { changeIds: [one!.changeId] })
    expect(waiting()).toMatchObject([
      { productId: first, field: 'price', before: 12, after: 10, reverts: one!.changeId },
    ])
    expect(
      previewRevert(mugs.catalogue, { changeSetId: setId, offset: 0, limit: 500 }).map(({ standing }) => standing),
    ).toEqual(['done', 'clean', 'clean'])
    mugs.changes.revert(setId, { changeIds: [two!.changeId] })
    expect(waiting()).toHaveLength(2)
  })

  it('leaves the rest to the next undo, before any older set', async () => {
    mugs.apply({ kind: 'update', productId: first, fields: { name: 'Beaker' } })
    mugs.sendAll(first, { name: 'Beaker' })
    const setId = sentPrices()
    const [one] = mugs.catalogue.changes.ofSet(setId)
    mugs.changes.revert(setId, { choice: { except: [one!.id], also: [] } })
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(setId)
    mugs.changes.revert(setId)
    expect(mugs.openOf(first)).toMatchObject([{ field: 'price', reverts: one!.id }])
    expect((await lastUndoable(mugs.catalogue))?.id).not.toBe(setId)
  })

  it('of something changed since goes over it, because it was looked at', () => {
    const setId = sentPrices()
    mugs.put(1, { price: 13 })
    const [one] = previewRevert(mugs.catalogue, { changeSetId: setId, offset: 0, limit: 500 })
    mugs.changes.revert(setId, { changeIds: [one!.changeId] })
    expect(mugs.openOf(first)).toMatchObject([{ before: 13, after: 10 }])
  })

  it('asked for as a whole without a look becomes a question where something changed since', () => {
    const setId = sentPrices()
    mugs.put(1, { price: 13 })
    mugs.changes.revert(setId)
    expect(mugs.openOf(first)).toMatchObject([{ before: 12, after: 10 }])
  })

  it('of what still waits takes it out of the queue', () => {
    const { changeSetId } = mugs.apply({ kind: 'update', productId: first, fields: { price: 12, name: 'Beaker' } })
    const price = previewRevert(mugs.catalogue, { changeSetId: changeSetId!, offset: 0, limit: 500 }).find(
      ({ field }) => field === 'price',
    )
    expect(price).toMatchObject({ standing: 'waiting', before: 12, after: 10 })
    mugs.changes.revert(changeSetId!, { changeIds: [price!.changeId] })
    expect(waiting()).toMatchObject([{ field: 'name' }])
  })

  it('waits while the change is on the wire', () => {
    const { changeSetId } = mugs.apply({ kind: 'update', productId: first, fields: { price: 12 } })
    mugs.catalogue.changes.update(waiting()[0]!.id, { state: 'sending' })
    expect(() => mugs.changes.revert(changeSetId!)).toThrow(/on its way/)
  })
})

describe('what a set that goes back is called', () => {
  const labelOf = (setId: number | null) => mugs.catalogue.changes.findSet(setId!)?.label
  const test = { code: 'text', text: 'Test' }

  it('an undo of what it undoes, and an undo of that does it again', () => {
    const { changeSetId: undone } = mugs.changes.revert(sentPrices())
    expect(labelOf(undone)).toEqual({ code: 'undo', of: test, only: null })
    mugs.sendAll(first, { price: 10 })
    mugs.sendAll(second, { price: 10, quantity: 4 })
    const { changeSetId: again } = mugs.changes.revert(undone!)
    expect(labelOf(again)).toEqual({ code: 'redo', of: test })
  })

  it('names the product when it is the only one of several', () => {
    const setId = sentPrices()
    const [one] = previewRevert(mugs.catalogue, { changeSetId: setId, offset: 0, limit: 500 })
    const { changeSetId } = mugs.changes.revert(setId, { changeIds: [one!.changeId] })
    expect(labelOf(changeSetId)).toEqual({ code: 'undo', of: test, only: 'Mug 1' })
  })
})

describe('undo and redo', () => {
  it('go back through what this person did, newest first', async () => {
    const one = sentPrices()
    const { changeSetId: two } = mugs.apply({ kind: 'update', productId: first, fields: { name: 'Beaker' } })
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(two)
    mugs.changes.revert(two!)
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(one)
    mugs.changes.revert(one)
    expect(await lastUndoable(mugs.catalogue)).toBeNull()
  })

  it('pass over what is as it was before already', async () => {
    const one = sentPrices()
    const { changeSetId: two } = mugs.apply({ kind: 'update', productId: first, fields: { name: 'Beaker' } })
    mugs.sendAll(first, { price: 12, name: 'Beaker' })
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(two)
    // Somebody gave it its old name back.
    mugs.put(1, { price: 12 })
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(one)
  })

  it('pass over what cannot go back, and say so when nothing else is left', async () => {
    const one = sentPrices()
    const { changeSetId: two } = mugs.apply({ kind: 'update', productId: first, fields: { name: 'Beaker' } })
    mugs.sendAll(first, { price: 12, name: 'Beaker' })
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(two)
    mugs.catalogue.products.remove(first)
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(one)
    mugs.put(2, { price: 10, quantity: 4 })
    mugs.catalogue.products.remove(second)
    expect(await lastUndoable(mugs.catalogue)).toBeNull()
  })

  it('stay with what is on its way', async () => {
    sentPrices()
    const { changeSetId: two } = mugs.apply({ kind: 'update', productId: first, fields: { name: 'Beaker' } })
    mugs.catalogue.changes.update(mugs.openOf(first)[0]!.id, { state: 'sending' })
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(two)
  })

  it('do again what was taken out of the queue, also a new product', async () => {
    const { changeSetId } = mugs.apply({ kind: 'create', fields: { name: 'Candle', price: 3 } })
    const { changeSetId: revertSetId } = mugs.changes.revert(changeSetId!)
    expect(revertSetId).toBeNull()
    expect(mugs.catalogue.search({ text: 'candle' }, 0, 1).total).toBe(0)
    const again = mugs.changes.redo({ setId: changeSetId!, revertSetId })
    expect(mugs.catalogue.search({ text: 'candle' }, 0, 1).rows).toMatchObject([{ name: 'Candle', price: 3 }])
    expect((await lastUndoable(mugs.catalogue))?.id).toBe(again.changeSetId)
  })

  it('do again as one what was sent in part, and undo it as one', () => {
    const { changeSetId } = mugs.apply(
      { kind: 'update', productId: first, fields: { price: 12 } },
      { kind: 'update', productId: second, fields: { price: 13 } },
    )
    mugs.sendAll(first, { price: 12 })
    const { changeSetId: revertSetId } = mugs.changes.revert(changeSetId!)
    mugs.sendAll(first, { price: 10 })
    const again = mugs.changes.redo({ setId: changeSetId!, revertSetId })
    expect(mugs.openOf(first)).toMatchObject([{ after: 12, setId: again.changeSetId }])
    expect(mugs.openOf(second)).toMatchObject([{ after: 13, setId: again.changeSetId }])
    mugs.changes.revert(again.changeSetId!)
    expect(waiting()).toEqual([])
  })

  it('do again what was in the store, and undo that again', async () => {
    const setId = sentPrices()
    const { changeSetId: revertSetId } = mugs.changes.revert(setId)
    mugs.sendAll(first, { price: 10 })
    mugs.sendAll(second, { price: 10, quantity: 4 })
    const { changeSetId } = mugs.changes.redo({ setId, revertSetId })
    expect(mugs.openOf(first)).toMatchObject([{ before: 10, after: 12 }])
    expect(await lastUndoable(mugs.catalogue)).toMatchObject({
      id: changeSetId,
      label: { code: 'redo', of: { text: 'Test' } },
    })
  })
})
