// @vitest-environment jsdom
import { drawsPerEvent, growing } from '../../../../../support/draws-per-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newProductFields } from '../../../../../../electron/shared/fields/product-fields'
import { FormStateContext } from '../../../../../../renderer/features/product/form-state'
import { beginTyping, typeInto } from '../../../../../../renderer/features/product/variations/grid-edits'
import { goToCell } from '../../../../../../renderer/features/product/variations/grid-store'
import { variationColumns } from '../../../../../../renderer/format/variation-columns'
import { VariationsSection } from '../../../../../../renderer/features/product/variations/VariationsSection'
import { openProduct, useProductStore } from '../../../../../../renderer/stores/product-store'
import type { Variation } from '../../../../../../renderer/stores/variation-edits'
import { aProductDetail } from '../../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../../support/fake-bridge'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

const variation = (id: number): Variation => ({
  id,
  number: id,
  options: [{ name: 'Size', value: `Size ${id}` }],
  own: { sku: `S-${id}`, unlimited: false, quantity: 3 },
  label: `Size ${id}`,
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
})

async function show(count: number) {
  const variations = Array.from({ length: count }, (_, at) => variation(at + 1))
  const { readOnly } = aProductDetail()
  const detail = aProductDetail({
    fields: { ...newProductFields, name: 'Mug', price: 12 },
    readOnly: { ...readOnly, variations },
  })
  installFakeBridge({ 'catalogue.product': () => detail, 'drafts.put': () => null, 'drafts.remove': () => null })
  await openProduct('a', 1)
  const form = { connectionId: 'a', profile: null, categories: [], productTypes: [], readOnly: false }
  return (
    <FormStateContext value={form}>
      <VariationsSection />
    </FormStateContext>
  )
}

const first = () => useProductStore.getState().open!.detail!.readOnly.variations[0]!
const shown = () => ({
  variations: useProductStore.getState().open!.detail!.readOnly.variations,
  columns: variationColumns,
})
const price = variationColumns.find(({ path }) => path === 'price')!

describe('the grid of variations', () => {
  it('draws what is typed into and gone to, however many rows there are', async () => {
    const draws = await drawsPerEvent({
      show,
      entry: '[role="row"][data-row]',
      happenings: [
        { name: 'a letter that begins typing', happen: () => beginTyping(shown(), '1') },
        { name: 'a value', happen: () => typeInto(first(), price, '12') },
        { name: 'another', happen: () => typeInto(first(), price, '125') },
        { name: 'text that is no value', happen: () => typeInto(first(), price, '12x') },
        { name: 'going on', happen: () => goToCell({ row: 3, column: 1 }) },
      ],
    })
    expect(draws.every(({ drawn }) => drawn.every((count) => count > 0))).toBe(true)
    expect(growing(draws)).toEqual([])
  })
})
