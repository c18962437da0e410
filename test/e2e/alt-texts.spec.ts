import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { altOf, readProducts, type StoredProduct } from '../support/stored-product'
import { dialog, pattern, texts } from './pages/alt-texts'
import { closeFilters, openFilters } from './pages/filters'

/** Takes the alt texts of a product's pictures away, but for its second. */
async function undescribe(store: DemoStore, { id, media }: StoredProduct): Promise<void> {
  const alt = (at: number) => ({ main: at === 1 ? 'Its back' : '' })
  const images = media.images.map((image, orderBy) => ({ id: image.id, orderBy, alt: alt(orderBy) }))
  await store.control('POST', `/products/${id}`, { media: { images } })
}

/** Alt texts in the store, product by product, main picture first. */
async function altsIn(store: DemoStore): Promise<string[][]> {
  return (await readProducts(store)).map(({ media }) => media.images.map(altOf))
}

test('pictures without an alt text are found, described by a pattern and by hand, and undone', async ({
  page,
  store,
}) => {
  const some = (await readProducts(store)).filter(({ media }) => media.images.length > 2).slice(0, 8)
  for (const product of some) await undescribe(store, product)
  const before = await altsIn(store)
  const missing = before.filter((alts) => alts.includes(''))
  const count = missing.flat().filter((alt) => alt === '').length
  expect(missing).toHaveLength(some.length)
  await connect(page, store)
  await openFilters(page)
  await page.getByText('No alt text', { exact: true }).click()
  await closeFilters(page)
  await expect(page.getByText('8 products', { exact: true }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Write alt texts' }).click()
  await expect(texts(page).first()).toBeVisible()
  await pattern(page).fill('{colour}')
  await expect(dialog(page).getByText(/There is no part \{colour\}/)).toBeVisible()
  await pattern(page).fill('{name}, {position}')
  await expect(texts(page).first()).toHaveValue(/, \d$/)
  await texts(page).first().fill('Typed by hand')
  await texts(page).first().press('Enter')
  await expect(texts(page).nth(1)).toBeFocused()
  await expect(dialog(page).getByText(`${count} alt texts will be written on 8 products.`)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Close without writing?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Close without writing?' })).toHaveCount(0)
  await dialog(page)
    .getByRole('button', { name: `Write ${count} alt texts` })
    .click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No product matches' })).toBeVisible()
  const written = async () => (await altsIn(store)).flat()
  await expect.poll(async () => (await written()).filter((alt) => alt === '')).toEqual([])
  const after = await written()
  expect(after.filter((alt) => alt === 'Its back')).toHaveLength(8)
  expect(after.filter((alt) => alt === 'Typed by hand')).toHaveLength(1)
  expect(after.filter((alt) => /, \d$/.test(alt))).toHaveLength(count - 1)

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => altsIn(store)).toEqual(before)
  await expect(page.getByText('8 products', { exact: true }).first()).toBeVisible()
})

test('what was typed is there again after a crash', async ({ page, store, relaunch }) => {
  const [product] = await readProducts(store)
  if (product) await undescribe(store, product)
  await connect(page, store)
  const open = async (window: Page) => {
    await window.getByRole('button', { name: /^Pictures/ }).click()
    await window.getByRole('button', { name: 'Alt texts', exact: true }).click()
  }
  await open(page)
  await pattern(page).fill('')
  await texts(page).nth(1).fill('Typed, not written')
  // Counted, and with that on disk.
  await expect(dialog(page).getByText('1 alt text will be written on 1 product.')).toBeVisible()
  const next = await relaunch({ kill: true })
  await open(next)
  await expect(texts(next).nth(1)).toHaveValue('Typed, not written')
})
