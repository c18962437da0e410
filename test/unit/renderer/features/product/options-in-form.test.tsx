// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { newProductFields, type ProductFields } from '../../../../../electron/shared/fields/product-fields'
import type { Entry } from '../../../../../electron/shared/fields/kind'
import { ProductPane } from '../../../../../renderer/features/product/ProductPane'
import { typedErrors } from '../../../../../renderer/features/product/form-problems'
import { saveProduct } from '../../../../../renderer/stores/product-actions'
import {
  drafts,
  openedProduct,
  redoEdit,
  setProductField,
  setUnparsed,
  setVariations,
  undoEdit,
} from '../../../../../renderer/stores/product-store'
import { isEdited, valuesOf } from '../../../../../renderer/stores/product-edits'
import { withCell, type Variation } from '../../../../../renderer/stores/variation-edits'
import { variationRows } from '../../../../../renderer/stores/variation-rows'
import { goingVariations } from '../../../../../renderer/stores/varied-by-options'
import { closeProduct, showProduct, useViewStore } from '../../../../../renderer/stores/view-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let bridge: FakeBridge

const size = { name: 'Size', type: 'SELECT', required: false, choices: [{ text: 'S' }, { text: 'M' }] }
const mug: ProductFields = { ...newProductFields, name: 'Mug', options: [size] }
const variationOf = (id: number, value: string): Variation => ({
  id,
  number: id,
  options: [{ name: 'Size', value }],
  own: { sku: value, price: 3 },
  label: value,
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
})
const variations = [variationOf(7, 'S'), variationOf(8, 'M')]

beforeEach(async () => {
  bridge = installFakeBridge({
    'catalogue.product': () => aProductDetail({ fields: mug, readOnly: { variations, components: [] } }),
    'catalogue.owner': () => null,
    'changes.apply': () => ({ changeSetId: 1, productIds: [1] }),
    'drafts.put': () => null,
    'drafts.remove': () => null,
  })
  useViewStore.setState({ connectionId: 'a' })
  showProduct(1, 'options')
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <ProductPane media={() => null} history={() => null} />
      </MantineProvider>,
    ),
  )
})

const named = (name: string) => document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)!
function type(name: string, text: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(named(name), text)
    named(name).dispatchEvent(new Event('input', { bubbles: true }))
  })
}
const press = (name: string) => act(() => named(name).click())
const key = (name: string, pressed: KeyboardEventInit) =>
  act(() => void named(name).dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true })))
const edits = () => openedProduct()!.edits
const choices = () => (valuesOf(edits()).options[0]!['choices'] as Entry[]).map(({ text }) => text)
const prices = () =>
  (valuesOf(edits()).options[0]!['choices'] as Entry[]).map(({ priceModifier }) => priceModifier ?? 0)
const errors = () => typedErrors(openedProduct()!, true, null)

describe('undo in the options of a form', () => {
  // There Ctrl+Z would take back the letters that were typed last, and not what was removed.
  it.each(['Remove S', 'Remove M'])('is asked for outside of any text after “%s”', (label) => {
    type('Choice 2', 'Medium')
    press(label === 'Remove M' ? 'Remove Medium' : label)
    expect(document.activeElement).toMatchObject({ tagName: 'BUTTON' })
    act(() => undoEdit())
    expect(choices()).toEqual(['S', 'Medium'])
  })

  it('goes box by box and line by line, and leads there again', () => {
    type('Choice 1', 'Sm')
    type('Choice 1', 'Small')
    type('Choice 2', 'Medium')
    type('Price change of Medium', '1')
    type('Price change of Medium', '12')
    type('New choice of Size', 'L')
    type('New choice of Size', 'Large')
    press('Remove Small')
    const seen: unknown[] = []
    for (let step = 0; step < 5; step++) {
      act(() => undoEdit())
      seen.push([choices(), prices()])
    }
    expect(seen).toEqual([
      [
        ['Small', 'Medium', 'Large'],
        [0, 12, 0],
      ],
      [
        ['Small', 'Medium'],
        [0, 12],
      ],
      [
        ['Small', 'Medium'],
        [0, 0],
      ],
      [
        ['Small', 'M'],
        [0, 0],
      ],
      [
        ['S', 'M'],
        [0, 0],
      ],
    ])
    expect(isEdited(edits())).toBe(false)
    for (let step = 0; step < 5; step++) act(() => redoEdit())
    expect(choices()).toEqual(['Medium', 'Large'])
  })

  it('takes a line back to its place with what is half typed into it, as one step', () => {
    type('Price change of M', 'dear')
    key('Choice 2', { key: 'ArrowUp', altKey: true })
    expect([choices(), edits().unparsed]).toEqual([['M', 'S'], { 'options.0.choices.0.priceModifier': 'dear' }])
    act(() => undoEdit())
    expect([choices(), edits().unparsed]).toEqual([['S', 'M'], { 'options.0.choices.1.priceModifier': 'dear' }])
    act(() => undoEdit())
    expect(isEdited(edits())).toBe(false)
  })

  it('takes a pick of several as one step each', () => {
    for (const categoryIds of [[1], [1, 2]]) act(() => setProductField('categoryIds', categoryIds))
    act(() => undoEdit())
    expect(valuesOf(edits()).categoryIds).toEqual([1])
    act(() => setUnparsed('dimensions.length', '3,'))
    act(() => setProductField('dimensions', { length: 3.5, width: 0, height: 0 }))
    act(() => setUnparsed('dimensions.length', null))
    act(() => setProductField('dimensions', { length: 3.5, width: 2, height: 0 }))
    act(() => undoEdit())
    expect(valuesOf(edits()).dimensions).toEqual({ length: 3.5, width: 0, height: 0 })
  })
})

describe('Shift+Escape in the options of a form', () => {
  it('takes back what was typed into its box and leaves the others, as one step', () => {
    type('Choice 1', 'Small')
    type('Price change of Small', '5%')
    type('Choice 2', 'Medium')
    key('Choice 2', { key: 'ArrowUp', altKey: true })
    const back = (name: string) => {
      act(() => named(name).focus())
      key(name, { key: 'Escape', shiftKey: true })
    }
    back('Choice 1')
    expect(choices()).toEqual(['M', 'Small'])
    act(() => undoEdit())
    expect(choices()).toEqual(['Medium', 'Small'])
    back('Price change of Small')
    expect([choices(), prices()]).toEqual([
      ['Medium', 'Small'],
      [0, 0],
    ])
    back('Choice 1')
    back('Choice 2')
    key('Choice 1', { key: 'ArrowDown', altKey: true })
    expect(isEdited(edits())).toBe(false)
  })
})

describe('what stands in the box for the next choice', () => {
  it('is a choice from its first letter, in the draft when the form is closed, and undone as one', async () => {
    act(() => named('New choice of Size').focus())
    type('New choice of Size', 'L')
    expect(choices()).toEqual(['S', 'M', 'L'])
    expect(named('Choice 3')).toBeNull()
    await act(async () => closeProduct())
    await drafts.flush()
    const kept = bridge.asked.findLast(({ name }) => name === 'drafts.put')?.input
    const patch = { options: [{ choices: [{}, {}, { text: 'L' }] }] }
    expect(kept).toMatchObject({ drafts: [{ draft: { patch } }] })
  })

  it('is none while it is empty or there is one of its name, and no other than before when it is undone', () => {
    for (const text of ['M', 'Me', 'M']) type('New choice of Size', text)
    expect(choices()).toEqual(['S', 'M'])
    expect(named('New choice of Size').value).toBe('M')
    type('New choice of Size', 'Me')
    type('New choice of Size', '')
    expect(isEdited(edits())).toBe(false)
    type('New choice of Size', 'XL')
    act(() => undoEdit())
    expect([choices(), named('New choice of Size').value]).toEqual([['S', 'M'], ''])
  })

  it('goes on as it is when Enter ends a letter of an input method', () => {
    type('New choice of Size', '小')
    key('New choice of Size', { key: 'Enter', isComposing: true })
    expect(named('New choice of Size').value).toBe('小')
    key('New choice of Size', { key: 'Enter' })
    expect(named('New choice of Size').value).toBe('')
    expect(choices()).toEqual(['S', 'M', '小'])
    act(() => named('Choice 1').focus())
    key('Choice 1', { key: 'Enter', isComposing: true })
    expect(document.activeElement).toBe(named('Choice 1'))
  })
})

it('an option that is made one without choices takes what is half typed into them along, and brings it again', async () => {
  type('Price change of M', 'dear')
  const choose = async (label: string) => {
    press('How option 1 is shown')
    const shown = [...document.querySelectorAll<HTMLElement>('[role="option"]')].filter(
      (each) => each.textContent === label,
    )
    await act(async () => shown.at(-1)!.click())
  }
  expect(errors()).toHaveLength(1)
  await choose('Text field')
  expect(errors()).toEqual([])
  expect(edits().unparsed).toEqual({})
  await choose('Radio buttons')
  expect(choices()).toEqual(['S', 'M'])
  expect(edits().unparsed).toEqual({ 'options.0.choices.1.priceModifier': 'dear' })
})

it('the variations that go with a removed choice, or with one whose name another was given, are named before the save', () => {
  const says = (text: string) => document.body.textContent?.includes(text)
  press('Remove S')
  expect(says('1 variation is made of what you removed, and goes when you save: S.')).toBe(true)
  type('Choice 1', 'S')
  expect(says('1 variation is made of what you removed, and goes when you save: S.')).toBe(true)
  expect(says('1 variation takes the new name')).toBe(true)
  act(() => undoEdit())
  act(() => undoEdit())
  expect(says('goes when you save')).toBe(false)
})

it('a variation that goes with a removed choice keeps nothing from being saved, and takes along what was typed into it', async () => {
  const cell = (id: number) => ({ variation: variations[id - 7]!, path: 'price' })
  act(() => setVariations('7.price', (all) => withCell(all, cell(7), { text: 'dear' })))
  act(() => setVariations('8.price', (all) => withCell(all, cell(8), { text: 'cheap' })))
  expect(errors().map(({ path }) => path)).toEqual(['variations.7.price', 'variations.8.price'])
  press('Remove S')
  expect(errors().map(({ path }) => path)).toEqual(['variations.8.price'])
  act(() => undoEdit())
  expect(errors()).toHaveLength(2)
  press('Remove S')
  await act(async () => saveProduct())
  expect(Object.keys(edits().variations)).toEqual(['8'])
})

it('a choice that is typed on while it is saved is the one that was saved under another name, and keeps its variations', async () => {
  const end = await saving(() => {
    type('Choice 2', 'Medium')
    type('New choice of Size', 'L')
  })
  type('Choice 2', 'Medium s')
  type('Choice 2', 'Medium size')
  type('New choice of Size', 'Large')
  const saved = { ...size, choices: [{ text: 'S' }, { text: 'Medium', formerly: ['M'] }, { text: 'L' }] }
  const now = {
    fields: { ...mug, options: [saved] },
    variations: [variationOf(7, 'S'), variationOf(8, 'Medium'), variationOf(9, 'L')],
  }
  bridge.handlers['catalogue.product'] = () =>
    aProductDetail({ fields: now.fields, readOnly: { variations: now.variations, components: [] } })
  await act(async () => end())
  expect(choices()).toEqual(['S', 'Medium size', 'Large'])
  expect(variationRows(openedProduct()!).map(({ options }) => options[0]?.value)).toEqual(['S', 'Medium size', 'Large'])
  expect(goingVariations(openedProduct()!)).toEqual([])
})

/** What is typed is being saved; what is given back ends that. */
async function saving(edit: () => void): Promise<() => void> {
  edit()
  let end = () => {}
  bridge.handlers['changes.apply'] = () =>
    new Promise((resolve) => (end = () => resolve({ changeSetId: 1, productIds: [1] })))
  act(() => void saveProduct())
  await act(async () => {})
  return () => end()
}
