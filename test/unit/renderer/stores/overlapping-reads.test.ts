// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import type { ProductDetail } from '../../../../electron/shared/product'
import { saveProduct } from '../../../../renderer/stores/product-actions'
import { openedProduct, openProduct, refreshProduct, setProductField } from '../../../../renderer/stores/product-store'
import { openShelf, refreshShelf, useShelfStore } from '../../../../renderer/stores/shelf-store'
import { aProductDetail } from '../../../support/a-product-detail'
import { aShelfDetail } from '../../../support/a-shelf-detail'
import { installFakeBridge } from '../../../support/fake-bridge'

/** Reads that were asked for and are not answered yet, oldest first. */
let asked: (() => void)[]
let state: ProductDetail['state']
let count: number

beforeEach(() => {
  asked = []
  state = 'synced'
  count = 0
  const answered = <T>(value: () => T): Promise<T> =>
    new Promise((resolve) => {
      const now = value()
      asked.push(() => resolve(now))
    })
  installFakeBridge({
    'catalogue.product': () => answered(() => aProductDetail({ fields: newProductFields, state })),
    'catalogue.shelf': () => answered(() => aShelfDetail({ fields: { name: `Mugs ${(count += 1)}` } })),
    'drafts.get': () => null,
    'drafts.put': () => null,
    'drafts.remove': () => null,
    'changes.apply': () => {
      state = 'waiting'
      return { changeSetId: 1, productIds: [1] }
    },
  })
})

const answer = async (which: number): Promise<void> => {
  await expect.poll(() => asked.length).toBeGreaterThan(which)
  asked[which]!()
}

describe('reads of one thing that overlap', () => {
  it('a save never ends with the product as it was before, though a later read is still on its way', async () => {
    const opening = openProduct('shop', 1)
    await answer(0)
    await opening
    setProductField('price', 12)
    const saving = saveProduct()
    await expect.poll(() => asked.length).toBe(2)
    void refreshProduct()
    await answer(1)
    await saving
    expect(openedProduct()).toMatchObject({ saving: false, detail: { state: 'waiting' } })
  })

  it('what was asked first does not come over what was asked later', async () => {
    const opening = openProduct('shop', 1)
    await answer(0)
    await opening
    const first = refreshProduct()
    state = 'waiting'
    const second = refreshProduct()
    await answer(2)
    await second
    await answer(1)
    await first
    expect(openedProduct()!.detail!.state).toBe('waiting')
  })

  it('a page that is read again and again shows each answer', async () => {
    const opening = openShelf({ connectionId: 'shop', thing: 'category', key: 1 })
    await answer(0)
    await opening
    const first = refreshShelf()
    void refreshShelf()
    await answer(1)
    await first
    expect(useShelfStore.getState().open!.detail!.fields['name']).toBe('Mugs 2')
  })
})
