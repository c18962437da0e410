import { expect, test } from '../support/app'
import { cell, openSheet, press } from './pages/sheet'

test('all that is typed goes in one step and comes back, and its review leaves it in the sheet', async ({
  page,
  store,
}) => {
  await openSheet(page, store)
  const typed = () => Promise.all(['Stoneware mug', 'Teapot “Lotse”'].map((name) => cell(page, name, 'SKU')))
  const before = await typed()
  await press(page, 'ArrowRight')
  for (const sku of ['NEW-1', 'NEW-2']) {
    await page.keyboard.type(sku)
    await press(page, 'Enter')
  }
  await expect.poll(typed).toEqual(['NEW-1', 'NEW-2'])
  await page.getByRole('button', { name: 'Review 2 products' }).click()
  await page.getByRole('button', { name: 'Back to the sheet' }).click()
  await expect(page.getByText('Review closed. What is typed stays in the sheet.')).toBeVisible()
  await expect.poll(typed).toEqual(['NEW-1', 'NEW-2'])

  await page.getByRole('button', { name: 'Discard all that is typed' }).click()
  await expect.poll(typed).toEqual(before)
  await expect(page.getByRole('button', { name: /^Review 2/ })).toBeHidden()
  await page.getByRole('status').filter({ hasText: 'for 2 products' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(typed).toEqual(['NEW-1', 'NEW-2'])
})

test('Space opens the product of a row beside and closes it, and a column is found by its name', async ({
  page,
  store,
}) => {
  await openSheet(page, store)
  const beside = page.getByRole('heading', { name: 'Stoneware mug', exact: true })
  await press(page, 'Space')
  await expect(beside).toBeVisible()
  await press(page, 'Space')
  await expect(beside).toBeHidden()
  await page.getByRole('button', { name: 'Columns' }).click()
  const columns = page.getByRole('dialog', { name: 'Columns' })
  await columns.getByRole('textbox', { name: 'Find a column' }).fill('cost')
  await expect(columns.getByRole('checkbox')).toHaveCount(1)
  await columns.getByRole('checkbox', { name: 'Cost price' }).uncheck()
  await columns.getByRole('textbox', { name: 'Find a column' }).fill('nothing like it')
  await expect(columns.getByText('There is no such column.')).toBeVisible()
})
