import { afterEach, beforeEach, expect, it } from 'vitest'
import { grow } from '../../../../electron/changes/grow'
import { writeSet } from '../../../../electron/changes/write-set'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
let productIds: number[]
beforeEach(() => {
  mugs = openMugs()
  productIds = mugs.catalogue.transaction(() => Array.from({ length: 400 }, (_, at) => mugs.put(at + 1)))
})
afterEach(() => mugs.close())

/** What is still to be done is what has no other price yet. */
const left = () => productIds.filter((id) => mugs.openOf(id).length === 0)

function growing(more: Partial<Parameters<typeof grow<number>>[0]> = {}) {
  let setId: number | null = null
  return grow<number>({
    catalogue: mugs.catalogue,
    next: () => left().slice(0, 50),
    write(productId) {
      const set = writeSet(mugs.catalogue, 1, setId ?? { source: 'list', label: { code: 'text', text: 'Test' } })
      set.ask([{ kind: 'update', productId, fields: { price: 12 } }])
      setId = set.id()
      return set.productIds()
    },
    isWanted: () => setId === null || mugs.catalogue.changes.hasUnreverted(setId),
    tell: () => {},
    ...more,
  })
}

it('writes all of it as one set and tells each product once', async () => {
  const told: number[] = []
  expect(await growing({ tell: (ids) => told.push(...ids) })).toBe(true)
  expect(left()).toEqual([])
  expect(told.toSorted((a, b) => a - b)).toEqual(productIds)
  expect(mugs.catalogue.changes.list('all', undefined, 0, 10).total).toBe(1)
})

it('keeps what a slice wrote together with how far it is, or neither', async () => {
  let noted = 0
  const work = growing({
    note() {
      noted = 400 - left().length
      if (noted > 50) throw new Error('The power goes.')
      mugs.catalogue.meta.set('noted', noted)
    },
  })
  await expect(work).rejects.toThrow('The power goes.')
  expect(400 - left().length).toBeLessThan(noted)
  expect(await growing()).toBe(true)
  expect(left()).toEqual([])
})

it('ends when its set is taken back, and when the store is closed', async () => {
  let tells = 0
  const takenBack = growing({
    tell() {
      tells += 1
      if (tells === 1) mugs.changes.revert(mugs.catalogue.changes.lastUndoable()!.id)
    },
  })
  expect(await takenBack).toBe(false)
  expect(left()).toHaveLength(400)

  const closing = new AbortController()
  const closed = growing({ signal: closing.signal, tell: () => closing.abort() })
  expect(await closed).toBe(false)
  expect(left().length).toBeGreaterThan(0)
})
