// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import type { RequestInput } from '../../../../electron/shared/contract'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import type { ProductDetail } from '../../../../electron/shared/product'
import { saveProduct } from '../../../../renderer/stores/product-actions'
import {
  openProduct,
  refreshProduct,
  setProductField,
  setVariations,
  undoEdit,
  useProductStore,
} from '../../../../renderer/stores/product-store'
import { goingVariations } from '../../../../renderer/stores/varied-by-options'
import { withCell, type Variation } from '../../../../renderer/stores/variation-edits'
import {
  addVariations,
  keepVariations,
  removeVariations,
  variationRows,
} from '../../../../renderer/stores/variation-rows'
import { aProductDetail } from '../../../support/a-product-detail'
import { installFakeBridge, type FakeBridge } from '../../../support/fake-bridge'

const sized = (id: number, value: string, own: Variation['own'] = {}): Variation => ({
  id,
  number: id,
  options: [{ name: 'Size', value }],
  own,
  label: value,
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
})
const options = (...values: string[]) => [
  { name: 'Size', type: 'SELECT', choices: values.map((text) => ({ text })), required: false },
]
const withVariations = (...variations: Variation[]): ProductDetail => {
  const { readOnly } = aProductDetail()
  const fields = { ...newProductFields, name: 'Mug', options: options('Small', 'Large', 'Huge') }
  return aProductDetail({ fields, readOnly: { ...readOnly, variations } })
}

let detail: ProductDetail
let fake: FakeBridge
beforeEach(async () => {
  detail = withVariations(sized(1, 'Small'), sized(2, 'Large'))
  fake = installFakeBridge({
    'catalogue.product': () => detail,
    'changes.apply': () => ({ changeSetId: 1, productIds: [1] }),
    'drafts.put': () => null,
    'drafts.remove': () => null,
  })
  await openProduct('a', 1)
})
const open = () => useProductStore.getState().open!
const rows = () => variationRows(open())
const labels = () => rows().map(({ label }) => label)
const huge = { options: [{ name: 'Size', value: 'Huge' }], fields: { price: 9 } }
const operations = () => {
  const asked = fake.asked.findLast(({ name }) => name === 'changes.apply')
  return (asked?.input as RequestInput<'changes.apply'> | undefined)?.operations
}

describe('a variation that is made in the form', () => {
  it('is a row like the others, typed into, saved as one, and there until the product is read again', async () => {
    addVariations([huge])
    expect(labels()).toEqual(['Small', 'Large', 'Huge'])
    const row = rows()[2]!
    setVariations('x', (all) => withCell(all, { variation: row, path: 'sku' }, { values: { sku: 'H' } }))
    expect(rows()[2]).toBe(row)

    const seen: string[][] = []
    const stop = useProductStore.subscribe(
      ({ open: now }) => now && seen.push(variationRows(now).map((each) => each.label)),
    )
    detail = withVariations(sized(1, 'Small'), sized(2, 'Large'), sized(-5, 'Huge', { price: 9, sku: 'H' }))
    await saveProduct()
    stop()
    expect(operations()).toEqual([
      { kind: 'variation.add', productId: 1, options: huge.options, fields: { price: 9, sku: 'H' } },
    ])
    expect(seen.every((each) => each.join() === 'Small,Large,Huge')).toBe(true)
    expect(open().edits.variations).toEqual({})
    expect(rows()[2]?.id).toBe(-5)
  })

  it('is undone in one step, however many they are, and goes by itself with its choice', () => {
    addVariations([huge, { options: [{ name: 'Size', value: 'Giant' }], fields: {} }])
    setProductField('options', options('Small', 'Large', 'Giant'))
    expect(labels()).toEqual(['Small', 'Large', 'Giant'])
    undoEdit()
    expect(labels()).toEqual(['Small', 'Large', 'Huge', 'Giant'])
    undoEdit()
    expect(labels()).toEqual(['Small', 'Large'])
  })

  it('is typed into the one that others made meanwhile', async () => {
    addVariations([huge])
    detail = withVariations(sized(1, 'Small'), sized(2, 'Large'), sized(40, 'Huge', { price: 12 }))
    await refreshProduct()
    expect(rows().map(({ id }) => id)).toEqual([1, 2, 40])
    expect(open().edits.variations).toMatchObject({ 40: { patch: { price: 9 } } })
  })

  it('keeps what was typed while it was saved', async () => {
    addVariations([huge])
    detail = withVariations(sized(1, 'Small'), sized(2, 'Large'), sized(-5, 'Huge', { price: 9 }))
    fake.handlers['changes.apply'] = () => {
      const row = rows()[2]!
      setVariations('x', (all) => withCell(all, { variation: row, path: 'price' }, { values: { price: 11 } }))
      return { changeSetId: 1, productIds: [1] }
    }
    await saveProduct()
    expect(open().edits.variations).toEqual({
      [-5]: { label: 'Huge', base: { price: 9 }, patch: { price: 11 }, unparsed: {} },
    })
  })

  it('of a new product is made with it', async () => {
    await openProduct('a', 'new')
    setProductField('name', 'Cup')
    addVariations([huge])
    await saveProduct()
    expect(operations()).toMatchObject([
      { kind: 'create' },
      { kind: 'variation.add', productId: null, fields: { price: 9 } },
    ])
  })

  it('takes the names that its option and choice were given since', async () => {
    addVariations([huge])
    setProductField('options', [
      {
        ...options()[0],
        name: 'Format',
        formerly: ['Size'],
        choices: [{ text: 'XXL', formerly: ['Huge'] }, { text: 'Small' }, { text: 'Large' }],
      },
    ])
    expect(rows()[2]?.options).toEqual([{ name: 'Format', value: 'XXL' }])
    await saveProduct()
    expect(operations()?.at(-1)).toMatchObject({ kind: 'variation.add', options: [{ name: 'Format', value: 'XXL' }] })
  })
})

describe('a variation that is removed in the form', () => {
  it('is named before the save, goes with it, and with nothing else of it', async () => {
    const [small] = rows()
    setVariations('x', (all) => withCell(all, { variation: small!, path: 'price' }, { values: { price: 3 } }))
    removeVariations([small!])
    expect(labels()).toEqual(['Small', 'Large'])
    expect(goingVariations(open()).map(({ label }) => label)).toEqual(['Small'])
    detail = withVariations(sized(2, 'Large'))
    await saveProduct()
    expect(operations()).toEqual([{ kind: 'variation.remove', productId: 1, variationId: 1 }])
    expect(open().edits.variations).toEqual({})
  })

  it('stays after all with what was typed into it', () => {
    const [small, large] = rows()
    setVariations('x', (all) => withCell(all, { variation: small!, path: 'price' }, { values: { price: 3 } }))
    removeVariations([small!, large!])
    keepVariations([small!, large!])
    expect(open().edits.variations).toEqual({
      1: { label: 'Small', base: { price: null }, patch: { price: 3 }, unparsed: {} },
    })
  })

  it('goes at once where it was only made in the form', () => {
    addVariations([huge])
    removeVariations(rows().slice(2))
    expect(open().edits.variations).toEqual({})
  })

  it('is nobody’s question where others removed it first', async () => {
    removeVariations(rows().slice(0, 1))
    detail = withVariations(sized(2, 'Large'))
    await refreshProduct()
    expect(open().edits.variations).toEqual({})
  })
})
