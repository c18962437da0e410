import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decisionRestMs } from '../../../../electron/changes/resolve'
import { listConflicts } from '../../../../electron/changes/views'
import { toSet } from '../../../../electron/shared/change-address'
import { meanwhile } from '../../../support/meanwhile'
import { openMugs } from './catalogue-of-mugs'
import { createStarts } from './starts'

const many = 600
const prices = toSet('price')

let mugs: ReturnType<typeof openMugs>
let productIds: number[]
beforeEach(() => {
  mugs = openMugs()
  // Each costs 12 here and 13 in the store.
  mugs.catalogue.transaction(() => {
    productIds = Array.from({ length: many }, (_, at) => mugs.put(at + 1))
    mugs.apply(...productIds.map((productId) => ({ kind: 'update' as const, productId, fields: { price: 12 } })))
    for (const [at, productId] of productIds.entries()) {
      mugs.put(at + 1, { price: 13 })
      mugs.conflict(mugs.openOf(productId)[0], 13)
    }
  })
})
const starts = createStarts(() => mugs)
afterEach(async () => {
  await starts.stop()
  mugs.close()
})

const undecided = () => mugs.catalogue.changes.conflictsOf(prices).length
const priceOf = (productId: number) => mugs.catalogue.products.row(productId)?.price
const due = (at: number) => mugs.catalogue.changes.dueAt(at, { quick: true, limit: many }).length

describe('one decision about all conflicts of a kind', () => {
  it('lets others have their turn in between', async () => {
    const left = await meanwhile(mugs.changes.resolveKind(prices, 'theirs'), undecided)
    expect(left.some((count) => count > 0 && count < many)).toBe(true)
    expect(undecided()).toBe(0)
    expect(new Set(productIds.map(priceOf))).toEqual(new Set([13]))
  })

  it('rests from its end: nothing of it leaves before that', async () => {
    const clock = 1_000_000 + decisionRestMs
    const sendable = await meanwhile(mugs.changes.resolveKind(prices, 'mine'), () => due(clock))
    expect(new Set(sendable)).toEqual(new Set([0]))
    expect(due(clock - 1)).toBe(0)
    expect(due(clock)).toBe(many)
  })

  it('rests no longer where it was tried before it was asked about', async () => {
    const [tried] = mugs.openOf(productIds[0]!)
    mugs.catalogue.changes.update(tried!.id, { attempts: 3 })
    await mugs.changes.resolveKind(prices, 'mine')
    expect(due(1_000_000 + decisionRestMs - 1)).toBe(0)
    expect(due(1_000_000 + decisionRestMs)).toBe(many)
  })

  it('is told of once it may go: whoever sends it does not sleep past that', async () => {
    const heard: number[] = []
    mugs.onChanged(() => heard.push(due(1_000_000 + decisionRestMs)))
    await mugs.changes.resolveKind(prices, 'mine')
    expect(heard.at(-1)).toBeGreaterThan(0)
  })

  it.each(['mine', 'theirs'] as const)('"%s" is undone in one step, and only that one', async (take) => {
    const [first] = listConflicts(mugs.catalogue, { offset: 0, limit: 1 }).conflicts
    mugs.changes.resolve([first!.id], { take: 'theirs' })
    const { together, count } = await mugs.changes.resolveKind(prices, take)
    expect(count).toBe(many - 1)
    const left = await meanwhile(mugs.changes.undecideKind(together), undecided)
    expect(left.some((found) => found > 0 && found < many - 1)).toBe(true)
    expect(undecided()).toBe(many - 1)
    expect(priceOf(first!.productId)).toBe(13)
    expect(priceOf(productIds.at(-1)!)).toBe(12)
  })

  it('is undone as far as it was not sent, which is said', async () => {
    const { together } = await mugs.changes.resolveKind(prices, 'mine')
    const [sent] = mugs.openOf(productIds[0]!)
    mugs.catalogue.changes.update(sent!.id, { state: 'sent' })
    await expect(mugs.changes.undecideKind(together)).rejects.toThrow(/^One of these decisions was sent already/)
    expect(undecided()).toBe(many - 1)
  })

  it('leaves what it did not reach to be decided, when the program ends in the middle', async () => {
    await expect(starts.failing().resolveKind(prices, 'theirs')).rejects.toThrow('The disk is gone.')
    const left = undecided()
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(many)
    expect(productIds.filter((id) => priceOf(id) === 13)).toHaveLength(many - left)
    expect((await mugs.changes.resolveKind(prices, 'theirs')).count).toBe(left)
  })

  it('stops between two slices when the store is closed', async () => {
    const work = mugs.changes.resolveKind(prices, 'theirs')
    await mugs.changes.stop()
    await work
    expect(undecided()).toBeGreaterThan(0)
  })
})
