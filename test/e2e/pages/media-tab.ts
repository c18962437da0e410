import { expect, type Locator, type Page } from '@playwright/test'
import { tab } from './product-form'
import { row } from './product-list'

/** Opens a product's pictures by clicking through the list, as a person does. */
export async function openMedia(page: Page, name: string): Promise<void> {
  await row(page, name).first().dblclick()
  await tab(page, /Media/).click()
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible()
}

/** What takes dropped pictures. */
export const dropPlace = (page: Page): Locator => page.locator('[data-over]:not([data-files-drop])')
export const cards = (page: Page): Locator => page.getByRole('list', { name: 'Pictures' }).locator('[data-picture]')
/** A picture itself, which is also what it is moved by. */
export const handle = (page: Page, label: RegExp): Locator => page.getByRole('button', { name: label })

/** What screen readers are told of the pictures. */
export const said = (page: Page): Locator => dropPlace(page).locator('output').last()
/** What can be done with the pictures that are selected. */
export const selectedBar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected pictures' })

/** Everything main tells about bytes on their way from here on. */
export async function progressTold(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const told: number[] = []
    Object.assign(window, { told })
    window.stockroom.on('uploads.changed', ({ uploads }) => told.push(...uploads.map(({ progress }) => progress)))
  })
  return () => page.evaluate(() => (window as unknown as { told: number[] }).told)
}
