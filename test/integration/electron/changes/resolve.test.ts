import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decisionRestMs } from '../../../../electron/changes/resolve'
import { listConflicts } from '../../../../electron/changes/views'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
beforeEach(() => {
  mugs = openMugs()
})
afterEach(() => mugs.close())

const page = () => listConflicts(mugs.catalogue, { offset: 0, limit: 100 })
const due = (at: number) => mugs.catalogue.changes.dueAt(at, { quick: true, limit: 100 }).map(({ id }) => id)

function conflictAbout(ecwidId: number, price: number, theirs: number): number {
  const id = mugs.put(ecwidId)
  mugs.apply({ kind: 'update', productId: id, fields: { price } })
  mugs.put(ecwidId, { price: theirs })
  mugs.conflict(mugs.openOf(id)[0], theirs)
  return id
}
/** The length was changed on both sides, the height in the store alone. */
function conflictAboutSizes(): number {
  const id = mugs.put(1, { dimensions: { length: 1, width: 1, height: 1 } })
  mugs.apply({ kind: 'update', productId: id, fields: { dimensions: { length: 2, width: 1, height: 1 } } })
  const theirs = { length: 3, width: 1, height: 9 }
  mugs.put(1, { dimensions: theirs })
  mugs.conflict(mugs.openOf(id)[0], theirs)
  return id
}

describe('conflicts', () => {
  it('show where both sides started, mine and theirs, and how many there are of a kind', () => {
    conflictAbout(1, 12, 13)
    conflictAbout(2, 14, 15)
    expect(page()).toMatchObject({
      total: 2,
      kinds: [{ kind: { thing: 'product', list: null, field: 'price', verb: 'set' }, count: 2 }],
      conflicts: [
        { before: 10, after: 12, theirs: 13, productName: 'Mug 1' },
        { before: 10, after: 14, theirs: 15 },
      ],
    })
  })

  it('are read from the one that a page began with, wherever it stands by now', () => {
    const products = Array.from({ length: 7 }, (_, at) => conflictAbout(at + 1, 12, 13))
    const paged = (asked: { offset: number; from?: number }) => {
      const { total, offset, conflicts } = listConflicts(mugs.catalogue, { ...asked, limit: 3 })
      return { total, offset, names: conflicts.map(({ productName }) => productName) }
    }
    const second = listConflicts(mugs.catalogue, { offset: 3, limit: 3 })
    expect(second).toMatchObject({ offset: 3, conflicts: [{ productName: 'Mug 4' }, {}, {}] })
    const from = second.conflicts[0]!.id
    const letGo = (at: number) => mugs.changes.resolve([mugs.openOf(products[at]!)[0]!.id], { take: 'theirs' })
    letGo(0)
    letGo(1)
    expect(paged({ offset: 3, from })).toEqual({ total: 5, offset: 1, names: ['Mug 4', 'Mug 5', 'Mug 6'] })
    // It went itself: the page begins with what followed it.
    letGo(3)
    expect(paged({ offset: 3, from })).toEqual({ total: 4, offset: 1, names: ['Mug 5', 'Mug 6', 'Mug 7'] })
    // Everything from there on went: the last page that there is.
    for (const at of [4, 5, 6]) letGo(at)
    expect(paged({ offset: 3, from })).toEqual({ total: 1, offset: 0, names: ['Mug 3'] })
    letGo(2)
    expect(paged({ offset: 3, from })).toEqual({ total: 0, offset: 0, names: [] })
  })

  it('of several edits of one field are one question, from the first to the last', () => {
    const id = mugs.put(1)
    mugs.apply({ kind: 'update', productId: id, fields: { price: 11 } })
    mugs.apply({ kind: 'update', productId: id, fields: { price: 12 } })
    for (const change of mugs.openOf(id)) mugs.conflict(change, 20)
    expect(page().conflicts).toMatchObject([{ before: 10, after: 12, theirs: 20 }])
    expect(page().total).toBe(1)
    // Whatever counts them says the same.
    expect(mugs.catalogue.changes.toDecide(2)).toBe(1)
    mugs.changes.resolve([page().conflicts[0]!.id], { take: 'mine' })
    expect(mugs.openOf(id)).toMatchObject([{ state: 'waiting', before: 20, after: 12 }])
  })

  it('take a third value, checked like any other', () => {
    const id = conflictAbout(1, 12, 13)
    const [conflict] = page().conflicts
    expect(() => mugs.changes.resolve([conflict!.id], { take: 'value', value: -1 })).toThrow(/price/i)
    mugs.changes.resolve([conflict!.id], { take: 'value', value: 12.5 })
    expect(mugs.openOf(id)).toMatchObject([{ before: 13, after: 12.5 }])
  })

  it('of records keep what both sides did where they do not clash', () => {
    const id = conflictAboutSizes()
    mugs.changes.resolve([page().conflicts[0]!.id], { take: 'mine' })
    expect(mugs.openOf(id)[0]?.after).toEqual({ length: 2, width: 1, height: 9 })
  })

  it('offer for a third value what both sides did where they do not clash', () => {
    conflictAboutSizes()
    expect(page().conflicts[0]?.mine).toEqual({ length: 2, width: 1, height: 9 })
  })

  it('decided rest a little before they are sent, with all that comes after them', () => {
    const id = conflictAbout(1, 12, 13)
    mugs.changes.resolve([page().conflicts[0]!.id], { take: 'mine' })
    mugs.apply({ kind: 'update', productId: id, fields: { name: 'Beaker' } })
    expect(due(1_000_001)).toEqual([])
    expect(due(1_000_001 + decisionRestMs)).toEqual([id])
  })

  it('decided are undone until they are sent', () => {
    const id = conflictAbout(1, 12, 13)
    const [conflict] = page().conflicts
    for (const take of ['mine', 'theirs'] as const) {
      mugs.changes.resolve([conflict!.id], { take })
      mugs.changes.undecide([conflict!.id])
      expect(page().conflicts).toMatchObject([{ before: 10, after: 12, theirs: 13, state: 'conflict', decided: null }])
    }
    mugs.changes.resolve([conflict!.id], { take: 'mine' })
    mugs.catalogue.changes.update(mugs.openOf(id)[0]!.id, { state: 'sent' })
    expect(() => mugs.changes.undecide([conflict!.id])).toThrow(/sent already/)
  })
})

describe('a change set that is held', () => {
  it('is not due, nor is what comes after it for the same product', () => {
    const id = mugs.put(1)
    const other = mugs.put(2)
    const { changeSetId } = mugs.apply({ kind: 'update', productId: id, fields: { price: 11 } })
    mugs.apply({ kind: 'update', productId: id, fields: { price: 12 } })
    mugs.apply({ kind: 'update', productId: other, fields: { price: 12 } })
    mugs.changes.hold(changeSetId!, true)
    expect(due(2_000_000)).toEqual([other])
    mugs.changes.hold(changeSetId!, false)
    expect(due(2_000_000)).toEqual([id, other])
  })
})
