// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../../../electron/shared/fields/product-fields'
import type { ProductDetail } from '../../../../../../electron/shared/product'
import { FormStateContext } from '../../../../../../renderer/features/product/form-state'
import { goToCell, leaveGrid, useGridStore } from '../../../../../../renderer/features/product/variations/grid-store'
import { VariationsSection } from '../../../../../../renderer/features/product/variations/VariationsSection'
import { openProduct, refreshProduct, useProductStore } from '../../../../../../renderer/stores/product-store'
import type { Variation } from '../../../../../../renderer/stores/variation-edits'
import { aProductDetail } from '../../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../../support/fake-bridge'
import { giveJsdomSizes } from '../../../../../support/mantine-in-jsdom'

// What is being typed stays where it is typed, whatever becomes of the rows around it.

const sized = (id: number, value: string): Variation => ({
  id,
  number: id,
  options: [{ name: 'Size', value }],
  own: { sku: `S-${value}` },
  label: value,
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
})

let detail: ProductDetail
let place: HTMLElement
let root: Root

beforeEach(async () => {
  giveJsdomSizes()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  detail = withVariations([sized(1, 'Small'), sized(2, 'Medium'), sized(3, 'Large')])
  installFakeBridge({ 'catalogue.product': () => detail, 'drafts.put': () => null, 'drafts.remove': () => null })
  await openProduct('a', 1)
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  act(() => root.render(<Shown />))
})
afterEach(() => {
  act(() => root.unmount())
  place.remove()
  leaveGrid()
})

function withVariations(variations: Variation[]): ProductDetail {
  const { readOnly } = aProductDetail()
  return aProductDetail({ fields: { ...newProductFields, name: 'Mug' }, readOnly: { ...readOnly, variations } })
}

function Shown() {
  const form = { connectionId: 'a', profile: null, categories: [], productTypes: [], readOnly: false }
  return (
    <MantineProvider env="test">
      <FormStateContext value={form}>
        <VariationsSection />
      </FormStateContext>
    </MantineProvider>
  )
}

/** As others make it in the store, or the store makes it of what was sent. */
const become = (variations: Variation[]) =>
  act(async () => {
    detail = withVariations(variations)
    await refreshProduct()
  })
const grid = () => place.querySelector<HTMLElement>('[role="grid"]')!
const input = () => place.querySelector<HTMLInputElement>('[role="gridcell"] input:not([type="file"])')
const press = (key: string, target: HTMLElement = grid(), more: KeyboardEventInit = {}) =>
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })))
function type(text: string): void {
  const box = input()!
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
const typed = () =>
  Object.fromEntries(
    Object.values(useProductStore.getState().open?.edits.variations ?? {}).map(({ label, patch }) => [label, patch]),
  )

it('goes on in its row when others remove one above it', async () => {
  act(() => goToCell({ row: 2, column: 0 }))
  press('X')
  type('XY')
  await become([sized(2, 'Medium'), sized(3, 'Large')])
  expect(input()?.value).toBe('XY')
  type('XYZ')
  expect(typed()).toEqual({ Large: { sku: 'XYZ' } })
  press('Escape', input()!)
  expect(typed()).toEqual({})
  expect(useGridStore.getState().active).toEqual({ row: 1, column: 0 })
})

it('goes on in its row when the store gives the variation an id of its own, and Escape takes back what was typed', async () => {
  await become([sized(1, 'Small'), sized(-7, 'Huge')])
  act(() => goToCell({ row: 1, column: 0 }))
  press('X')
  type('XY')
  await become([sized(1, 'Small'), sized(4001, 'Huge')])
  expect(input()?.value).toBe('XY')
  expect(typed()).toEqual({ Huge: { sku: 'XY' } })
  press('Escape', input()!)
  expect(typed()).toEqual({})
})

it('keeps the range on its rows when others remove one above it', async () => {
  act(() => {
    goToCell({ row: 1, column: 0 })
    goToCell({ row: 2, column: 1 }, true)
  })
  await become([sized(2, 'Medium'), sized(3, 'Large')])
  const { active, anchor } = useGridStore.getState()
  expect([anchor, active]).toEqual([
    { row: 0, column: 0 },
    { row: 1, column: 1 },
  ])
})

it.each(['Dead', 'Process'])(
  'opens for a letter that is composed of several keys (%s), and types nothing itself',
  (key) => {
    act(() => goToCell({ row: 0, column: 0 }))
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    act(() => void grid().dispatchEvent(event))
    expect(event.defaultPrevented).toBe(false)
    expect(document.activeElement).toBe(input())
    expect(input()?.value).toBe('')
    expect(typed()).toEqual({})
  },
)

it('leaves a key that ends the composition of a letter to the composition', () => {
  act(() => goToCell({ row: 0, column: 0 }))
  press('F2')
  press('Enter', input()!, { isComposing: true })
  expect(useGridStore.getState().editor).not.toBeNull()
  press('Enter', input()!)
  expect(useGridStore.getState().active.row).toBe(1)
})

it('opens in no row that goes, which is said', () => {
  act(() => goToCell({ row: 1, column: 0 }))
  press('Delete', grid(), { ctrlKey: true })
  press('X')
  expect(input()).toBeNull()
  expect(grid().querySelector('[data-row="1"]')?.textContent).toContain('Removed')
  expect(place.querySelector('output')?.textContent).toBe('It goes when you save. Keep it to type into it.')
  press('Delete', grid(), { ctrlKey: true })
  expect(place.textContent).not.toContain('Removed')
})
