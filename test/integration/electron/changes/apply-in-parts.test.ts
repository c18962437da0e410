import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { meanwhile } from '../../../support/meanwhile'
import { categoriesAre, productTypesAre } from '../../../support/shelves'
import { openMugs, type Mugs } from './catalogue-of-mugs'
import { createStarts } from './starts'

const many = 600
const label = { code: 'text', text: 'Dearer' } as const

let mugs: Mugs
let productIds: number[]
const starts = createStarts(() => mugs)
beforeEach(() => {
  mugs = openMugs()
  productIds = mugs.catalogue.transaction(() => Array.from({ length: many }, (_, at) => mugs.put(at + 1)))
})
afterEach(async () => {
  await starts.stop()
  await mugs.changes.stop()
  mugs.close()
})

const priced = (price: number, ids: readonly number[] = productIds): Operation[] =>
  ids.map((productId) => ({ kind: 'update', productId, fields: { price } }))
const dearer = (ids?: readonly number[]) => priced(12, ids)
const asked = (operations: Operation[]) => ({ source: 'list' as const, label, operations })
const done = () => productIds.filter((id) => mugs.openOf(id).length > 0).length
const listed = (price = 12) => mugs.catalogue.search({ priceFrom: price, priceTo: price }, 0, 1).total
const sets = () => mugs.catalogue.changes.list('all', undefined, 0, 10).sets
const vases = () => mugs.catalogue.search({ text: 'vase' }, 0, 1).total
const manyVases = () =>
  asked(Array.from({ length: 400 }, (_, n): Operation => ({ kind: 'create', fields: { name: `Vase ${n}` } })))
const addPicture = (productId: number | null, n: number): Operation => {
  const source = { url: `https://img.example/${n}.jpg` }
  return { kind: 'picture.add', productId, source, role: 'gallery', fileName: '', alt: '' }
}
/** The program ends between two slices; from here on `mugs` is what the next start finds. */
async function crashAt(isReached: () => boolean): Promise<void> {
  while (!isReached()) await setImmediate()
  const crashed = openMugs(mugs)
  await mugs.changes.stop()
  mugs.close()
  mugs = crashed
}

describe('a long list of operations', () => {
  it('becomes one set, and what else is asked meanwhile is answered', async () => {
    const work = mugs.changes.applyInParts(asked(dearer()))
    const found = await meanwhile(work, listed)
    const { changeSetId } = await work
    expect(found.some((total) => total > 0 && total < many)).toBe(true)
    expect(listed()).toBe(many)
    expect(sets()).toMatchObject([{ id: changeSetId, label, source: 'list' }])
    expect(mugs.catalogue.changes.outlineOf(changeSetId!)).toHaveLength(many)
  })

  it('lets another save through in between, which keeps its own set and comes after what was asked for before', async () => {
    const last = productIds.at(-1)!
    const work = mugs.changes.applyInParts(asked(dearer()))
    await setImmediate()
    expect(mugs.openOf(last)).toEqual([])
    const own = mugs.apply({ kind: 'update', productId: last, fields: { name: 'Beaker', price: 99 } })
    const { changeSetId } = await work
    expect(own.changeSetId).not.toBe(changeSetId)
    expect(own.productIds).toEqual([last])
    expect(mugs.openOf(last).map(({ field, after }) => [field, after])).toEqual([
      ['price', 12],
      ['name', 'Beaker'],
      ['price', 99],
    ])
    expect([listed(), listed(99)]).toEqual([many - 1, 1])
  })

  it('comes before a save of a category or a product type that it had not reached yet', async () => {
    const ids = Array.from({ length: 300 }, (_, at) => at + 1)
    categoriesAre(
      mugs.catalogue,
      ids.map((id) => ({ id, name: `Shelf ${id}`, parentId: 0, orderBy: id })),
    )
    productTypesAre(mugs.catalogue, [{ id: 7, name: 'Kites', attributes: [] }])
    const called = (name: string): Operation[] => [
      ...ids.map((categoryId): Operation => ({ kind: 'category.update', categoryId, fields: { name } })),
      { kind: 'type.update', typeId: 7, fields: { name } },
    ]
    const work = mugs.changes.applyInParts(asked(called('By the list')))
    await setImmediate()
    expect(mugs.catalogue.categories.list().at(-1)).toMatchObject({ name: 'Shelf 300' })
    mugs.apply(
      { kind: 'category.update', categoryId: 300, fields: { name: 'By hand' } },
      { kind: 'type.update', typeId: 7, fields: { name: 'By hand' } },
    )
    await work
    const names = mugs.catalogue.categories.list().map(({ name }) => name)
    expect(names).toEqual([...Array.from({ length: 299 }, () => 'By the list'), 'By hand'])
    expect(mugs.catalogue.productTypes.list().find(({ id }) => id === 7)).toMatchObject({ name: 'By hand' })
  })

  it('stands upon one that was asked for before and still grows', async () => {
    await Promise.all([
      mugs.changes.applyInParts(asked(dearer())),
      mugs.changes.applyInParts(asked(priced(13))),
      mugs.changes.applyInParts(asked(priced(14, productIds.slice(0, 300)))),
    ])
    expect(sets()).toHaveLength(3)
    expect([listed(12), listed(13), listed(14)]).toEqual([0, many - 300, 300])
    expect(mugs.openOf(productIds[0]!).map(({ after }) => after)).toEqual([12, 13, 14])
  })

  it('is gone on with at the next start, in the same set, nothing twice', async () => {
    mugs.changes.applyInParts(manyVases()).catch(() => {})
    const work = mugs.changes.applyInParts(asked(dearer()))
    work.catch(() => {})
    await crashAt(() => done() > 0)
    expect(done()).toBeLessThan(many)
    starts.start().resume()
    await expect.poll(listed).toBe(many)
    expect(vases()).toBe(400)
    expect(sets()).toHaveLength(2)
    expect(mugs.catalogue.changes.outlineOf(sets()[0]!.id)).toHaveLength(many)
    // There is nothing left for a start after that.
    starts.start().resume()
    await setImmediate()
    expect(sets()).toHaveLength(2)
    expect(starts.errors).toEqual([])
  })

  it('that was made at the next start is not made again where it is asked for again, for nobody was told', async () => {
    mugs.changes.applyInParts(manyVases()).catch(() => {})
    await crashAt(() => vases() > 0)
    const next = starts.start()
    next.resume()
    // While it is gone on with, and after that.
    const { changeSetId } = await next.applyInParts(manyVases())
    expect(vases()).toBe(400)
    mugs.changes.applyInParts(asked(priced(13))).catch(() => {})
    await crashAt(() => listed(13) > 0)
    const third = starts.start()
    third.resume()
    await expect.poll(() => listed(13)).toBe(many)
    const again = await third.applyInParts(asked(priced(13)))
    expect(again.productIds).toHaveLength(many)
    expect(sets().map(({ id }) => id)).toEqual([again.changeSetId, changeSetId])
  })

  it('that failed is gone on with where it is asked for again, and not by itself', async () => {
    await expect(starts.failing().applyInParts(manyVases())).rejects.toThrow('The disk is gone.')
    const before = vases()
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(400)
    const next = starts.start()
    next.resume()
    await setImmediate()
    // Something else is asked for and made meanwhile.
    await next.applyInParts(asked(dearer()))
    expect(vases()).toBe(before)
    const { changeSetId } = await next.applyInParts(manyVases())
    expect(vases()).toBe(400)
    expect(mugs.catalogue.changes.outlineOf(changeSetId!)).toHaveLength(400)
    expect(sets()).toHaveLength(2)
    // Made and told: asked for once more it is another one.
    await next.applyInParts(manyVases())
    expect(vases()).toBe(800)
  })

  it('that failed and whose part was taken back since is made from its begin', async () => {
    await expect(starts.failing().applyInParts(manyVases())).rejects.toThrow('The disk is gone.')
    const next = starts.start()
    await next.revertInParts(sets()[0]!.id)
    expect(vases()).toBe(0)
    await next.applyInParts(manyVases())
    expect(vases()).toBe(400)
  })

  it.each([12, 10])(
    'that ended in part is made from its begin where other values were set since (%i)',
    async (price) => {
      const some = asked([...priced(price), ...priced(price, [9001])])
      const work = () => mugs.changes.applyInParts(some)
      await expect(work()).rejects.toThrow('600 of 601 changes were made.')
      await mugs.changes.applyInParts(asked(priced(13)))
      await expect(work()).rejects.toThrow('600 of 601 changes were made.')
      expect(listed(price)).toBe(many)
    },
  )

  it('that failed is made from its begin where other values were set since', async () => {
    await expect(starts.failing().applyInParts(asked(dearer()))).rejects.toThrow('The disk is gone.')
    const next = starts.start()
    await next.applyInParts(asked(priced(13)))
    await next.applyInParts(asked(dearer()))
    expect(listed()).toBe(many)
  })

  it('that failed long ago is made from its begin', async () => {
    await expect(starts.failing().applyInParts(manyVases())).rejects.toThrow('The disk is gone.')
    const before = vases()
    const later = starts.start(undefined, () => 1_000_000 + 2 * 60 * 60_000)
    await later.applyInParts(manyVases())
    expect(vases()).toBe(before + 400)
  })

  it('stops between two slices when the store is closed', async () => {
    const work = mugs.changes.applyInParts(asked(dearer()))
    await mugs.changes.stop()
    await work
    expect(done()).toBeLessThan(many)
    starts.start().resume()
    await expect.poll(listed).toBe(many)
  })

  it('is undone in one step', async () => {
    const { changeSetId } = await mugs.changes.applyInParts(asked(dearer()))
    await mugs.changes.revertInParts(changeSetId!)
    expect(done()).toBe(0)
  })

  it('is undone while it grows with all of it, so that all of it can be done again', async () => {
    const work = mugs.changes.applyInParts(asked(dearer()))
    while (listed() === 0) await setImmediate()
    const setId = mugs.catalogue.changes.lastUndoable()!.id
    const undo = mugs.changes.revertInParts(setId)
    expect(listed()).toBeLessThan(many)
    const { changeSetId: revertSetId } = await undo
    await work
    expect(done()).toBe(0)
    await mugs.changes.redoInParts({ setId, revertSetId })
    expect(listed()).toBe(many)
  })

  it('goes on where what there is of it is taken back one by one', async () => {
    const work = mugs.changes.applyInParts(asked(dearer()))
    while (listed() === 0) await setImmediate()
    const made = mugs.catalogue.changes.outlineOf(sets()[0]!.id).map(({ id }) => id)
    expect(made.length).toBeLessThan(many)
    mugs.changes.takeBack(made)
    await work
    expect(listed()).toBe(many - made.length)
  })

  it('leaves out what cannot be done, and says how much that was, however often it is asked', async () => {
    const some = asked([...dearer(), ...dearer([9001, 9002])])
    await expect(mugs.changes.applyInParts(some)).rejects.toThrow('600 of 602 changes were made.')
    await expect(mugs.changes.applyInParts(some)).rejects.toThrow('600 of 602 changes were made.')
    expect(done()).toBe(many)
    const none = mugs.changes.applyInParts(asked(dearer(productIds.map((id) => id + 5000))))
    await expect(none).rejects.toThrow('This product is no longer in the catalogue. Nothing was changed.')
    expect(sets()).toHaveLength(1)
  })

  it('keeps a new product together with its pictures, however many', async () => {
    const pictures = Array.from({ length: 250 }, (_, n) => addPicture(null, n))
    await mugs.changes.applyInParts(
      asked([...dearer(productIds.slice(0, 60)), { kind: 'create', fields: { name: 'Vase' } }, ...pictures]),
    )
    const [vase] = mugs.catalogue.search({ text: 'vase' }, 0, 1).rows
    expect(mugs.openOf(vase!.id)).toHaveLength(251)
  })

  it('keeps a new product together with its variations, alone and beside others', async () => {
    const variations = Array.from({ length: 250 }, (_, n): Operation => ({
      kind: 'variation.add',
      productId: null,
      options: [{ name: 'Size', value: `${n}` }],
      fields: {},
    }))
    const vase: Operation[] = [{ kind: 'create', fields: { name: 'Vase' } }, ...variations, addPicture(null, 1)]
    await mugs.changes.applyInParts(asked(vase))
    await mugs.changes.applyInParts(asked([...dearer(productIds.slice(0, 60)), ...vase]))
    const { rows, total } = mugs.catalogue.search({ text: 'vase' }, 0, 10)
    expect(total).toBe(2)
    for (const { id } of rows) expect(mugs.openOf(id)).toHaveLength(252)
  })

  it('about one product is made whole or not at all, and its own fault is said', async () => {
    const [productId] = productIds
    const pictures = Array.from({ length: 450 }, (_, n) => addPicture(productId!, n))
    const wrong: Operation = { kind: 'update', productId: productId!, fields: { price: -1 } }
    const work = async () => mugs.changes.applyInParts(asked([...pictures, wrong]))
    await expect(work()).rejects.toMatchObject({
      code: 'invalid-input',
      info: { fields: { price: expect.any(String) } },
    })
    expect(sets()).toEqual([])
    await mugs.changes.applyInParts(asked(pictures))
    expect(mugs.openOf(productId!)).toHaveLength(450)
  })

  it('makes what is asked of one of many products whole or not at all, wherever it stands', async () => {
    const [first, second] = productIds
    const wrong: Operation = { kind: 'update', productId: first!, fields: { price: -1 } }
    const pictures = Array.from({ length: 300 }, (_, n) => [addPicture(first!, n), addPicture(second!, n)]).flat()
    const work = mugs.changes.applyInParts(asked([...pictures, wrong]))
    await expect(work).rejects.toThrow('300 of 601 changes were made.')
    expect(mugs.openOf(first!)).toEqual([])
    expect(mugs.openOf(second!)).toHaveLength(300)
  })
})
