// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { newProductFields } from '../../../../../../electron/shared/fields/product-fields'
import { pasteAt, type Shown } from '../../../../../../renderer/features/product/variations/grid-edits'
import { variationColumns } from '../../../../../../renderer/format/variation-columns'
import { openProduct, undoEdit, useProductStore } from '../../../../../../renderer/stores/product-store'
import { aProductDetail } from '../../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../../support/fake-bridge'

const variations = [1, 2, 3].map((id) => ({
  id,
  number: id,
  options: [{ name: 'Size', value: `${id}` }],
  own: { sku: ` S-${id}`, price: 1.005 },
  label: `Size ${id}`,
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
}))
const shown: Shown = {
  variations,
  columns: ['sku', 'price'].map((path) => variationColumns.find((column) => column.path === path)!),
}

beforeEach(async () => {
  const { readOnly } = aProductDetail()
  const detail = aProductDetail({ fields: { ...newProductFields, name: 'Mug' }, readOnly: { ...readOnly, variations } })
  installFakeBridge({ 'catalogue.product': () => detail, 'drafts.put': () => null, 'drafts.remove': () => null })
  await openProduct('a', 1)
})

const typed = () => {
  const { variations: all } = useProductStore.getState().open!.edits
  return Object.fromEntries(Object.entries(all).map(([id, { patch, unparsed }]) => [id, { ...patch, ...unparsed }]))
}
const at = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column })

describe('a block that is pasted', () => {
  it('writes the boxes that it names and no others', () => {
    const { left } = pasteAt(shown, at(0, 0), 'A\t5\nB\nC\t7')
    expect(typed()).toEqual({ 1: { sku: 'A', price: 5 }, 2: { sku: 'B' }, 3: { sku: 'C', price: 7 } })
    expect(left).toBe(0)
    undoEdit()
    expect(typed()).toEqual({})
  })

  it('counts what has no place, and only what it names', () => {
    expect(pasteAt(shown, at(1, 1), '5\t6\t7\n8\n9').left).toBe(3)
    expect(typed()).toEqual({ 2: { price: 5 }, 3: { price: 8 } })
  })

  it('fills the range with the one box that it is', () => {
    pasteAt(shown, { top: 0, bottom: 2, left: 1, right: 1 }, '4')
    expect(typed()).toEqual({ 1: { price: 4 }, 2: { price: 4 }, 3: { price: 4 } })
  })
})
