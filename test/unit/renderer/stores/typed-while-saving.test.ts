// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../electron/shared/errors'
import { newProductFields, type ProductFields } from '../../../../electron/shared/fields/product-fields'
import { saveProduct } from '../../../../renderer/stores/product-actions'
import {
  drafts,
  openedProduct,
  openProduct,
  refreshProduct,
  resetField,
  setProductField,
  setVariations,
  undoEdit,
} from '../../../../renderer/stores/product-store'
import { isMoved, valuesOf } from '../../../../renderer/stores/product-edits'
import { withCell, type Variation } from '../../../../renderer/stores/variation-edits'
import { aProductDetail } from '../../../support/a-product-detail'
import { installFakeBridge } from '../../../support/fake-bridge'

const mug: ProductFields = { ...newProductFields, name: 'Mug', price: 10 }
const red: Variation = {
  id: 7,
  number: 1,
  options: [{ name: 'Colour', value: 'Red' }],
  own: { sku: 'R', price: 3 },
  label: 'Red',
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
}

/** What the store's copy holds, as main says it. */
let shown: { fields: ProductFields; variation: Variation }
let answer: { done: () => void; failed: () => void }

beforeEach(async () => {
  shown = { fields: mug, variation: red }
  installFakeBridge({
    'catalogue.product': () =>
      aProductDetail({
        fields: shown.fields,
        readOnly: { variations: [shown.variation], components: [] },
      }),
    'drafts.get': () => null,
    'drafts.put': () => null,
    'drafts.remove': () => null,
    'changes.apply': () =>
      new Promise((resolve, reject) => {
        answer = {
          done: () => resolve({ changeSetId: 1, productIds: [1] }),
          failed: () => reject(new AppError('internal', 'The disk is full.')),
        }
      }),
  })
  await openProduct('shop', 1)
})

const edits = () => openedProduct()!.edits
const price = () => valuesOf(edits()).price
const ownPrice = (value: number) =>
  setVariations('7.price', (all) =>
    withCell(all, { variation: shown.variation, path: 'price' }, { values: { price: value } }),
  )
/** What was sent is in the local copy. */
const written = () => {
  shown = { fields: { ...mug, price: 12 }, variation: { ...red, own: { ...red.own, price: 5 } } }
}

describe('what is typed while a save is under way', () => {
  it('wins, also where it is what was there before', async () => {
    setProductField('price', 12)
    const saved = saveProduct()
    setProductField('price', 10)
    written()
    answer.done()
    await saved
    expect(edits()).toMatchObject({ base: { price: 12 }, patch: { price: 10 } })
  })

  it('wins by undo and by the way back to the former value as well', async () => {
    for (const back of [undoEdit, () => resetField('price')]) {
      await openProduct('shop', 1)
      setProductField('price', 12)
      const saved = saveProduct()
      back()
      expect(price()).toBe(10)
      shown = { fields: { ...mug, price: 12 }, variation: red }
      answer.done()
      await saved
      expect(edits()).toMatchObject({ base: { price: 12 }, patch: { price: 10 } })
      shown = { fields: mug, variation: red }
      await drafts.forget({ connectionId: 'shop', productId: 1 })
    }
  })

  it('outlives news of before and after the save', async () => {
    setProductField('price', 12)
    const saved = saveProduct()
    setProductField('price', 10)
    await refreshProduct()
    written()
    await refreshProduct()
    expect(edits()).toMatchObject({ base: { price: 12 }, patch: { price: 10 } })
    answer.done()
    await saved
    expect(edits()).toMatchObject({ base: { price: 12 }, patch: { price: 10 } })
  })

  it('is no edit where it is what was sent', async () => {
    setProductField('price', 12)
    const saved = saveProduct()
    setProductField('price', 10)
    setProductField('price', 11)
    resetField('price')
    expect(price()).toBe(12)
    written()
    answer.done()
    await saved
    expect(edits()).toMatchObject({ base: { price: 12 }, patch: {} })
  })

  it('keeps what was sent on the screen without a word of others while its news are here first', async () => {
    setProductField('price', 12)
    const saved = saveProduct()
    written()
    await refreshProduct()
    expect(price()).toBe(12)
    expect(isMoved(edits(), openedProduct()!.detail!.fields, 'price')).toBe(false)
    setProductField('price', 10)
    answer.done()
    await saved
    expect(edits()).toMatchObject({ base: { price: 12 }, patch: { price: 10 } })
  })

  it('is compared with what is there when nothing was saved', async () => {
    setProductField('price', 12)
    setProductField('name', 'Cup')
    let saved = saveProduct()
    setProductField('price', 10)
    answer.failed()
    expect(await saved).toBeNull()
    expect(openedProduct()?.problem?.message).toBe('The disk is full.')
    expect(edits()).toMatchObject({ base: { price: 10, name: 'Mug' }, patch: { name: 'Cup' } })
    expect(edits().patch).not.toHaveProperty('price')

    setProductField('price', 12)
    saved = saveProduct()
    setProductField('price', 11)
    answer.failed()
    await saved
    expect(edits()).toMatchObject({ base: { price: 10 }, patch: { price: 11 } })

    // The answer was lost, and yet it was saved.
    saved = saveProduct()
    setProductField('price', 10)
    shown = { fields: { ...mug, price: 11, name: 'Cup' }, variation: red }
    answer.failed()
    await saved
    expect(edits()).toMatchObject({ base: { price: 11, name: 'Cup' }, patch: { price: 10 } })
    expect(edits().patch).not.toHaveProperty('name')
  })

  it('holds for what variations have of their own', async () => {
    ownPrice(5)
    let saved = saveProduct()
    ownPrice(3)
    await refreshProduct()
    written()
    await refreshProduct()
    answer.done()
    await saved
    expect(edits().variations[7]).toMatchObject({ base: { price: 5 }, patch: { price: 3 } })

    saved = saveProduct()
    ownPrice(4)
    ownPrice(3)
    shown = { fields: { ...mug, price: 12 }, variation: red }
    answer.done()
    await saved
    expect(edits().variations).toEqual({})

    ownPrice(6)
    saved = saveProduct()
    ownPrice(3)
    answer.failed()
    await saved
    expect(edits().variations).toEqual({})
  })
})
