import type { ElectronApplication, Page } from '@playwright/test'
import { search } from '../e2e/pages/product-list'
import { goTo } from '../e2e/pages/screens'
import { showSheet } from '../e2e/pages/sheet'
import { actOnView, saveView, view } from '../e2e/pages/views'
import { expect } from '../support/app'
import { choose } from '../support/menu'
import { picturesShown, sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page } & Pick<Tour, 'step' | 'shot'>

/** What is looked at again and again, under a name. */
export async function tourOfViews({ app, page, step, shot }: Parts): Promise<void> {
  await step('Save what is searched as a view', async () => {
    await goTo(page, 'Catalogue')
    await search(page).fill('mug')
    await page.getByRole('button', { name: 'Save view…' }).click()
    await expect(page.getByRole('dialog', { name: 'Save view' })).toBeVisible()
  })
  await shot('view-save')
  await step('Save more of them', async () => {
    await page.keyboard.press('Escape')
    await saveView(page, 'Mugs')
    await view(page, 'All products').click()
    await search(page).fill('lamp')
    await saveView(page, 'Lamps for the window sill and the harbour wall')
    await view(page, 'All products').click()
    await showSheet(page)
    await search(page).fill('bag')
    await saveView(page, 'Bags')
    await view(page, 'Mugs').click()
    await picturesShown(page)
  })
  await shot('views')
  await step('Change one', async () => {
    await search(page).fill('mug stone')
    await expect(page.getByRole('button', { name: 'Reset' })).toBeVisible()
    await picturesShown(page)
  })
  await shot('view-changed')
  await step('See it in a narrow window', () => sizeWindow(app, 760, 700))
  await shot('view-changed-narrow')
  await step('Choose another one there', () => page.getByRole('button', { name: 'Views', exact: true }).click())
  await shot('views-narrow')
  await step('Go to one by its name', async () => {
    await page.keyboard.press('Escape')
    await sizeWindow(app)
    await choose(app, page, 'Go to View…')
    await expect(page.getByRole('combobox', { name: 'View' })).toBeVisible()
  })
  await shot('view-go-to')
  await step('Remove them', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Reset' }).click()
    for (const name of ['Bags', 'Lamps for the window sill and the harbour wall']) await actOnView(page, name, 'Remove')
    await actOnView(page, 'Mugs', 'Remove')
    await expect(search(page)).toHaveValue('')
  })
}
