import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readProducts } from '../support/stored-product'
import { edits } from './pages/many-products'
import { field, form, open, save } from './pages/product-form'
import { goTo } from './pages/screens'
import { compared, snapshots } from './pages/snapshots'

test('how a store is, is kept by itself and by hand, and let go of', async ({ page, store }) => {
  await connect(page, store)
  await goTo(page, 'Snapshots')
  await expect(snapshots(page)).toHaveText([/^Taken daily.*products · /])
  await page.getByRole('button', { name: 'Take a snapshot now' }).click()
  await expect(snapshots(page)).toHaveText([/^Taken by hand.*nothing new/, /^Taken daily/])
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('combobox', { name: 'Kept for' }).selectOption('for ever')
  await snapshots(page).first().getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await expect(snapshots(page)).toHaveText([/^Taken daily/])
  await goTo(page, 'Catalogue')
  await goTo(page, 'Snapshots')
  await expect(page.getByRole('combobox', { name: 'Kept for' })).toHaveValue('null')
})

test('what is another now is seen value by value, put back through the review, and is in the store', async ({
  page,
  store,
}) => {
  const subtitles = async () => (await readProducts(store)).map(({ subtitle }) => subtitle ?? '')
  await connect(page, store)
  const before = await subtitles()
  await goTo(page, 'Snapshots')
  await expect(snapshots(page)).toHaveCount(1)
  await goTo(page, 'Catalogue')
  await open(page, 'Stoneware mug')
  await field(page, 'Subtitle').fill('By mistake')
  await save(page)
  await expect.poll(subtitles).toContain('By mistake')

  await goTo(page, 'Snapshots')
  await page.getByRole('button', { name: 'Compare with now' }).click()
  await expect(compared(page)).toHaveCount(1)
  await expect(compared(page)).toContainText('By mistake')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Put back everything…' }).click()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Review' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Put back 1 product from a snapshot' })).toBeVisible()
  await expect(edits(page).filter({ hasText: 'Subtitle' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(subtitles).toEqual(before)
  await goTo(page, 'Snapshots')
  await page.getByRole('button', { name: 'Compare with now' }).click()
  await expect(page.getByText('Nothing is another now')).toBeVisible()
  await page.getByRole('button', { name: 'Snapshots', exact: true }).last().click()
  await expect(snapshots(page)).toHaveCount(1)
  await expect(form(page)).toBeHidden()
})
