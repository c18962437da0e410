import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ProductDraft } from '../../../../electron/shared/product'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import { createDraftKeeper, type DraftKey } from '../../../../renderer/stores/draft-keeper'
import { editsOf, withField } from '../../../../renderer/stores/product-edits'

const mug: DraftKey = { connectionId: 'shop', productId: 7 }
const fresh: DraftKey = { connectionId: 'shop', productId: null }
const untouched = editsOf(newProductFields)
const named = (name: string) => withField(untouched, 'name', name)

function keeperOnPaper() {
  const drafts = new Map<number | null, ProductDraft>()
  const writes: string[] = []
  const keeper = createDraftKeeper({
    put: async ({ drafts: all }) => {
      for (const { productId, draft } of all) {
        if (draft) drafts.set(productId, draft)
        else drafts.delete(productId)
      }
      writes.push(`put ${all.map(({ draft }) => draft?.patch.name ?? 'none').join()}`)
    },
    remove: async ({ productId }) => {
      drafts.delete(productId)
      writes.push('remove')
    },
    wait: 300,
    now: () => 1000,
  })
  return { keeper, drafts, writes }
}

describe('what is typed and not saved', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is written at most every 300 ms while typing goes on', async () => {
    const { keeper, drafts, writes } = keeperOnPaper()
    keeper.note(mug, named('M'))
    await vi.advanceTimersByTimeAsync(200)
    keeper.note(mug, named('Mu'))
    await vi.advanceTimersByTimeAsync(99)
    expect(writes).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(drafts.get(7)).toEqual({
      base: { name: '' },
      patch: { name: 'Mu' },
      unparsed: {},
      variations: {},
      savedAt: 1000,
    })
  })

  it('is written at once when asked', async () => {
    const { keeper, writes } = keeperOnPaper()
    keeper.note(mug, named('Mug'))
    await keeper.flush()
    expect(writes).toEqual(['put Mug'])
  })

  it('into many products goes in few writes', async () => {
    const { keeper, drafts, writes } = keeperOnPaper()
    for (let productId = 1; productId <= 500; productId += 1) keeper.note({ ...mug, productId }, named('Mug'))
    await keeper.flush()
    expect([drafts.size, writes.length]).toEqual([500, 3])
  })

  it('of one product is not lost when another one is opened', async () => {
    const { keeper, drafts } = keeperOnPaper()
    keeper.note(mug, named('Mug'))
    keeper.note(fresh, named('Bowl'))
    await keeper.flush()
    expect([drafts.get(7)?.patch.name, drafts.get(null)?.patch.name]).toEqual(['Mug', 'Bowl'])
  })

  it('leaves no draft behind when it was set back', async () => {
    const { keeper, drafts } = keeperOnPaper()
    keeper.note(mug, named('Mug'))
    await keeper.flush()
    keeper.note(mug, untouched)
    await keeper.flush()
    expect(drafts.size).toBe(0)
  })

  it('is forgotten after a save, also what was about to be written', async () => {
    const { keeper, drafts, writes } = keeperOnPaper()
    keeper.note(mug, named('Mug'))
    await keeper.forget(mug)
    await vi.advanceTimersByTimeAsync(1000)
    expect(drafts.size).toBe(0)
    expect(writes).toEqual(['remove'])
  })

  it('survives a write that failed', async () => {
    const written: string[] = []
    let full = true
    const keeper = createDraftKeeper({
      put: async ({ drafts }) => {
        if (full) throw new Error('The disk is full.')
        written.push(...drafts.map(({ draft }) => draft?.patch.name ?? ''))
      },
      remove: async () => {},
      wait: 300,
      now: () => 0,
    })
    keeper.note(mug, named('M'))
    await keeper.flush()
    full = false
    keeper.note(mug, named('Mu'))
    await keeper.flush()
    expect(written).toEqual(['Mu'])
  })
})
