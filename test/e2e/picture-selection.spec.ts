import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { dropFiles } from '../support/drop-files'
import { onTheWeb } from '../support/on-the-web'
import { pngBytes } from '../support/picture-files'
import { altOf, pictureOf, readProducts, type StoredImage } from '../support/stored-product'
import { cards, dropPlace, handle, openMedia, said, selectedBar } from './pages/media-tab'
import { pill } from './pages/product-form'
import { search } from './pages/product-list'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-select-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const name = 'A mug of many pictures'
const letters = [...'abcdefghijkl']
const bytesOf = (letter: string) => pngBytes(letters.indexOf(letter) + 3, 4)
const letterOf = new Map(letters.map((each) => [createHash('sha256').update(bytesOf(each)).digest('hex'), each]))

async function imagesOf(store: DemoStore): Promise<StoredImage[]> {
  return (await readProducts(store)).find((product) => product.name === name)?.media.images ?? []
}
/** The pictures in the store by their letters, in order. */
const inStore = async (store: DemoStore) =>
  (await imagesOf(store)).map((image) => letterOf.get(pictureOf(image)) ?? '?').join('')

async function withPictures(page: Page, store: DemoStore, count: number): Promise<void> {
  await onTheWeb(store, 'POST', '/products', JSON.stringify({ name, price: 1 }))
  await connect(page, store)
  await search(page).fill(name)
  await openMedia(page, name)
  const some = letters.slice(0, count)
  const paths = some.map((letter) => join(folder, `${letter}.png`))
  some.forEach((letter, at) => writeFileSync(paths[at] ?? '', bytesOf(letter)))
  await dropFiles(dropPlace(page), paths)
  await expect.poll(() => inStore(store)).toBe(some.join(''))
}

const at = (page: Page, place: number) =>
  handle(page, place === 1 ? /^Main picture of/ : new RegExp(`^Picture ${place} of`))

test('pictures that are selected by mouse are deleted together, and come back by one undo', async ({ page, store }) => {
  await withPictures(page, store, 6)
  await at(page, 2).click()
  await expect(selectedBar(page)).toContainText('1 picture selected')
  await at(page, 5).click({ modifiers: ['Shift'] })
  await expect(selectedBar(page)).toContainText('4 pictures selected')
  await at(page, 3).click({ modifiers: ['Control'] })
  await expect(said(page)).toHaveText('3 pictures selected.')
  await expect(handle(page, /^Picture 4 of 6, selected/)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Select picture 3' })).not.toBeChecked()
  await page.getByRole('checkbox', { name: 'Select picture 3' }).click()
  await page.getByRole('checkbox', { name: 'Select picture 3' }).press('Space')
  await selectedBar(page).getByRole('button', { name: 'Delete' }).click()
  await expect(cards(page)).toHaveCount(3)
  await expect(selectedBar(page)).toHaveCount(0)
  await expect.poll(() => inStore(store)).toBe('acf')
  const told = page.getByRole('status').filter({ hasText: '3 pictures deleted' })
  await expect(pill(page, 'In the store')).toBeVisible()
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => inStore(store)).toBe('abcdef')
})

test('pictures are selected, described, moved and let go of by keyboard alone', async ({ page, store }) => {
  await withPictures(page, store, 5)
  await at(page, 2).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(at(page, 3)).toBeFocused()
  await expect(said(page)).toHaveText('2 pictures selected.')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(at(page, 5)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(said(page)).toHaveText('This is the last place.')
  await page.keyboard.press('x')
  await expect(said(page)).toHaveText('3 pictures selected.')

  expect(await axeFaults(page, 'section[aria-label="Product"]')).toEqual([])

  await selectedBar(page).getByRole('button', { name: 'Alt text' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Alt text of 3 pictures' })
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog.getByLabel('Alt text').fill('A blue mug')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await imagesOf(store)).map(altOf))
    .toEqual(['', 'A blue mug', 'A blue mug', '', 'A blue mug'])

  await selectedBar(page).getByRole('button', { name: 'Move to front' }).press('Enter')
  await expect.poll(() => inStore(store)).toBe('bcead')
  await expect(said(page)).toHaveText('3 pictures moved to places 1 to 3 of 5.')
  await at(page, 2).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => inStore(store)).toBe('abced')
  await page.keyboard.press('Control+a')
  await expect(said(page)).toHaveText('5 pictures selected.')
  await page.keyboard.press('Escape')
  await expect(selectedBar(page)).toHaveCount(0)
  await expect(cards(page)).toHaveCount(5)
})

test('a drag takes all that are selected along, in their order', async ({ page, store }) => {
  await withPictures(page, store, 5)
  await at(page, 1).click()
  await at(page, 3).click({ modifiers: ['Control'] })
  const [from, to] = await Promise.all([cards(page).nth(0).boundingBox(), cards(page).nth(4).boundingBox()])
  if (!from || !to) throw new Error('no cards')
  await page.mouse.move(from.x + 60, from.y + 60)
  await page.mouse.down()
  await page.mouse.move(to.x + 62, to.y + 60, { steps: 8 })
  await expect(page.getByText('2', { exact: true })).toBeVisible()
  await page.mouse.up()
  await expect.poll(() => inStore(store)).toBe('bdeac')
  await expect(selectedBar(page)).toContainText('2 pictures selected')
})

test('a picture that is moved by keyboard goes on in the next row, and says where there is none', async ({
  page,
  store,
}) => {
  await withPictures(page, store, 8)
  const tops = await cards(page).evaluateAll((all) => all.map((card) => (card as HTMLElement).offsetTop))
  const end = tops.lastIndexOf(tops[0] ?? 0) + 1
  expect(end).toBeLessThan(8)
  await at(page, end).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(`Picked up the picture at place ${end} of 8.`)).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(`It would be place ${end + 1} of 8.`)).toBeAttached()
  await page.keyboard.press('Space')
  const [before, moved, after] = [letters.slice(0, end - 1), letters.slice(end - 1, end), letters.slice(end, 8)]
  const [next = '', ...rest] = after
  await expect.poll(() => inStore(store)).toBe([...before, next, ...moved, ...rest].join(''))

  await at(page, 8).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Picked up the picture at place 8 of 8.')).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(said(page)).toHaveText('This is the last place.')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Put back where it was.')).toBeAttached()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(said(page)).toHaveText('This is the last place.')
})
