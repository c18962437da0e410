import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { pill } from './pages/product-form'
import { showTypes, typeLine, typeList, typePage } from './pages/product-types'
import { screens } from './pages/screens'

type Stored = { id: number; name: string; attributes: { id: number; name: string; type: string; show: string }[] }

/** As others see it; undefined while it is not there. */
async function stored(store: DemoStore, name: string): Promise<Stored | undefined> {
  const answer = await fetch(`${store.baseUrl}/classes`, { headers: { Authorization: `Bearer ${store.secretToken}` } })
  return ((await answer.json()) as Stored[]).find((each) => each.name === name)
}

test('a product type is made, gets attributes, loses one with what is said of its values, and is deleted', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await showTypes(page)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'New type' }).click()
  await dialog.getByLabel('Name').fill('Kites')
  await dialog.getByRole('button', { name: 'Create' }).click()
  const kites = typePage(page, 'Kites')
  await expect(kites.getByText('0 products')).toBeVisible()
  for (const [line, name] of ['Span', 'Tail'].entries()) {
    await kites.getByRole('button', { name: 'Add to Attributes' }).click()
    await kites.getByLabel(`Name, line ${line + 1}`).fill(name)
  }
  await kites.getByLabel('Shown, line 2').first().click()
  await page.getByRole('option', { name: 'To nobody' }).click()
  await kites.getByRole('button', { name: 'Move line 2 up' }).click()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  expect((await stored(store, 'Kites'))?.attributes).toMatchObject([
    { name: 'Tail', show: 'NOTSHOW' },
    { name: 'Span', show: 'DESCR' },
  ])

  // What goes with one that products have values for, before it goes.
  const { name, attributes } = (await firstWithValues(store))!
  await typeLine(page, name).click()
  const other = typePage(page, name)
  await expect(other.getByText(/^[1-9]\d* products?$/)).toBeVisible()
  await other.getByRole('button', { name: 'Remove line 1' }).click()
  await expect(
    other.getByText(new RegExp(`^${attributes[0]!.name} goes when this is saved, and with it`)),
  ).toBeVisible()
  await other.getByRole('button', { name: 'Discard' }).click()
  await expect(other.getByText('goes when this is saved')).toHaveCount(0)

  await typeLine(page, 'Kites').click()
  await kites.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(dialog.getByText('No product is of this type.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(typeLine(page, 'Kites')).toHaveCount(0)
  await expect.poll(async () => (await stored(store, 'Kites')) ?? null, { timeout: 30_000 }).toBeNull()
})

test('by keyboard alone a product type is chosen, renamed, and what was typed is taken back', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await screens(page)
    .getByRole('button', { name: /^Product types/ })
    .focus()
  await page.keyboard.press('Enter')
  await typeList(page).focus()
  await page.keyboard.press('End')
  const last = typeList(page).getByRole('option').last()
  await expect(last).toHaveAttribute('aria-selected', 'true')
  const name = (await last.locator('[data-name]').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(typePage(page, name).locator('[data-field="name"] input')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Renamed by keys')
  await page.keyboard.press('Control+s')
  await expect(typeLine(page, 'Renamed by keys')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(async () => (await stored(store, 'Renamed by keys')) !== undefined).toBe(true)
})

async function firstWithValues(store: DemoStore): Promise<Stored | undefined> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const { items } = (await (await fetch(`${store.baseUrl}/products?limit=100`, { headers })).json()) as {
    items: { productClassId: number; attributes: { id: number; value: string }[] }[]
  }
  const types = (await (await fetch(`${store.baseUrl}/classes`, { headers })).json()) as Stored[]
  return types.find(
    ({ id, attributes }) =>
      id !== 0 && items.some((item) => item.attributes.some((each) => each.id === attributes[0]?.id)),
  )
}
