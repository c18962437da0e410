// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { Notifications } from '@mantine/notifications'
import type { Category } from '../../../../../electron/shared/store'
import { ProductPane } from '../../../../../renderer/features/product/ProductPane'
import { openFromCategory, placeInCategory } from '../../../../../renderer/features/shelves/category-walk'
import { refresh, setSearchText, useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { setActiveRow, useCatalogueViewStore } from '../../../../../renderer/stores/catalogue-view-store'
import { openedProduct } from '../../../../../renderer/stores/product-store'
import { openCatalogue } from '../../../../../renderer/stores/catalogue-store'
import { showProduct, useViewStore } from '../../../../../renderer/stores/view-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let bridge: FakeBridge
/** The list as main has it, and a category. */
let listed: number[]
let inLamps: number[]

beforeEach(async () => {
  listed = Array.from({ length: 250 }, (_, at) => at + 1)
  inLamps = Array.from({ length: 140 }, (_, at) => 250 - at)
  bridge = installFakeBridge({
    'catalogue.search': ({ query, offset, limit }) => {
      const found = query.categoryIds ? inLamps : listed
      return { total: found.length, rows: found.slice(offset, offset + limit).map(aProductRow), hints: [] }
    },
    'catalogue.product': ({ productId: id }) =>
      aProductDetail({ id, fields: { ...newProductFields, name: `Mug ${id}`, price: id } }),
    'catalogue.owner': () => null,
    'changes.apply': () => ({ changeSetId: 1, productIds: [] }),
    'drafts.put': () => null,
    'drafts.remove': () => null,
  })
  useViewStore.setState({ connectionId: 'a', product: null })
  useCatalogueStore.setState({ connectionId: null })
  openCatalogue('a')
  setSearchText('')
  await act(async () => refresh())
})

async function open(id: number): Promise<void> {
  setActiveRow(listed.indexOf(id), id)
  showProduct(id, 'general')
  await show()
}

const lamps: Category = { id: 9, parentId: 0, name: 'Lamps', enabled: true, orderBy: 1 }
/** From the page of a category. */
async function openInLamps(id: number): Promise<void> {
  const found = { rows: inLamps.map(aProductRow), total: inLamps.length }
  act(() => openFromCategory('a', lamps, found, inLamps.indexOf(id)))
  await show()
}

async function show(): Promise<void> {
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <Notifications />
        <ProductPane media={() => null} history={() => null} />
      </MantineProvider>,
    ),
  )
}

const frames = () =>
  act(async () => {
    for (let left = 4; left > 0; left--) await new Promise<void>((done) => requestAnimationFrame(() => done()))
  })
const press = async (pressed: KeyboardEventInit) => {
  await act(async () => {
    const event = new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  })
  await frames()
}
const button = (label: string) => document.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`)!
const click = async (label: string) => {
  act(() => button(label).focus())
  await act(async () => button(label).click())
  await frames()
}
const price = () => document.querySelector<HTMLInputElement>('[data-field="price"] input')!
const type = (text: string) =>
  act(() => {
    price().focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(price(), text)
    price().dispatchEvent(new Event('input', { bubbles: true }))
  })
const applied = () => bridge.asked.filter(({ name }) => name === 'changes.apply').map(({ input }) => input)
const place = () => {
  const { activeIndex, activeProductId } = useCatalogueViewStore.getState()
  return [useViewStore.getState().product, activeIndex, activeProductId]
}

describe('a walk through the list', () => {
  it('saves and opens the next with the keyboard in the same field', async () => {
    await open(2)
    type('20')
    await press({ key: 'Enter', ctrlKey: true })
    expect(applied()).toMatchObject([{ operations: [{ productId: 2, fields: { price: 20 } }] }])
    expect(place()).toEqual([3, 2, 3])
    expect(openedProduct()?.target).toBe(3)
    expect(document.activeElement).toBe(price())
    expect(price().value).toBe('3.00')
    // Nothing typed, nothing saved.
    await press({ key: 'Enter', ctrlKey: true })
    expect([applied().length, ...place()]).toEqual([1, 4, 3, 4])
  })

  it('stays at what is wrong and shows it', async () => {
    await open(2)
    type('dear')
    act(() => price().blur())
    await press({ key: 'Enter', ctrlKey: true })
    expect(place()).toEqual([2, 1, 2])
    expect(applied()).toEqual([])
    expect(document.activeElement).toBe(price())
  })

  it('leaves whoever opens another product during the save where they are', async () => {
    await open(2)
    type('20')
    const { handlers } = bridge
    let isSaved = () => {}
    handlers['changes.apply'] = () => new Promise((done) => (isSaved = () => done({ changeSetId: 1, productIds: [] })))
    handlers['drafts.get'] = () => null
    await press({ key: 'Enter', ctrlKey: true })
    await act(async () => showProduct(7, 'general'))
    await act(async () => isSaved())
    await frames()
    expect(applied()).toHaveLength(1)
    expect([place()[0], openedProduct()?.target]).toEqual([7, 7])
  })

  it('goes on with what came after a product that a save takes out of the list', async () => {
    await open(2)
    type('20')
    const { handlers } = bridge
    handlers['changes.apply'] = () => {
      listed = listed.filter((id) => id !== 2)
      return { changeSetId: 1, productIds: [] }
    }
    await press({ key: 'Enter', ctrlKey: true })
    expect(place()[0]).toBe(3)

    await open(3)
    listed = listed.filter((id) => id !== 3)
    await act(async () => refresh())
    await click('Next product')
    expect(place()[0]).toBe(4)
  })

  it('reaches rows that are not in the window, and ends where the list ends', async () => {
    await open(100)
    await click('Next product')
    expect(place()).toEqual([101, 100, 101])
    expect(document.activeElement).toBe(button('Next product'))
    await click('Previous product')
    await click('Previous product')
    expect(place()).toEqual([99, 98, 99])
    await open(1)
    expect([button('Previous product').disabled, button('Next product').disabled]).toEqual([true, false])
    await open(250)
    expect([button('Previous product').disabled, button('Next product').disabled]).toEqual([false, true])
    type('251')
    await press({ key: 'Enter', ctrlKey: true })
    expect(applied()).toHaveLength(1)
    expect(place()[0]).toBe(250)
    expect(document.body.textContent).toContain('This is the last product of the list.')
  })
})

describe('a walk through a category, from its page', () => {
  it('goes on in its order, saved or not, and leaves the place in the catalogue alone', async () => {
    setActiveRow(4, 5)
    await openInLamps(200)
    type('20')
    await press({ key: 'Enter', ctrlKey: true })
    expect(applied()).toMatchObject([{ operations: [{ productId: 200, fields: { price: 20 } }] }])
    expect(place()).toEqual([199, 4, 5])
    expect(document.activeElement).toBe(price())
    await click('Next product')
    await click('Next product')
    await click('Previous product')
    expect(place()).toEqual([198, 4, 5])
    expect(placeInCategory('a', lamps)).toBe(198)
  })

  it('goes on with what came after a product that left it, and from where one has moved to', async () => {
    await openInLamps(200)
    inLamps = inLamps.filter((id) => id !== 200)
    await click('Next product')
    expect(place()[0]).toBe(199)
    inLamps = [199, ...inLamps.filter((id) => id !== 199)]
    await click('Next product')
    expect(place()[0]).toBe(250)
  })

  it('ends where the category ends', async () => {
    await openInLamps(250)
    expect([button('Previous product').disabled, button('Next product').disabled]).toEqual([true, false])
    await openInLamps(111)
    expect([button('Previous product').disabled, button('Next product').disabled]).toEqual([false, true])
    await press({ key: 'Enter', ctrlKey: true })
    expect(place()[0]).toBe(111)
    expect(document.body.textContent).toContain('This is the last product of Lamps.')
  })

  it('ends with a product that is opened from elsewhere', async () => {
    await openInLamps(200)
    await open(100)
    await click('Next product')
    expect(place()).toEqual([101, 100, 101])
  })

  it('ends with its product, also where the same one is opened again', async () => {
    await openInLamps(200)
    act(() => useViewStore.setState({ product: null }))
    await open(200)
    await click('Next product')
    expect(place()).toEqual([201, 200, 201])
  })
})
