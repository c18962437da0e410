import { expect, type Locator, type Page } from '@playwright/test'
import type { DemoStore } from '../../support/demo-store-process'
import { goTo } from './screens'

export type Typed = { name?: string; storeId: string; key: string }

export const dialog = (page: Page): Locator => page.getByRole('dialog')
export const button = (page: Page, name: string): Locator => dialog(page).getByRole('button', { name, exact: true })
/** A connection at the side. */
export const connection = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Stores' }).getByText(name)

export async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect your store' }).click()
  await expect(dialog(page)).toBeVisible()
}

export async function typeConnection(page: Page, { name, storeId, key }: Typed): Promise<void> {
  if (name !== undefined) await dialog(page).getByLabel('Connection name').fill(name)
  await dialog(page).getByLabel('Ecwid store ID').fill(storeId)
  await dialog(page).getByRole('textbox', { name: 'API key' }).fill(key)
}

/** What opens the demo store with everything allowed. */
export const goodOnes = (store: DemoStore): Typed => ({ storeId: String(store.storeId), key: store.secretToken })

/** An action of a connection, from its menu in the settings. */
export async function openAction(page: Page, name: string, action: string): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}
