import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { openProposals } from './proposals-of-mugs'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let ids: number[]
beforeEach(async () => {
  mugs = openMugs()
  ids = [1, 2, 3].map((n) => mugs.put(n))
  bulk = openProposals(mugs)
  await bulk.proposed({ kind: 'set', fields: { price: 12 } }, ids)
  await bulk.applied()
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

const id = () => bulk.current()!.id
const states = () => ids.map((each) => mugs.openOf(each).map(({ state }) => state)[0] ?? 'none')
const price = (productId: number) => mugs.catalogue.products.row(productId)?.price
const becomes = (productId: number, state: 'sending' | 'waiting') => {
  for (const { id: change } of mugs.openOf(productId)) mugs.catalogue.changes.update(change, { state })
}

describe('what is on its way to the store', () => {
  it('is held and let go again', () => {
    expect(bulk.hold(id(), true).sending).toMatchObject({ held: 3, sent: 0, total: 3 })
    expect(states()).toEqual(['held', 'held', 'held'])
    expect(bulk.hold(id(), false).sending).toMatchObject({ held: 0 })
    expect(states()).toEqual(['waiting', 'waiting', 'waiting'])
  })

  it('is cancelled: what waits is taken back, what is in the store stays', async () => {
    mugs.sendAll(ids[0]!, { price: 12 })
    bulk.cancel(id(), true)
    await bulk.ends('kept')
    expect(bulk.current()).toMatchObject({ ending: 'kept', sending: { sent: 1, total: 1, takenBack: 2 } })
    expect(ids.map(price)).toEqual([12, 10, 10])
    expect(states()).toEqual(['none', 'none', 'none'])
  })

  it('is cancelled, and what is in the store goes back, once nothing is on the wire', async () => {
    mugs.sendAll(ids[0]!, { price: 12 })
    becomes(ids[1]!, 'sending')
    bulk.cancel(id(), false)
    await bulk.untilStill()
    expect(bulk.current()).toMatchObject({ ending: 'revert' })
    expect(states()).toEqual(['none', 'sending', 'none'])
    mugs.sendAll(ids[1]!, { price: 12 })
    bulk.noteQueue()
    await bulk.ends('reverted')
    expect(ids.slice(0, 2).map((each) => mugs.openOf(each).map(({ after }) => after))).toEqual([[10], [10]])
    expect(price(ids[2]!)).toBe(10)
  })

  it('is cancelled to its end after its review was closed, and after a crash', async () => {
    becomes(ids[0]!, 'sending')
    bulk.cancel(id(), true)
    bulk.discard(id())
    await bulk.untilStill()
    const crashed = openMugs(mugs)
    await bulk.stop()
    mugs.close()
    mugs = crashed
    bulk = openProposals(mugs)
    becomes(ids[0]!, 'waiting')
    bulk.resume()
    await bulk.untilStill()
    expect(states()).toEqual(['none', 'none', 'none'])
    expect(mugs.catalogue.proposals.all()).toEqual([])
  })
})
