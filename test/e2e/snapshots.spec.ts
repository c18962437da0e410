import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { altOf, readProducts, readState } from '../support/stored-product'
import { edits } from './pages/many-products'
import { cards, handle, openMedia } from './pages/media-tab'
import { field, form, open, save } from './pages/product-form'
import { goTo } from './pages/screens'
import { compared, snapshots } from './pages/snapshots'
import { call, connectionOf } from './pages/window-calls'

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
  await expect(page.getByText('1 product changed. 1 can be put back.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  // What changes meanwhile is seen too.
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Nothing has changed')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(compared(page)).toContainText('By mistake')
  await page.getByRole('button', { name: 'Put back everything…' }).click()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Review' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Put back 1 product from a snapshot' })).toBeVisible()
  await expect(edits(page).filter({ hasText: 'Subtitle' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(subtitles).toEqual(before)
  await goTo(page, 'Snapshots')
  await page.getByRole('button', { name: 'Compare with now' }).click()
  await expect(page.getByText('Nothing has changed')).toBeVisible()
  await page.getByRole('button', { name: 'Snapshots', exact: true }).last().click()
  await expect(snapshots(page)).toHaveCount(1)
  await expect(form(page)).toBeHidden()
})

test('a picture that was removed, and the order of the others, go back through the review and are as they were', async ({
  page,
  store,
}) => {
  const name = 'Stoneware mug'
  const texts = async () => (await readProducts(store)).find((each) => each.name === name)?.media.images.map(altOf)
  await connect(page, store)
  const before = await texts()
  await openMedia(page, name)
  const count = await cards(page).count()
  await handle(page, /^Main picture/).focus()
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(count - 1)
  await expect.poll(texts).toHaveLength(count - 1)

  await goTo(page, 'Snapshots')
  await page.getByRole('button', { name: 'Compare with now' }).click()
  await expect(page.getByText('1 product changed. 1 can be put back.')).toBeVisible()
  await compared(page).getByRole('button', { name: 'Put back…' }).click()
  await expect(edits(page)).toHaveText([/comes back/, /In the order they had then/])
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(texts).toEqual(before)
  await goTo(page, 'Snapshots')
  await page.getByRole('button', { name: 'Compare with now' }).click()
  await expect(page.getByText('Nothing has changed')).toBeVisible()
})

test('a category that is gone comes back through the review, with the products in it', async ({ page, store }) => {
  const inCategory = async (name: string) => {
    const { categories, products } = await readState(store)
    const found = categories.find((each) => each.name === name)
    return found && products.filter(({ categoryIds }) => categoryIds.includes(found.id)).length
  }
  await connect(page, store)
  const connectionId = await connectionOf(page)
  const { categories, products } = await readState(store)
  const gone = categories.find(({ id }) => {
    const isEmpty = !products.some(({ categoryIds }) => categoryIds.includes(id))
    return !isEmpty && !categories.some(({ parentId }) => parentId === id)
  })!
  const count = await inCategory(gone.name)
  await call(page, 'changes.apply', {
    connectionId,
    source: 'form',
    label: { code: 'delete-category', category: gone.name },
    operations: [{ kind: 'category.delete', categoryId: gone.id, below: 'keep' }],
  })
  await expect.poll(() => inCategory(gone.name), { timeout: 30_000 }).toBeUndefined()

  await goTo(page, 'Snapshots')
  await page.getByRole('button', { name: 'Compare with now' }).click()
  const lost = compared(page).filter({ hasText: 'Category · Not there now' })
  await expect(lost).toContainText(gone.name)
  await page.getByRole('button', { name: 'Put back everything…' }).click()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Review' }).click()
  await expect(edits(page).filter({ hasText: /Comes back, with \d+ products? that (was|were) in it/ })).toHaveCount(1)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^Apply to .*1 category$/ }).click()
  await expect.poll(() => inCategory(gone.name), { timeout: 30_000 }).toBe(count)
  await goTo(page, 'Snapshots')
  await page.getByRole('button', { name: 'Compare with now' }).click()
  await expect(page.getByText('Nothing has changed')).toBeVisible()
})
