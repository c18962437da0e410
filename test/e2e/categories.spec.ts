import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { below, categoryPage, chooseFor, line, showCategories, tree } from './pages/categories'
import { nameField, pill } from './pages/product-form'
import { screens } from './pages/screens'

type Stored = {
  id: number
  name: string
  parentId?: number
  enabled: boolean
  description: string
  seoTitle: string
  customSlug: string
}

/** As others see it; undefined while it is not there. */
async function stored(store: DemoStore, name: string): Promise<Stored | undefined> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const answer = await fetch(`${store.baseUrl}/categories?hidden_categories=true&limit=100`, { headers })
  return ((await answer.json()) as { items: Stored[] }).items.find((each) => each.name === name)
}

test('a category is made below another, edited, hidden, moved by drag and deleted with what is said about it', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await showCategories(page)
  const dialog = page.getByRole('dialog')
  const make = async (name: string) => {
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(categoryPage(page, name)).toBeVisible()
  }
  await page.getByRole('button', { name: 'New category' }).click()
  await make('Autumn')
  for (const name of ['Scarves', 'Hats']) {
    await chooseFor(page, 'Autumn', 'New subcategory')
    await make(name)
  }
  await expect.poll(() => below(page, 'Autumn')).toEqual(['Scarves', 'Hats'])
  await expect.poll(async () => (await stored(store, 'Hats'))?.parentId).toBe((await stored(store, 'Autumn'))?.id)

  // Its page.
  const hats = categoryPage(page, 'Hats')
  await hats.getByLabel('Page title').fill('Warm hats')
  await expect(hats.getByLabel('URL slug')).toHaveAttribute('placeholder', /^hats-\d+$/)
  await hats.getByLabel('URL slug').fill('warm-hats')
  await hats.getByRole('textbox', { name: 'Description', exact: true }).click()
  await page.keyboard.type('Wool and felt.')
  await expect(pill(page, 'Unsaved changes')).toBeVisible()
  await line(page, 'Scarves').click()
  await expect(categoryPage(page, 'Scarves')).toBeVisible()
  await page.reload()
  await showCategories(page)
  await line(page, 'Hats').click()
  await expect(hats.getByLabel('Page title')).toHaveValue('Warm hats')
  await hats.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => stored(store, 'Hats'))
    .toMatchObject({ seoTitle: 'Warm hats', customSlug: 'warm-hats', description: '<p>Wool and felt.</p>' })
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  await chooseFor(page, 'Scarves', 'Hide from shoppers')
  await expect(line(page, 'Scarves').getByText('hidden')).toBeAttached()
  await expect.poll(async () => (await stored(store, 'Scarves'))?.enabled).toBe(false)

  // To the upper edge of another one: before it.
  await line(page, 'Hats').dragTo(line(page, 'Scarves'), { targetPosition: { x: 120, y: 3 } })
  await expect.poll(() => below(page, 'Autumn')).toEqual(['Hats', 'Scarves'])
  // Into another one.
  await line(page, 'Hats').dragTo(line(page, 'Scarves'), { targetPosition: { x: 120, y: 17 } })
  await expect.poll(() => below(page, 'Scarves')).toEqual(['Hats'])
  await page.getByRole('status').filter({ hasText: 'Moved Hats' }).last().getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => below(page, 'Autumn')).toEqual(['Hats', 'Scarves'])

  await chooseFor(page, 'Autumn', 'Delete')
  await expect(dialog.getByText('2 subcategories')).toBeVisible()
  await expect(dialog.getByText('No product is in it.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('radio', { name: 'Delete them too' }).check()
  await dialog.getByRole('button', { name: 'Delete 3 categories' }).click()
  await expect(line(page, 'Hats')).toHaveCount(0)
  await expect.poll(async () => (await stored(store, 'Autumn')) ?? null, { timeout: 30_000 }).toBeNull()
})

test('by keyboard alone a category is found, renamed, moved and made', async ({ page, store }) => {
  await connect(page, store)
  await screens(page)
    .getByRole('button', { name: /^Categories/ })
    .focus()
  await page.keyboard.press('Enter')
  const search = page.getByRole('searchbox', { name: 'Search categories' })
  await search.focus()
  await page.keyboard.press('ArrowDown')
  await expect(tree(page)).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Made by keys')
  await page.keyboard.press('Enter')
  await expect(line(page, 'Made by keys')).toHaveAttribute('aria-level', '2')
  await expect(tree(page)).toBeFocused()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'Name of Made by keys' })).toBeFocused()
  await page.keyboard.type('Keyed')
  await page.keyboard.press('Enter')
  await expect(line(page, 'Keyed')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(line(page, 'Keyed')).toHaveAttribute('aria-level', '1')
  const place = Number(await line(page, 'Keyed').getAttribute('aria-posinset'))
  await page.keyboard.press('Alt+ArrowUp')
  await expect(line(page, 'Keyed')).toHaveAttribute('aria-posinset', String(place - 1))
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog').getByLabel('Parent category').first()).toBeFocused()
  await page.keyboard.type('candles')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => below(page, 'Candles')).toEqual(['Keyed'])
  await page.keyboard.press('Delete')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(line(page, 'Keyed')).toHaveCount(0)
  await expect(tree(page)).toBeFocused()
})

test('the products of a category are put in order by drag and by keyboard', async ({ page, store }) => {
  await connect(page, store)
  await showCategories(page)
  await line(page, 'Candles').click()
  const products = categoryPage(page, 'Candles').getByRole('listbox', { name: 'Products in their order' })
  const names = () => products.getByRole('option').locator('[data-name]').allTextContents()
  await expect(products.getByRole('option')).not.toHaveCount(0)
  const [first, second, third, ...rest] = await names()
  const option = (name: string | undefined) => products.getByRole('option').filter({ hasText: name ?? '' })
  await option(third).dragTo(option(first))
  await expect.poll(names).toEqual([third, first, second, ...rest])
  await products.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(names).toEqual([first, second, third, ...rest])
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(names).toEqual([first, third, second, ...rest])
  // Onto another one in the tree: there as well.
  await option(first).dragTo(line(page, 'Lamps'))
  await expect.poll(async () => inOrder(store, 'Lamps')).toContain(first)
  expect(await axeFaults(page)).toEqual([])
  await expect.poll(async () => inOrder(store, 'Candles')).toEqual([first, third, second, ...rest])
})

test('a product that is opened from a category leads on through it in its order, and back to where one stood', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await showCategories(page)
  await line(page, 'Candles').click()
  const products = categoryPage(page, 'Candles').getByRole('listbox', { name: 'Products in their order' })
  await expect(products.getByRole('option')).not.toHaveCount(0)
  const [first = '', second = '', third = ''] = await products
    .getByRole('option')
    .locator('[data-name]')
    .allTextContents()
  await products.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: first, exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Previous product' })).toBeDisabled()
  await nameField(page).fill(`${first}, new`)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { name: second, exact: true })).toBeVisible()
  await expect(nameField(page)).toBeFocused()
  await page.getByRole('button', { name: 'Next product' }).click()
  await expect(page.getByRole('heading', { name: third, exact: true })).toBeVisible()

  await showCategories(page)
  await expect(products.getByRole('option', { selected: true })).toContainText(third)
  await expect(products.getByRole('option').first()).toContainText(`${first}, new`)
})

/** Names of the products of a category, as others see them. */
async function inOrder(store: DemoStore, name: string): Promise<string[]> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const id = (await stored(store, name))?.id
  const answer = await fetch(`${store.baseUrl}/products?category=${id}&limit=100`, { headers })
  return ((await answer.json()) as { items: { name: string }[] }).items.map((each) => each.name)
}
