import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { meanwhile } from '../../../support/meanwhile'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { openProposals } from './proposals-of-mugs'

const many = 400

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let ids: number[]
beforeEach(() => {
  mugs = openMugs()
  ids = mugs.catalogue.transaction(() => Array.from({ length: many }, (_, at) => mugs.put(at + 1)))
  bulk = openProposals(mugs)
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

/** The power goes; from here on `mugs` and `bulk` are what the next start finds. */
async function crashAt(isReached: () => boolean): Promise<void> {
  while (!isReached()) await setImmediate()
  const crashed = openMugs(mugs)
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
  mugs = crashed
  bulk = openProposals(mugs)
}

const dearer = { kind: 'set', fields: { price: 12, subtitle: 'New' } } as const
const listed = (price: number) => mugs.catalogue.search({ priceFrom: price, priceTo: price }, 0, 1).total
const everything = { selection: { query: {}, except: [] }, action: dearer }
const sets = () => mugs.catalogue.changes.list('all', undefined, 0, 10).sets

describe('many products', () => {
  it('are gone over and written while everything else is answered', async () => {
    bulk.propose(everything)
    const found = await meanwhile(bulk.reaches('ready'), () => bulk.current()?.done ?? 0)
    expect(found.some((done) => done > 0 && done < many)).toBe(true)
    const written = await meanwhile(bulk.applied(), () => listed(12))
    expect(written.some((count) => count > 0 && count < many)).toBe(true)
    expect(listed(12)).toBe(many)
    expect(bulk.current()).toMatchObject({ products: many, fields: 2 * many, made: many })
  })

  it('are counted once they are gone over, and from the yes on by what is written', async () => {
    const counts = vi.spyOn(mugs.catalogue.proposedEdits, 'tally')
    bulk.propose(everything)
    await bulk.reaches('ready')
    const before = counts.mock.calls.length
    bulk.apply(bulk.current()!.id)
    const reached: number[] = []
    while (bulk.current()!.state === 'applying') {
      reached.push(bulk.current()!.made)
      await setImmediate()
    }
    expect(reached.some((made) => made > 0 && made < many)).toBe(true)
    expect(reached).toEqual(reached.toSorted((one, other) => one - other))
    expect(counts.mock.calls.length - before).toBeLessThan(10)
  })

  it('are gone over to their end after a crash, each once', async () => {
    bulk.propose(everything)
    await crashAt(() => (bulk.current()?.done ?? 0) > 50)
    expect(bulk.current()).toMatchObject({ state: 'making', total: many })
    bulk.resume()
    expect(await bulk.reaches('ready')).toMatchObject({ products: many, fields: 2 * many })
    expect(sets()).toEqual([])
  })

  it('become one set after a crash in the middle, without what was left out', async () => {
    bulk.propose(everything)
    const { id } = await bulk.reaches('ready')
    bulk.leaveOut(id, { productId: ids[many - 1]! }, true)
    bulk.apply(id)
    await crashAt(() => listed(12) > 50)
    expect(listed(12)).toBeLessThan(many - 1)
    bulk.resume()
    const { changeSetId } = await bulk.reaches('applied')
    expect(listed(12)).toBe(many - 1)
    expect(sets().map(({ id: setId }) => setId)).toEqual([changeSetId])
    expect(mugs.catalogue.changes.outlineOf(changeSetId!)).toHaveLength(2 * (many - 1))
    await mugs.changes.revertInParts(changeSetId!)
    expect(listed(10)).toBe(many)
  })

  it('let a save of one of them through, which comes after what was said yes to before', async () => {
    bulk.propose(everything)
    const { id } = await bulk.reaches('ready')
    bulk.apply(id)
    await setImmediate()
    const last = ids[many - 1]!
    mugs.apply({ kind: 'update', productId: last, fields: { price: 99 } })
    await bulk.reaches('applied')
    expect(listed(99)).toBe(1)
    expect(
      mugs
        .openOf(last)
        .filter(({ field }) => field === 'price')
        .map(({ after }) => after),
    ).toEqual([12, 99])
    // What is kept of it is from before both.
    const [snapshot] = bulk.snapshots().list
    const kept = mugs.catalogue.snapshots.contentAt(snapshot!.id, last)
    expect(JSON.parse(kept ?? '').product.price).toBe(10)
  })

  it('all go back where they are undone while they are still written', async () => {
    bulk.propose(everything)
    const { id } = await bulk.reaches('ready')
    bulk.apply(id)
    while (sets().length === 0) await setImmediate()
    await mugs.changes.revertInParts(sets()[0]!.id)
    expect(bulk.current()?.state).toBe('applied')
    expect(listed(10)).toBe(many)
  })

  it('are held while they are written, those that are still to come too', async () => {
    bulk.propose(everything)
    const { id } = await bulk.reaches('ready')
    bulk.apply(id)
    while (listed(12) === 0) await setImmediate()
    bulk.hold(id, true)
    const { sending } = await bulk.reaches('applied')
    expect(sending).toMatchObject({ held: 2 * many, total: 2 * many })
    expect(bulk.hold(id, false).sending).toMatchObject({ held: 0 })
  })

  it('are cancelled while they are written: what is there is taken back, and the rest is left out, after a crash too', async () => {
    bulk.propose(everything)
    const { id } = await bulk.reaches('ready')
    bulk.apply(id)
    while (listed(12) === 0) await setImmediate()
    expect(bulk.cancel(id, true)).toMatchObject({ state: 'applying', ending: 'keep' })
    await crashAt(() => true)
    bulk.resume()
    await bulk.ends('kept')
    expect(bulk.current()).toMatchObject({ state: 'applied', ending: 'kept' })
    expect(listed(10)).toBe(many)
    expect(bulk.only('in').every(({ standing }) => standing === 'made')).toBe(true)
    expect(bulk.current()!.out).toBeGreaterThan(0)
  })
})
