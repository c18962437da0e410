import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { previewRevert } from '../../../../electron/changes/revert-preview'
import { openMugs } from './catalogue-of-mugs'

// Undo of an earlier edit whose thing was edited again since. What stands there may be this person's own doing, or somebody else's.

let mugs: ReturnType<typeof openMugs>
let mug: number
/** What the store has. */
let stored: Record<string, unknown>
beforeEach(() => {
  mugs = openMugs()
  stored = { price: 10, attributes: [attribute(1, 'a'), attribute(2, 'b')] }
  mug = mugs.put(1, stored)
})
afterEach(() => mugs.close())

const attribute = (id: number, value: string) => ({ id, name: `Attribute ${id}`, value })
const sent = (fields: object, as: object = fields): number => {
  const { changeSetId } = mugs.apply({ kind: 'update', productId: mug, fields })
  stored = { ...stored, ...as }
  mugs.sendAll(mug, stored)
  return changeSetId!
}
const byOthers = (fields: object) => {
  stored = { ...stored, ...fields, updateTimestamp: 200 }
  mugs.put(1, stored)
}
const standing = (changeSetId: number) =>
  previewRevert(mugs.catalogue, { changeSetId, offset: 0, limit: 10 }).map((entry) => entry.standing)
const open = () => mugs.openOf(mug).map(({ before, after }) => ({ before, after }))

describe('with a later edit of their own on top', () => {
  it('says in the preview that it was changed since', () => {
    const first = sent({ price: 11 })
    sent({ price: 12 })
    expect(standing(first)).toEqual(['moved'])
  })

  it('goes back from what stands there, without a question', () => {
    const first = sent({ price: 11 })
    sent({ price: 12 })
    mugs.changes.revert(first)
    expect(open()).toEqual([{ before: 12, after: 10 }])
  })

  it('goes back from what is still on its way', () => {
    const first = sent({ price: 11 })
    mugs.apply({ kind: 'update', productId: mug, fields: { price: 12 } })
    mugs.changes.revert(first)
    expect(open()).toEqual([
      { before: 11, after: 12 },
      { before: 12, after: 10 },
    ])
  })

  it('goes back from what an undo of theirs has left', () => {
    const first = sent({ price: 11 })
    const second = sent({ price: 12 })
    mugs.changes.revert(first)
    mugs.sendAll(mug, { ...stored, price: 10 })
    mugs.changes.revert(second)
    expect(open()).toEqual([{ before: 10, after: 11 }])
  })

  it('goes back in its own part only of what has parts', () => {
    const of = (one: string, two: string) => ({ attributes: { 1: one, 2: two } })
    const as = (one: string, two: string) => ({ attributes: [attribute(1, one), attribute(2, two)] })
    const first = sent(of('a1', 'b'), as('a1', 'b'))
    sent(of('a2', 'b2'), as('a2', 'b2'))
    mugs.changes.revert(first)
    expect(open()).toEqual([{ before: { 1: 'a2', 2: 'b2' }, after: { 1: 'a', 2: 'b2' } }])
  })
})

describe('with an edit of others on top', () => {
  it('is asked about', () => {
    const first = sent({ price: 11 })
    sent({ price: 12 })
    byOthers({ price: 13 })
    mugs.changes.revert(first)
    expect(open()).toEqual([{ before: 11, after: 10 }])
  })

  it('is asked about, though this person edited another part since', () => {
    const first = sent({ attributes: { 1: 'a1', 2: 'b' } }, { attributes: [attribute(1, 'a1'), attribute(2, 'b')] })
    byOthers({ attributes: [attribute(1, 'a9'), attribute(2, 'b')] })
    sent({ attributes: { 1: 'a9', 2: 'b2' } }, { attributes: [attribute(1, 'a9'), attribute(2, 'b2')] })
    mugs.changes.revert(first)
    expect(open()).toEqual([{ before: { 1: 'a1', 2: 'b' }, after: { 1: 'a', 2: 'b' } }])
  })

  it('is not, once it was chosen with that in sight', () => {
    const first = sent({ price: 11 })
    byOthers({ price: 13 })
    const [entry] = previewRevert(mugs.catalogue, { changeSetId: first, offset: 0, limit: 10 })
    mugs.changes.revert(first, { choice: { except: [], also: [entry!.changeId] } })
    expect(open()).toEqual([{ before: 13, after: 10 }])
  })
})
