import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { dropFiles } from '../support/drop-files'
import { savesTo } from '../support/save-dialog'
import { readProduct } from '../support/stored-product'
import { openMedia, progressTold } from './pages/media-tab'
import { pill } from './pages/product-form'

const name = 'Stoneware mug'
const files = (page: Page): Locator => page.getByRole('list', { name: 'Files for buyers' }).getByRole('listitem')
const place = (page: Page): Locator => page.locator('[data-files-drop]')

test('files are dropped, a large one too, described, removed and brought back by mouse', async ({
  page,
  store,
}, info) => {
  const [guide, film] = [info.outputPath('guide.pdf'), info.outputPath('film.mp4')]
  writeFileSync(guide, 'how to care for it')
  writeFileSync(film, Buffer.alloc(24 * 1024 * 1024, 7))
  await connect(page, store)
  await openMedia(page, name)
  const { media, files: before } = await readProduct(store, name)
  await dropFiles(place(page), [guide, film])
  await expect(files(page)).toHaveCount(before.length + 2)
  await expect(pill(page, 'In the store')).toBeVisible()
  const stored = async () => (await readProduct(store, name)).files.slice(before.length)
  expect(await stored()).toMatchObject([
    { name: 'guide.pdf', size: 18 },
    { name: 'film.mp4', size: 24 * 1024 * 1024 },
  ])
  // None of it is a picture.
  expect((await readProduct(store, name)).media).toEqual(media)

  await page.getByLabel('Description of guide.pdf').fill('Care')
  await page.getByLabel('Description of guide.pdf').press('Enter')
  await expect.poll(async () => (await stored())[0]?.description).toBe('Care')

  await page.getByRole('button', { name: 'Remove guide.pdf' }).click()
  await expect(files(page)).toHaveCount(before.length + 1)
  await expect.poll(async () => (await stored()).map((file) => file.name)).toEqual(['film.mp4'])
  await expect(pill(page, 'In the store')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await stored()).map((file) => file.name)).toEqual(['film.mp4', 'guide.pdf'])
  expect((await stored())[1]).toMatchObject({ description: 'Care', size: 18 })
})

test('a file is saved on this computer where its owner wants it, and nowhere when the dialog is closed', async ({
  app,
  page,
  store,
}, info) => {
  const [guide, saved] = [info.outputPath('guide.pdf'), info.outputPath('saved.pdf')]
  writeFileSync(guide, 'how to care for it')
  await connect(page, store)
  await openMedia(page, name)
  await dropFiles(place(page), [guide])
  await expect(pill(page, 'In the store')).toBeVisible()
  const button = page.getByRole('button', { name: 'Save guide.pdf…' })

  await savesTo(app, '')
  await button.click()
  await expect(button).toBeEnabled()
  await savesTo(app, saved)
  await button.press('Enter')
  await expect(page.getByText('guide.pdf is saved on this computer.')).toBeVisible()
  expect(readFileSync(saved, 'utf8')).toBe('how to care for it')
  expect(await axeFaults(page)).toEqual([])

  await savesTo(app, info.outputPath('no such folder', 'saved.pdf'))
  await button.click()
  await expect(page.getByText('The file could not be written there.')).toBeVisible()
})

test('files are chosen, described and removed by keyboard, in light and dark without a fault for those who cannot see them', async ({
  page,
  store,
}, info) => {
  const [guide, empty] = [info.outputPath('guide.pdf'), join(info.outputPath(), 'empty.txt')]
  writeFileSync(guide, 'how to care for it')
  writeFileSync(empty, '')
  await connect(page, store)
  await openMedia(page, name)
  const before = await files(page).count()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).press('Enter')
  await (await choosing).setFiles([guide, empty])
  await expect(files(page)).toHaveCount(before + 1)
  await expect(page.getByText('empty.txt was not added. The file is empty.')).toBeVisible()
  await expect(pill(page, 'In the store')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page, 'section[aria-label="Product"]'), colorScheme).toEqual([])
  }
  // What is in the store can be saved on this computer.
  await expect(page.getByRole('button', { name: 'Save guide.pdf…' })).toBeVisible()
  await page.getByRole('button', { name: 'Add files' }).focus()
  for (let at = 0; at < before; at += 1)
    for (const _ of ['Description', 'Save', 'Remove']) await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Description of guide.pdf')).toBeFocused()
  await page.keyboard.type('Care')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await readProduct(store, name)).files.at(-1)?.description).toBe('Care')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Remove guide.pdf' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(files(page)).toHaveCount(before)
  await expect(page.getByRole('button', { name: 'Add files' })).toBeFocused()
  await expect.poll(async () => (await readProduct(store, name)).files.length).toBe(before)
})

test('a large file shows how far it is on its way to the store, until it is there', async ({ page, store }, info) => {
  const film = info.outputPath('film.mp4')
  const size = 12 * 1024 * 1024
  writeFileSync(film, Buffer.alloc(size, 7))
  const match = { method: 'POST', path: '/files(\\?|$)' }
  await store.control('POST', '/faults', { kind: 'slow-read', bytesPerSecond: 3e6, match })
  await connect(page, store)
  const told = await progressTold(page)
  await openMedia(page, name)
  await dropFiles(place(page), [film])
  const row = files(page).filter({ hasText: 'film.mp4' })
  await expect(row.getByText(/^Uploading [1-9]\d? %$/)).toBeVisible()
  await expect(row.getByRole('progressbar', { name: 'Uploading film.mp4' })).toBeVisible()
  // What is on its way can neither be saved here nor be taken for there.
  await expect(page.getByRole('button', { name: 'Save film.mp4…' })).toHaveCount(0)

  await expect(page.getByRole('button', { name: 'Save film.mp4…' })).toBeVisible()
  await expect(row.getByText(/Uploading|Being sent|Waiting to be sent/)).toHaveCount(0)
  await expect(row.getByRole('progressbar')).toHaveCount(0)
  const between = [...new Set(await told())].filter((progress) => progress > 0 && progress < 1)
  expect(between.length).toBeGreaterThan(4)
  expect(between).toEqual([...between].sort((a, b) => a - b))
  expect((await readProduct(store, name)).files.filter((file) => file.name === 'film.mp4')).toMatchObject([{ size }])
})
