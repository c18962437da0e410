import { expect, test } from '../support/app'
import { isForAll } from '../support/axe-in-both'
import { connect } from '../support/connected'
import { handle, openMedia } from './pages/media-tab'
import { colourOfChoice, colours, hue, open, option, pictureOfChoice, shownAs, tab } from './pages/product-form'

// Contrast is that of what has come, and not of what still fades in.
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

test('what opens over the pictures, videos and languages of a product is without a fault for those who cannot see it', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  const dialog = page.getByRole('dialog')
  for (const name of ['Add by link', 'Add a video']) {
    await page.getByRole('button', { name }).click()
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await isForAll(page, name, '[role="dialog"]')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await handle(page, /^Main picture/).dblclick()
  await expect(dialog).toBeVisible()
  await isForAll(page, 'A picture, larger', '[role="dialog"]')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: /^Languages:/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await isForAll(page, 'Languages', '[role="menu"]')
})

test('so is what opens at a colour, and at the picture of a swatch', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.locator('[data-field="ribbon.color"]').getByRole('textbox').click()
  await expect(hue(page)).toBeVisible()
  await isForAll(page, 'The colour of a ribbon', colours)
  await page.keyboard.press('Escape')
  await tab(page, /^Options/).click()
  const first = option(page)
  await shownAs(first).click()
  await page.getByRole('option', { name: 'Swatches' }).click()
  await colourOfChoice(first).click()
  await expect(hue(page)).toBeVisible()
  await isForAll(page, 'The colour of a swatch', colours)
  await page.keyboard.press('Escape')
  await pictureOfChoice(first).click()
  await expect(page.getByRole('listbox')).toBeVisible()
  await isForAll(page, 'The picture of a swatch', '[role="listbox"]')
})
