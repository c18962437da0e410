import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { copyText } from '../support/clipboard'
import { connect } from '../support/connected'
import { dropFiles } from '../support/drop-files'
import { choose } from '../support/menu'
import { pictureAddress } from '../support/picture-address'
import { pngBytes } from '../support/picture-files'
import { dropPlace } from './pages/media-tab'
import { form, nameField, open, pill, save } from './pages/product-form'
import { said } from './pages/screens'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-overlays-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
async function showPicture(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Media/ }).click()
  await page.getByRole('button', { name: 'Actions for main picture' }).click()
  await page.getByRole('menuitem', { name: 'View larger' }).click()
  await expect(page.getByRole('dialog').locator('img')).toBeVisible()
}

test('Escape closes what lies on top, and nothing below it', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.getByRole('tab', { name: 'General' }).focus()

  await page.keyboard.press('Control+/')
  await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page, 'Keyboard shortcuts')).toHaveCount(0)
  await expect(form(page)).toBeVisible()

  // The list of a field is on top of the panel that the field is in, and the panel on top of the product.
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const panel = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Done' }) })
  await panel.getByLabel('Attributes', { exact: true }).first().click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await panel.getByLabel('Created from').click()
  const calendar = page.locator('[data-dates-dropdown]')
  await expect(calendar).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(calendar).toHaveCount(0)
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(form(page)).toBeVisible()

  await showPicture(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Add by link' }).click()
  await expect(dialog(page, 'Add by link')).toBeVisible()
  // Wherever the focus is: a panel closes before what it lies on.
  await page.getByRole('tab', { name: /Media/ }).focus()
  await page.keyboard.press('Escape')
  await expect(dialog(page, 'Add by link')).toHaveCount(0)
  await expect(form(page)).toBeVisible()

  await page.getByRole('tab', { name: /Media/ }).focus()
  await page.keyboard.press('Escape')
  await expect(form(page)).toHaveCount(0)
})

test('keys and commands are silent under a dialog', async ({ app, page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await nameField(page).fill('Stoneware mug, large')
  await page.keyboard.press('Control+/')
  await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible()
  await page.keyboard.press('Control+s')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('F8')
  for (const label of ['Save', 'New Product', 'Changes', 'Undo Last Change', 'Connect a Store…', 'Alt Texts…']) {
    await choose(app, page, label)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(nameField(page)).toHaveValue('Stoneware mug, large')
  await nameField(page).fill('Stoneware mug, larger')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Stoneware mug, larger' })).toBeVisible()
  await expect(pill(page, 'In the store')).toBeVisible()

  await choose(app, page, 'Changes')
  await page.getByRole('tab', { name: /All/ }).click()
  await expect(page.getByRole('listitem').filter({ hasText: /^Edit Stoneware mug/ })).toHaveCount(1)
})

test('what is dropped or pasted on a dialog is not for the product below it', async ({ app, page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await showPicture(page)
  const path = join(folder, 'a.png')
  writeFileSync(path, pngBytes(40, 40))
  await dropFiles(page.getByRole('dialog').locator('img'), [path])
  await said(page, 'A dialog is open, so nothing was added. Close it and drop it again.')
  await copyText(app, await pictureAddress(store))
  await page.keyboard.press('Control+V')
  await said(page, 'A dialog is open, so nothing was added. Close it and paste it again.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: /Media/ })).toBeVisible()

  // What is dropped now goes the same way and arrives, as the only one.
  await dropFiles(dropPlace(page), [path])
  await expect(page.getByText('1 picture added.')).toBeAttached()
  await expect(page.getByText(/Waiting to be uploaded|Uploading/)).toHaveCount(0)
  await expect(pill(page, 'In the store')).toBeVisible()
  await choose(app, page, 'Changes')
  await page.getByRole('tab', { name: /All/ }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Stoneware mug' })).toHaveCount(1)
})

test('what a button is for goes when it is pressed for a menu, and when the pointer leaves it after a save', async ({
  page,
  store,
}) => {
  await connect(page, store)
  const files = page.getByRole('button', { name: 'Import and export' })
  await files.hover()
  await expect(page.getByRole('tooltip')).toBeVisible()
  await files.click()
  await expect(page.getByRole('menuitem', { name: 'Import a table…' })).toBeVisible()
  await expect(page.getByRole('tooltip')).toBeHidden()
  await page.keyboard.press('Escape')

  await open(page, 'Stoneware mug')
  await nameField(page).fill('Stoneware cup')
  await page.getByRole('button', { name: 'Save', exact: true }).hover()
  await expect(page.getByRole('tooltip')).toContainText('Ctrl+S')
  await save(page)
  // The button can be pressed no more, under the pointer.
  await expect(pill(page, 'In the store')).toBeVisible()
  await nameField(page).hover()
  await expect(page.getByRole('tooltip')).toBeHidden()
})
