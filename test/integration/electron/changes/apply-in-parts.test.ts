import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createChanges } from '../../../../electron/changes/changes'
import type { Operation } from '../../../../electron/shared/change'
import { openMugs } from './catalogue-of-mugs'

const many = 1000
const label = { code: 'text', text: 'Dearer' } as const

/** On a machine that is busy. */
const patient = { timeout: 25_000, interval: 20 }

let mugs: ReturnType<typeof openMugs>
let productIds: number[]
beforeEach(() => {
  mugs = openMugs()
  productIds = mugs.catalogue.transaction(() => Array.from({ length: many }, (_, at) => mugs.put(at + 1)))
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((changes) => changes.stop()))
  mugs.close()
})

const dearer = (ids: readonly number[]): Operation[] =>
  ids.map((productId) => ({ kind: 'update', productId, fields: { price: 12 } }))
const asked = (operations: Operation[]) => ({ source: 'list' as const, label, operations })
const done = () => productIds.filter((id) => mugs.openOf(id).length > 0).length
const listed = () => mugs.catalogue.search({ priceFrom: 12 }, 0, 1).total
const sets = () => mugs.catalogue.changes.list('all', undefined, 0, 10).sets
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

describe('a long list of operations', () => {
  it('becomes one set, and what else is asked meanwhile is answered', async () => {
    const found: number[] = []
    const work = mugs.changes.applyInParts(asked(dearer(productIds)))
    let isDone = false
    const ended = work.finally(() => (isDone = true))
    while (!isDone) {
      found.push(listed())
      await setImmediate()
    }
    const { changeSetId } = await ended
    expect(found.some((total) => total > 0 && total < many)).toBe(true)
    expect(listed()).toBe(many)
    expect(sets()).toMatchObject([{ id: changeSetId, label, source: 'list' }])
    expect(mugs.catalogue.changes.outlineOf(changeSetId!)).toHaveLength(many)
  })

  it('lets a save of somebody else’s edit through in between, which keeps its own set', async () => {
    const work = mugs.changes.applyInParts(asked(dearer(productIds)))
    await setImmediate()
    const own = mugs.apply({ kind: 'update', productId: productIds.at(-1)!, fields: { name: 'Beaker' } })
    const { changeSetId } = await work
    expect(own.changeSetId).not.toBe(changeSetId)
    expect(mugs.openOf(productIds.at(-1)!).map(({ field }) => field)).toEqual(['name', 'price'])
  })

  it('is gone on with at the next start, in the same set, nothing twice', async () => {
    const dying = changesOn(() => {
      throw new Error('The power goes.')
    })
    await expect(dying.applyInParts(asked(dearer(productIds)))).rejects.toThrow('The power goes.')
    const before = done()
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(many)
    const next = changesOn(() => {})
    next.resume()
    await expect.poll(listed, patient).toBe(many)
    expect(sets()).toHaveLength(1)
    expect(mugs.catalogue.changes.outlineOf(sets()[0]!.id)).toHaveLength(many)
    // There is nothing left for a start after that.
    changesOn(() => {}).resume()
    await setImmediate()
    expect(sets()).toHaveLength(1)
  })

  it('stops between two slices when the store is closed', async () => {
    const work = mugs.changes.applyInParts(asked(dearer(productIds)))
    await mugs.changes.stop()
    await work
    expect(done()).toBeLessThan(many)
    changesOn(() => {}).resume()
    await expect.poll(listed, patient).toBe(many)
  })

  it('is undone in one step, also while it grows', async () => {
    const { changeSetId } = await mugs.changes.applyInParts(asked(dearer(productIds)))
    await mugs.changes.revertInParts(changeSetId!)
    expect(done()).toBe(0)

    // So much is there already that its undo grows as well.
    const growing = mugs.changes.applyInParts(asked(dearer(productIds)))
    while (listed() < 250) await setImmediate()
    expect(listed()).toBeLessThan(many)
    await Promise.all([growing, mugs.changes.revertInParts(mugs.catalogue.changes.lastUndoable()!.id)])
    expect(done()).toBe(0)
  })

  it('leaves out what cannot be done, and says how much that was', async () => {
    const unknown = dearer([9001, 9002])
    const work = mugs.changes.applyInParts(asked([...dearer(productIds), ...unknown]))
    await expect(work).rejects.toThrow('1,000 of 1,002 changes were made.')
    expect(done()).toBe(many)
    const none = mugs.changes.applyInParts(asked(dearer(productIds.map((id) => id + 5000))))
    await expect(none).rejects.toThrow('This product is no longer in the catalogue. Nothing was changed.')
    expect(sets()).toHaveLength(1)
  })

  it('keeps a new product together with its pictures, however many', async () => {
    const add = (productId: number | null, n: number): Operation => {
      const source = { url: `https://img.example/${n}.jpg` }
      return { kind: 'picture.add', productId, source, role: 'gallery', fileName: '', alt: '' }
    }
    const pictures = Array.from({ length: 250 }, (_, n) => add(null, n))
    await mugs.changes.applyInParts(
      asked([...dearer(productIds.slice(0, 60)), { kind: 'create', fields: { name: 'Vase' } }, ...pictures]),
    )
    const [vase] = mugs.catalogue.search({ text: 'vase' }, 0, 1).rows
    expect(mugs.openOf(vase!.id)).toHaveLength(251)
  })
})
