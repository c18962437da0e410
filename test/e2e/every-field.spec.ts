import type { Page } from '@playwright/test'
import { fieldOf } from '../../electron/shared/fields/product-fields'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { ownLeaves, productLeaves, type Leaf } from '../support/editable-leaves'
import { putFullProduct } from '../support/full-product'
import { namesSent, stateWith, storedValue } from '../support/leaf-in-store'
import { controlOf } from '../support/store-control'
import { readRequests, type StoredProduct, type StoredState } from '../support/stored-product'
import { give, show, showAllColumns } from './pages/leaf-controls'
import { open, pill, tab } from './pages/product-form'
import { box, typeInto } from './pages/variation-grid'

/** Others mean nothing, or something else, once these are changed. */
const last = [
  'subscriptionSettings.oneTimePurchaseAllowed',
  'subscriptionSettings.subscriptionAllowed',
  'lowestPriceSettings.lowestPriceEnabled',
  'tax.taxable',
  'relatedCategory.enabled',
  'shipping.enabledMethods',
  'shipping.type',
  'shipping.flatRate',
  'options.3.type',
  'unlimited',
  'isShippingRequired',
  'productClassId',
]
const inTurn = (leaves: readonly Leaf[]): Leaf[] =>
  leaves.toSorted((a, b) => last.indexOf(a.path) - last.indexOf(b.path))

type Edited = { id: number; variationId?: number }
type State = StoredState & { frontPage: number[] }

/** Times of change are the store's own. */
async function stateOf(store: DemoStore): Promise<State> {
  const state = (await controlOf(store)('GET', '/state')) as State
  for (const product of state.products) delete product['updateTimestamp']
  return state
}

const thingIn = ({ products }: State, { id, variationId }: Edited): Record<string, unknown> => {
  const product = products.find((each) => each.id === id) as StoredProduct
  return product.combinations.find((each) => each.id === variationId) ?? product
}

/** Saves what was changed of a leaf, and compares what was sent and all of the store with what the change means. */
async function expectOnly(
  { page, store }: { page: Page; store: DemoStore },
  edited: Edited,
  leaf: Leaf,
  change: (before: unknown) => Promise<unknown>,
): Promise<void> {
  const before = await stateOf(store)
  const was = storedValue(leaf, thingIn(before, edited))
  await controlOf(store)('DELETE', '/requests')
  const value = await change(was)
  await page.keyboard.press('Control+s')
  const sent = async () => (await readRequests(store)).filter(({ method, status }) => method !== 'GET' && status)
  await expect.poll(async () => (await sent()).length, leaf.path).toBeGreaterThan(0)
  await expect(pill(page, 'In the store'), leaf.path).toBeVisible()

  const after = await stateOf(store)
  expect(value, leaf.path).not.toEqual(was)
  expect.soft(after, leaf.path).toEqual(stateWith(before, edited, leaf, value))
  const [request, ...more] = await sent()
  expect.soft(more, leaf.path).toEqual([])
  const address = edited.variationId === undefined ? '' : `/combinations/${edited.variationId}`
  if (leaf.path === 'quantity') {
    expect.soft(request?.path).toContain(`/products/${edited.id}${address}/inventory`)
    expect.soft(request?.body).toEqual({ quantityDelta: Number(value) - Number(was) })
    return
  }
  expect.soft(request?.method, leaf.path).toBe('PUT')
  expect.soft(request?.path.replace(/\?.*/, ''), leaf.path).toMatch(new RegExp(`/products/${edited.id}${address}$`))
  expect.soft(Object.keys(request?.body ?? {}), leaf.path).toEqual(namesSent(leaf))
  const stored = { showOnFrontpage: -1, ...thingIn(after, edited) }
  expect.soft(stored, leaf.path).toMatchObject(request?.body ?? {})
}

async function openFull(page: Page, store: DemoStore): Promise<Required<Edited>> {
  const made = await putFullProduct(store)
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.getByRole('button', { name: /^Languages:/ }).click()
  await page.getByRole('menuitemradio', { name: /German/ }).click()
  return made
}

test('each field of a full product, and each part of it, is changed in the form, sent alone, and leaves the rest of the store as it is', async ({
  page,
  store,
}) => {
  test.setTimeout(300_000)
  const { id } = await openFull(page, store)
  for (const leaf of inTurn(productLeaves())) {
    await test.step(leaf.path, async () => {
      await show(page, leaf.field)
      const box = page.locator(`[data-field="${leaf.path}"]`)
      await expectOnly({ page, store }, { id }, leaf, (before) => give(page, box, leaf, before))
    })
  }
})

/** The first of its row. */
const variation = 'Sand'

/** What does not fit into a box of the table. */
const inPanel = ['wholesalePrices', 'subscriptionSettings', 'lowestPriceSettings', 'attributesTranslated']

test('so is each value that a variation has of its own', async ({ page, store }) => {
  test.setTimeout(240_000)
  const edited = await openFull(page, store)
  await tab(page, 'Options & variations').click()
  await showAllColumns(page, 'Brand')
  for (const leaf of inTurn(ownLeaves())) {
    await test.step(leaf.path, () =>
      expectOnly({ page, store }, edited, leaf, (before) =>
        inPanel.includes(leaf.field) ? inDetails(page, leaf, before) : inTable(page, leaf, before),
      ),
    )
  }
})

async function inTable(page: Page, { field, path, kind }: Leaf, before: unknown): Promise<unknown> {
  const { column, kind: whole } = fieldOf(field)
  const [, part = ''] = path.split('.')
  const title = field === 'attributes' ? 'Brand' : (whole.parts[part]?.label ?? column.title)
  const type = (text: string) => typeInto(page, variation, field === 'unlimited' ? 'Stock' : title, text)
  switch (kind.name) {
    case 'flag':
      await type(
        field === 'unlimited'
          ? 'Unlimited'
          : kind.shown(before !== true, { categories: [], productTypes: [], profile: null }),
      )
      return before !== true
    case 'choice':
      await type(kind.choices['ALLOW_PREORDER'] ?? '')
      return 'ALLOW_PREORDER'
    case 'number':
      await type('27')
      return 27
    default:
      await type('Anew')
      return 'Anew'
  }
}

async function inDetails(page: Page, leaf: Leaf, before: unknown): Promise<unknown> {
  await (await box(page, variation, 'SKU')).click()
  await page.getByRole('button', { name: 'More…' }).click()
  const details = page.getByRole('dialog')
  const { field, path } = leaf
  const ending = field === 'attributesTranslated' ? field : path
  const control = details.locator(`[data-field$="${ending}"]`).first()
  const value = await give(page, control, leaf, before)
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  return value
}
