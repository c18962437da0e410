import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { controlOf } from '../support/store-control'
import { readProduct } from '../support/stored-product'
import { search } from './pages/product-list'
import { form, nameField, open, pill, save, tab } from './pages/product-form'

const related = (page: Page) => page.getByRole('tabpanel', { name: 'Related' })
const lines = (page: Page) => related(page).getByRole('listitem').getByRole('button')
const box = (page: Page) => related(page).getByRole('textbox', { name: 'Add to Related products' })
const names = async (page: Page) =>
  (await related(page).locator('[data-line]').allInnerTexts()).map((text) => text.split('\n')[0])
type WithRelated = { relatedProducts: { productIds: number[]; relatedCategory: object } }

test('related products are searched, put into order by drag, opened, removed and sent; a set shows what it is made of', async ({
  page,
  store,
}) => {
  const mug = await readProduct(store, 'Stoneware mug')
  const [tote, vase] = [await readProduct(store, 'Canvas tote bag'), await readProduct(store, 'Café au lait bowl')]
  const control = controlOf(store)
  await control('POST', `/products/${mug.id}`, {
    relatedProducts: { productIds: [999_999] },
    compositeComponents: [{ productId: tote.id, quantity: 2 }],
  })
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, 'Related').click()
  await expect(related(page).getByText('It is not in the catalogue any more.')).toBeVisible()
  await expect(related(page).getByText('2 ×')).toBeVisible()
  for (const { name } of [tote, vase]) {
    await box(page).fill(name)
    await page.getByRole('option', { name: new RegExp(name) }).click()
  }
  await expect.poll(() => names(page)).toEqual(['Product 999999', tote.name, vase.name])
  await page.getByRole('button', { name: 'Remove Product 999999', exact: true }).click()

  const handle = page.getByRole('button', { name: `Move ${vase.name}`, exact: true })
  const [from, to] = [
    await handle.boundingBox(),
    await page.getByRole('button', { name: `Move ${tote.name}`, exact: true }).boundingBox(),
  ]
  await page.mouse.move(from!.x + 8, from!.y + 8)
  await page.mouse.down()
  await page.mouse.move(from!.x + 8, from!.y - 8, { steps: 4 })
  await page.mouse.move(to!.x + 8, to!.y + 2, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => names(page)).toEqual([vase.name, tote.name])
  expect(await axeFaults(page)).toEqual([])

  await related(page).getByRole('switch', { name: 'Show random products of a category' }).click()
  await related(page).getByRole('textbox', { name: 'How many' }).fill('3')
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  const { relatedProducts } = (await readProduct(store, 'Stoneware mug')) as unknown as WithRelated
  expect(relatedProducts).toEqual({
    productIds: [vase.id, tote.id],
    relatedCategory: { enabled: true, categoryId: 0, productCount: 3 },
  })

  await tab(page, 'History').click()
  await expect(
    page.getByRole('tabpanel', { name: 'History' }).getByText(`Related products: ${vase.name}`),
  ).toBeVisible()
  await tab(page, 'Related').click()
  await related(page).getByRole('button', { name: vase.name, exact: true }).click()
  await expect(form(page).getByRole('heading', { name: vase.name })).toBeVisible()
})

test('by keyboard alone a product that is not in the store yet is chosen, moved up, and sent once it is there', async ({
  page,
  store,
}) => {
  const tote = await readProduct(store, 'Canvas tote bag')
  const mug = await readProduct(store, 'Stoneware mug')
  const control = controlOf(store)
  await connect(page, store)
  await control('POST', '/faults', { kind: 'status', status: 503, times: 1000, match: { path: '/products$' } })
  await page.getByRole('button', { name: /New product/ }).focus()
  await page.keyboard.press('Enter')
  await nameField(page).fill('Made here')
  await page.keyboard.press('Control+s')
  await expect(form(page).getByRole('heading', { name: 'Made here' })).toBeVisible()

  await search(page).fill('Stoneware mug')
  await open(page, 'Stoneware mug')
  await tab(page, 'General').focus()
  for (let at = 0; at < 6; at++) await page.keyboard.press('ArrowRight')
  await box(page).focus()
  for (const name of [tote.name, 'Made here']) {
    await page.keyboard.type(name)
    await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await expect(related(page).getByText('Not in the store yet')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Move Made here', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await names(page)).slice(-2)).toEqual(['Made here', tote.name])
  await page.keyboard.press('Control+s')
  await control('DELETE', '/faults')
  await expect(lines(page).first()).toBeVisible()
  await expect
    .poll(
      async () => {
        const made = await readProduct(store, 'Made here').catch(() => null)
        const { relatedProducts } = (await readProduct(store, 'Stoneware mug')) as unknown as WithRelated
        return made !== null && relatedProducts.productIds.slice(-2).join() === [made.id, tote.id].join()
      },
      { timeout: 60_000 },
    )
    .toBe(true)
  expect(mug.id).toBeGreaterThan(0)
})
