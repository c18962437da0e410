import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRevertTally, previewRevert } from '../../../../electron/changes/revert-preview'
import { changesOfSet, listChangeSets } from '../../../../electron/changes/views'
import type { Operation } from '../../../../electron/shared/change'
import { longestTurn } from '../../../support/growth'
import { categoriesAre } from '../../../support/shelves'
import { openMugs } from './catalogue-of-mugs'
import { createStarts } from './starts'

let mugs: ReturnType<typeof openMugs>
let productIds: number[]
let setId: number
beforeEach(() => {
  mugs = openMugs()
})
const starts = createStarts(() => mugs)
afterEach(async () => {
  await starts.stop()
  mugs.close()
})

/** A change set that gives each product another price and another quantity; `sent` of the products are in the store. */
function makeSet(products: number, sent: number): void {
  mugs.catalogue.transaction(() => {
    productIds = Array.from({ length: products }, (_, at) => mugs.put(at + 1))
    const operations = productIds.map((productId): Operation => {
      return { kind: 'update', productId, fields: { price: 12, quantity: 10 } }
    })
    setId = mugs.apply(...operations).changeSetId!
    for (const productId of productIds.slice(0, sent)) mugs.sendAll(productId, { price: 12, quantity: 10 })
  })
}

function changeElsewhere(ids: readonly number[], fields: Record<string, unknown>): void {
  for (const id of ids) {
    const { ecwidId, remote } = mugs.catalogue.products.get(id)!
    mugs.put(ecwidId!, { ...remote, ...fields, updateTimestamp: 200 })
  }
}

/** What the store would hold in the end: the prices that are in the store now with all that waits. */
const going = () => productIds.map((id) => mugs.openOf(id).map(({ field, after }) => `${field} ${String(after)}`))
const back = ['quantity 4', 'price 10']
/** The newest first. */
const undoSets = () =>
  listChangeSets(mugs.catalogue, { filter: 'all', offset: 0, limit: 10 }).sets.filter(
    ({ source }) => source === 'revert',
  )

describe('a large change set', () => {
  it('goes back whole: what was sent is led back, what waits is taken out of the queue', async () => {
    makeSet(300, 200)
    const { changeSetId } = await mugs.changes.revertInParts(setId)
    expect(going()).toEqual([...Array(200).fill(back), ...Array(100).fill([])])
    expect(mugs.catalogue.changes.outlineOf(changeSetId!)).toHaveLength(400)
    expect(mugs.catalogue.changes.findSet(changeSetId!)).toMatchObject({ source: 'revert', revertOf: setId })
    expect(mugs.catalogue.changes.hasUnreverted(setId)).toBe(false)
  })

  it('is taken back to its end after a crash in the middle, in one change set and nothing twice', async () => {
    makeSet(600, 400)
    await expect(starts.failing().revertInParts(setId)).rejects.toThrow('The disk is gone.')
    expect(mugs.catalogue.changes.hasUnreverted(setId)).toBe(true)
    // What was not reached is kept back, so that nothing of it leaves meanwhile.
    expect(mugs.catalogue.changes.statesOf(setId).waiting).toBeUndefined()
    const next = starts.start()
    next.resume()
    await next.revertInParts(setId)
    expect(going()).toEqual([...Array(400).fill(back), ...Array(200).fill([])])
    expect(undoSets()).toHaveLength(1)
  })

  it('stops between two slices when the store is closed, and goes on at the next start', async () => {
    makeSet(600, 600)
    const work = mugs.changes.revertInParts(setId)
    await mugs.changes.stop()
    await work
    expect(mugs.catalogue.changes.hasUnreverted(setId)).toBe(true)
    const next = starts.start()
    next.resume()
    await next.revertInParts(setId)
    expect(going()).toEqual(Array(600).fill(back))
  })

  it('lets go what it kept back when it is itself taken back; what its owner holds stays', async () => {
    makeSet(600, 0)
    mugs.catalogue.transaction(() => {
      for (const id of productIds.slice(300)) mugs.sendAll(id, { price: 12, quantity: 10 })
    })
    const [heldByOwner] = mugs.openOf(productIds[0]!)
    mugs.catalogue.changes.update(heldByOwner!.id, { state: 'held' })
    const told: number[] = []
    const parts = starts.start((ids) => {
      const [undo] = undoSets()
      if (told.length === 0 && undo) mugs.changes.revert(undo.id)
      told.push(...ids)
    })
    await parts.revertInParts(setId)
    const states = productIds.slice(0, 300).flatMap((id) => mugs.openOf(id).map(({ state }) => state))
    expect(states).toEqual(['held', ...Array(599).fill('waiting')])
    // They may be sent now.
    expect(told).toEqual(expect.arrayContaining(productIds.slice(0, 300)))
    starts.start().resume()
    expect(undoSets()).toHaveLength(1)
  })

  it('goes back in other parts as well while some go back', async () => {
    makeSet(600, 600)
    const ids = mugs.catalogue.changes.outlineOf(setId).map(({ id }) => id)
    const [prices, quantities] = [0, 1].map((part) => ids.filter((_, at) => at % 2 === part))
    const first = mugs.changes.revertInParts(setId, { changeIds: prices })
    const second = mugs.changes.revertInParts(setId, { changeIds: quantities })
    // Asked once more it is the same.
    expect(mugs.changes.revertInParts(setId, { changeIds: prices })).toBe(first)
    expect((await first).changeSetId).not.toBe((await second).changeSetId)
    expect(going()).toEqual(Array(600).fill(expect.arrayContaining(back)))
    expect(going().flat()).toHaveLength(1200)
  })

  it('goes on in the same change set when it is asked for again after a failure, and with what else was asked', async () => {
    makeSet(600, 600)
    const ids = mugs.catalogue.changes.outlineOf(setId).map(({ id }) => id)
    const [prices, quantities] = [0, 1].map((part) => ids.filter((_, at) => at % 2 === part))
    await expect(starts.failing().revertInParts(setId, { changeIds: prices })).rejects.toThrow('The disk is gone.')
    await mugs.changes.revertInParts(setId, { changeIds: quantities })
    const [undo] = undoSets().toReversed()
    expect(await mugs.changes.revertInParts(setId, { changeIds: prices })).toMatchObject({ changeSetId: undo!.id })
    expect(
      going()
        .flat()
        .filter((each) => each === 'price 10'),
    ).toHaveLength(600)
    expect(going().flat()).toHaveLength(1200)
    expect(undoSets()).toHaveLength(2)
  })

  it('does not go back while something of it is on the wire', () => {
    makeSet(300, 0)
    mugs.catalogue.changes.update(mugs.openOf(productIds[150]!)[0]!.id, { state: 'sending' })
    expect(() => mugs.changes.revertInParts(setId)).toThrow(/on its way/)
    expect(going()[0]).toHaveLength(2)
  })

  it('goes back in parts that were chosen; the rest stays', async () => {
    makeSet(300, 300)
    const chosen = mugs.catalogue.changes.outlineOf(setId).flatMap(({ id }, at) => (at % 2 === 0 ? [id] : []))
    await mugs.changes.revertInParts(setId, { changeIds: chosen })
    expect(going()).toEqual(Array(300).fill(['price 10']))
  })

  it('goes back as it was chosen, also after a crash: all but some, and of what was changed since what was named', async () => {
    makeSet(300, 300)
    changeElsewhere(productIds.slice(0, 3), { price: 77 })
    const priceOf = (at: number) =>
      mugs.catalogue.changes.ofSet(setId).find((each) => each.productId === productIds[at] && each.field === 'price')!
        .id
    const choice = { except: [priceOf(9)], also: [priceOf(1)] }
    await expect(starts.failing().revertInParts(setId, { choice })).rejects.toThrow('The disk is gone.')
    const next = starts.start()
    next.resume()
    await next.revertInParts(setId, { choice })
    expect(undoSets()).toHaveLength(1)
    const expected = Array(300).fill(back)
    for (const at of [0, 2, 9]) expected[at] = ['quantity 4']
    expect(going()).toEqual(expected)
  })

  it('is looked at a page of products at a time, and counted whole', async () => {
    makeSet(250, 200)
    changeElsewhere(productIds.slice(0, 5), { price: 77 })
    const pageAt = (offset: number) => previewRevert(mugs.catalogue, { changeSetId: setId, offset, limit: 100 })
    const pages = [0, 100, 200, 300].map(pageAt)
    const productsOf = (entries: (typeof pages)[number]) => [...new Set(entries.map(({ productId }) => productId))]
    expect(pages.map((entries) => productsOf(entries).length)).toEqual([100, 100, 50, 0])
    expect(pages.flatMap(productsOf)).toEqual(productIds)
    const standings = pages.flat().map(({ standing }) => standing)
    const count = (wanted: string) => standings.filter((each) => each === wanted).length
    expect([count('moved'), count('waiting'), count('clean')]).toEqual([5, 100, 395])
    expect(await createRevertTally(mugs.catalogue)(setId)).toEqual({ things: 250, total: 500, plain: 495, moved: 5 })
  })

  it('is not counted on when something else is asked', async () => {
    makeSet(300, 300)
    const tally = createRevertTally(mugs.catalogue)
    const first = tally(setId)
    const second = tally(setId)
    await expect(first).rejects.toMatchObject({ info: { code: 'cancelled' } })
    expect(await second).toMatchObject({ total: 600 })
  })

  it('of which something is on the wire goes back when that has arrived, and without what is in doubt', async () => {
    makeSet(300, 0)
    const moving = mugs.openOf(productIds[150]!)[0]!
    mugs.catalogue.changes.update(moving.id, { state: 'sending' })
    expect(() => mugs.changes.revertInParts(setId, { choice: { except: [], also: [] } })).toThrow('on its way')
    mugs.catalogue.changes.update(moving.id, { state: 'unknown' })
    await mugs.changes.revertInParts(setId, { choice: { except: [], also: [] } })
    expect(going().flat()).toHaveLength(1)
    expect(mugs.catalogue.changes.get(moving.id)?.state).toBe('unknown')
  })

  it('of categories goes back as one of products does', async () => {
    const { catalogue } = mugs
    const listed = (name: (id: number) => string) =>
      Array.from({ length: 250 }, (_, at) => ({ id: at + 1, name: name(at + 1), enabled: true, orderBy: at }))
    categoriesAre(
      catalogue,
      listed((id) => `Shelf ${id}`),
    )
    setId = mugs.apply(
      ...listed((id) => `New ${id}`).map(({ id, name }): Operation => {
        return { kind: 'category.update', categoryId: id, fields: { name } }
      }),
    ).changeSetId!
    const all = catalogue.changes.ofSet(setId)
    for (const { id } of all.slice(0, 200)) catalogue.changes.update(id, { state: 'sent', sentAt: 1 })
    categoriesAre(
      catalogue,
      listed((id) => (id > 200 ? `Shelf ${id}` : `New ${id}`)),
    )
    const { changeSetId } = await mugs.changes.revertInParts(setId)
    // What was sent is led back, what waited is taken out of the queue.
    expect(catalogue.changes.statesOf(changeSetId!)).toEqual({ waiting: 200 })
    expect(catalogue.changes.statesOf(setId)).toEqual({ sent: 200, 'taken-back': 50 })
    expect(catalogue.categories.list().map(({ name }) => name)).toEqual(
      listed((id) => `Shelf ${id}`).map(({ name }) => name),
    )
  })

  describe('that deleted hundreds of categories', () => {
    /** A few at the top, the others in two storeys below them. */
    const tree = Array.from({ length: 260 }, (_, at) => {
      const id = at + 1
      return {
        id,
        name: `Shelf ${id}`,
        parentId: id <= 10 ? 0 : id <= 60 ? (id % 10) + 1 : (id % 50) + 11,
        orderBy: at,
      }
    })
    const shown = () => {
      const all = mugs.catalogue.categories.list()
      const nameOf = new Map(all.map(({ id, name }) => [id, name]))
      return all.map(({ name, parentId }) => `${name} in ${nameOf.get(parentId) ?? parentId}`).toSorted()
    }
    let whole: string[]
    beforeEach(() => {
      const { catalogue } = mugs
      categoriesAre(catalogue, tree)
      whole = shown()
      const tops = tree.slice(0, 10)
      const operations = tops.map(({ id }): Operation => {
        return { kind: 'category.delete', categoryId: id, below: 'delete' }
      })
      setId = mugs.apply(...operations).changeSetId!
      catalogue.transaction(() => {
        for (const { id } of catalogue.changes.ofSet(setId)) catalogue.changes.update(id, { state: 'sent', sentAt: 1 })
        categoriesAre(catalogue, [])
      })
    })

    it('makes each again below the one that its parent is now', async () => {
      expect(shown()).toEqual([])
      await mugs.changes.revertInParts(setId)
      expect(shown()).toEqual(whole)
    })

    it('the same after a crash in the middle', async () => {
      await expect(starts.failing().revertInParts(setId)).rejects.toThrow('The disk is gone.')
      expect(shown().length).toBeLessThan(whole.length)
      const next = starts.start()
      next.resume()
      await next.revertInParts(setId)
      expect(shown()).toEqual(whole)
    })

    it('the same where one was made again by itself before', async () => {
      const top = mugs.catalogue.changes.ofSet(setId).find(({ productName }) => productName === 'Shelf 1')!
      await mugs.changes.revertInParts(setId, { changeIds: [top.id] })
      expect(shown()).toEqual(['Shelf 1 in 0'])
      await mugs.changes.revertInParts(setId)
      expect(shown()).toEqual(whole)
    })
  })

  it('lets everything else have its turn: previewed, taken back, tried again', async () => {
    makeSet(400, 400)
    const longest = longestTurn()
    const tally = await createRevertTally(mugs.catalogue)(setId)
    const { changeSetId } = await mugs.changes.revertInParts(setId)
    mugs.changes.hold(changeSetId!, true)
    await mugs.changes.retrySet(changeSetId!)
    const ms = longest()
    expect(tally).toEqual({ things: 400, total: 800, plain: 800, moved: 0 })
    expect(going()).toEqual(Array(400).fill(back))
    if (process.env.STOCKROOM_SHOW) console.log(`longest turn: ${Math.round(ms)} ms`)
    // Slices end after some milliseconds; the rest is the collector's, and what compiles.
    expect(ms).toBeLessThan(400)
  })

  it('is listed a page at a time, with what holds for all of it', () => {
    makeSet(300, 250)
    const [set] = listChangeSets(mugs.catalogue, { filter: 'all', offset: 0, limit: 10 }).sets
    expect(set).toMatchObject({
      changeCount: 600,
      productCount: 300,
      states: { sent: 500, waiting: 100 },
      state: 'waiting',
    })
    expect(set!.changes).toHaveLength(100)
    const rest = changesOfSet(mugs.catalogue, { changeSetId: setId, offset: 100, limit: 500 })
    expect(new Set([...set!.changes, ...rest].map(({ id }) => id)).size).toBe(600)
  })
})
