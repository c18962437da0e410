import { expect, type Page } from '@playwright/test'
import type { DemoStore } from './demo-store-process'
import { readProducts } from './stored-product'

/** Connects the demo store without the dialog, for tests that are not about connecting, and waits until all of it is here: until then rows come in between. */
export async function connect(page: Page, store: DemoStore, key: 'secret' | 'public' = 'secret'): Promise<void> {
  await addConnection(page, store, key)
  await page.getByText('Stoneware mug').first().waitFor()
  await allIsHere(page, store, key)
}

/** Connects the demo store; its products are still to come. */
export async function addConnection(page: Page, store: DemoStore, key: 'secret' | 'public' = 'secret'): Promise<void> {
  const draft = {
    name: 'Demo shop',
    storeId: store.storeId,
    key: key === 'secret' ? store.secretToken : store.publicToken,
  }
  const result = await page.evaluate((input) => window.stockroom.call('connections.add', input), draft)
  if (!result.ok) throw new Error(result.error.message)
  await page.reload()
}

/** All rows are in the list, in the order in which they stay: it follows a pull a moment later than the status does. */
async function allIsHere(page: Page, store: DemoStore, key: 'secret' | 'public'): Promise<void> {
  await page.getByRole('region', { name: 'Status' }).getByText('Up to date').waitFor()
  const seen = (await readProducts(store)).filter(({ enabled }) => key === 'secret' || enabled === true)
  await expect(page.getByRole('grid', { name: 'Products' })).toHaveAttribute('aria-rowcount', String(seen.length + 1))
}
