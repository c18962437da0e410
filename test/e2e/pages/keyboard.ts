import { expect, type Locator, type Page } from '@playwright/test'
import { form, tab } from './product-form'

/** From whichever tab has the focus, or the form. */
export async function goToTab(page: Page, name: string): Promise<void> {
  const wanted = tab(page, new RegExp(`^${name}`))
  const chosen = form(page).getByRole('tab', { selected: true })
  await tabTo(page, chosen)
  const all = await form(page).getByRole('tab').allInnerTexts()
  for (let step = 0; step < all.length; step += 1) {
    if (await isFocused(wanted)) return
    await page.keyboard.press('ArrowRight')
  }
  await expect(wanted).toBeFocused()
}

/** Presses Tab until it is there, as often as a person would at most. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await isFocused(wanted)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

const isFocused = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === document.activeElement).catch(() => false)
