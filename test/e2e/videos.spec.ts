import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { pictureOf, readProduct } from '../support/stored-product'
import { cards, handle, openMedia } from './pages/media-tab'
import { pill } from './pages/product-form'

const films = (page: Page): Locator => page.getByRole('list', { name: 'Videos' }).getByRole('listitem')
const box = (page: Page): Locator => page.getByLabel('Address of the video’s page')

test('a video is added by its address, shown with its cover, removed and brought back by mouse', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  await page.getByRole('button', { name: 'Add a video' }).click()
  await box(page).fill('https://video.example.test/a.mp4')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('This is a video file.')).toBeVisible()
  await box(page).fill('https://www.youtube.com/watch?v=abc')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(films(page)).toHaveCount(1)
  await expect(pill(page, 'In the store')).toBeVisible()
  // The cover that the store made of it.
  await expect
    .poll(() =>
      films(page)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0)
  const stored = async () => (await readProduct(store, 'Stoneware mug')).media.videos
  expect(await stored()).toEqual(['https://www.youtube.com/watch?v=abc'])

  await page.getByRole('button', { name: 'Remove youtube.com/abc' }).click()
  await expect(films(page)).toHaveCount(0)
  await expect.poll(stored).toEqual([])
  await expect(pill(page, 'In the store')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(films(page)).toHaveCount(1)
  await expect.poll(stored).toEqual(['https://www.youtube.com/watch?v=abc'])
})

test('videos are added and removed by keyboard alone, in light and dark without a fault for those who cannot see them', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  await page.getByRole('button', { name: 'Add a video' }).focus()
  await page.keyboard.press('Enter')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('https://vimeo.com/76979871')
  await page.keyboard.press('Enter')
  await expect(films(page)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Add a video' })).toBeFocused()
  await expect(pill(page, 'In the store')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page, 'section[aria-label="Product"]'), colorScheme).toEqual([])
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Make vimeo.com/76979871 main' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Remove vimeo.com/76979871' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(films(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add a video' })).toBeFocused()
  await expect(pill(page, 'In the store')).toBeVisible()
  expect((await readProduct(store, 'Stoneware mug')).media.videos).toEqual([])
})

test('a video takes the place of the main picture, gives it back by undo, and goes behind the pictures', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  const before = (await readProduct(store, 'Stoneware mug')).media.images.map(pictureOf)
  const stored = async () => (await readProduct(store, 'Stoneware mug')).media.images.map(pictureOf)
  await page.getByRole('button', { name: 'Add a video' }).click()
  await box(page).fill('https://www.youtube.com/watch?v=abc')
  await page.keyboard.press('Enter')
  await expect(pill(page, 'In the store')).toBeVisible()

  await page.getByRole('button', { name: 'Make youtube.com/abc main' }).click()
  await expect(films(page)).toContainText('Shown first, in the place of a main picture.')
  await expect(cards(page)).toHaveCount(before.length - 1)
  await expect.poll(stored).toEqual(before.slice(1))
  await page.getByRole('button', { name: /^Actions for picture 1/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Make main picture' })).toBeDisabled()
  await expect(page.getByText('A video is the main one.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(pill(page, 'In the store')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(cards(page)).toHaveCount(before.length)
  await expect.poll(async () => (await stored()).length).toBe(before.length)
  await expect(pill(page, 'In the store')).toBeVisible()

  await page.getByRole('button', { name: 'Make youtube.com/abc main' }).click()
  await page.getByRole('button', { name: 'Show youtube.com/abc after the pictures' }).click()
  await expect(page.getByText('“Make main” puts it in front again.')).toBeVisible()
  await expect(handle(page, /^Main picture of/)).toBeVisible()
  await expect.poll(stored).toEqual(before.slice(1))
})
