import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { choose } from '../support/menu'
import { readProducts } from '../support/stored-product'
import { nameField, tab } from './pages/product-form'
import { row } from './pages/product-list'
import { goTo, screens } from './pages/screens'

async function renameFirst(page: Page, to: string): Promise<void> {
  await page.getByText('Stoneware mug').first().click()
  await nameField(page).fill(to)
  await page.keyboard.press('Control+s')
}

test('everything is drawn in the typeface of the program, figures as wide as each other', async ({ page, store }) => {
  await connect(page, store)
  const widths = await page.evaluate(async () => {
    await document.fonts.ready
    const faces = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
    const measure = (text: string, className: string) => {
      const span = Object.assign(document.createElement('span'), { textContent: text, className })
      document.body.append(span)
      const { width } = span.getBoundingClientRect()
      span.remove()
      return width
    }
    return {
      family: getComputedStyle(document.body).fontFamily,
      faces,
      ones: measure('1111111111', 'tabular'),
      eights: measure('8888888888', 'tabular'),
      narrowOnes: measure('1111111111', ''),
    }
  })
  expect(widths.family).toMatch(/^"?Inter Variable"?,/)
  expect(widths.faces.some((name) => name.includes('Inter Variable'))).toBe(true)
  expect(widths.ones).toBeCloseTo(widths.eights, 1)
  expect(widths.narrowOnes).toBeLessThan(widths.ones)
})

test('a screen opened for the first time is there with the next frames, never empty first', async ({ page, store }) => {
  await connect(page, store)
  // The screens are read one after the other: where the last has begun, the others are there.
  await expect(page.locator('link[href*="SettingsScreen"]').first()).toBeAttached()
  await row(page, 'Stoneware mug').first().dblclick()
  await expect(nameField(page)).toBeVisible()

  const shown = await tab(page, /Media/).evaluate(async (element) => {
    ;(element as HTMLElement).click()
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame)
    return document.querySelector('[role="tabpanel"]:not([style*="none"])')?.textContent ?? ''
  })
  expect(shown).toContain('Choose files')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has a serious accessibility fault (${colorScheme})`, async ({ page, store }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const isLookedAt = colorScheme === 'dark'
    const check = async (screen: string) =>
      expect.soft(await axeFaults(page, 'html', { isLookedAt }), screen).toEqual([])
    await expect(page.getByRole('heading', { name: 'Connect your store' })).toBeVisible()
    await check('first start')
    await page.getByRole('button', { name: 'Connect your store' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('connection form')

    await connect(page, store)
    await check('catalogue')
    await renameFirst(page, 'Stoneware mug, large')
    await expect(page.getByRole('region', { name: 'Product' })).toBeVisible()
    await check('product')
    for (const tab of ['Attributes', 'Shipping', 'SEO', 'Media']) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click()
      await check(`product, ${tab}`)
    }
    await goTo(page, 'Changes')
    await page.getByRole('tab', { name: /All/ }).click()
    await page.getByRole('button', { name: /^Edit Stoneware mug/ }).click()
    await expect(page.getByText('Stoneware mug, large').last()).toBeVisible()
    await check('changes')
    await goTo(page, 'Settings')
    await check('settings')
    await page.keyboard.press('Control+/')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await check('shortcuts')
  })
}

test('no open menu has a serious accessibility fault, and the keyboard is on its first item', async ({
  page,
  store,
}) => {
  await connect(page, store)
  const check = async (name: string) => {
    const menu = page.getByRole('menu')
    await expect(menu).toBeVisible()
    await expect.soft(menu.locator('button:not(:disabled)').first(), name).toBeFocused()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const isLookedAt = colorScheme === 'dark'
      expect.soft(await axeFaults(page, '[role="menu"]', { isLookedAt }), `${name}, ${colorScheme}`).toEqual([])
    }
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
  }
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: /^Sort/ }).click()
  await check('order of the list')
  await page.getByText('Stoneware mug').first().click({ button: 'right' })
  await check('row')
  await page.getByText('Stoneware mug').first().click()
  await page.getByRole('region', { name: 'Product' }).getByRole('button', { name: 'More actions' }).click()
  await check('product')
  await page.getByRole('tab', { name: /Media/ }).click()
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click()
  await check('picture')
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Actions for Demo shop' }).click()
  await check('connection')
})

test('a change can be read, reverted and found again', async ({ page, store }) => {
  await connect(page, store)
  await renameFirst(page, 'Stoneware mug, large')
  await goTo(page, 'Changes')
  await page.getByRole('tab', { name: /Sent/ }).click()
  const set = page.getByRole('listitem').filter({ hasText: /^Edit Stoneware mug/ })
  await set.getByRole('button', { name: /^Edit/ }).click()
  await expect(set.getByRole('deletion')).toHaveText('Stoneware mug')
  await expect(set.getByRole('insertion')).toHaveText('Stoneware mug, large')

  await set.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /^Undo: Edit Stoneware mug/ })).toBeVisible()
  await expect(async () => {
    expect((await readProducts(store)).map(({ name }) => name)).toContain('Stoneware mug')
  }).toPass()
})

test('what waits for the network is said, and can be taken back', async ({ page, store }) => {
  await connect(page, store)
  await store.stop()
  await renameFirst(page, 'Stoneware mug, large')
  await expect(screens(page).getByText('1 waiting')).toBeAttached()
  await goTo(page, 'Changes')
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('Nothing is waiting')).toBeVisible()
  await expect(screens(page).getByText('1 waiting')).toHaveCount(0)
})

test('a narrow window keeps every action, with icons at the side', async ({ app, page, store }) => {
  await connect(page, store)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(760, 520))
  await expect(screens(page).getByText('Changes')).toHaveCSS('position', 'absolute')
  await goTo(page, 'Changes')
  await goTo(page, 'Settings')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await axeFaults(page)).toEqual([])
})

test('the look and the last store come back after a restart', async ({ page, store, relaunch }) => {
  await connect(page, store)
  await goTo(page, 'Settings')
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')

  const next = await relaunch()
  await expect(next.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(next.getByText('Stoneware mug').first()).toBeVisible()
})

test('the main screens are reached by keyboard alone', async ({ page, store }) => {
  await connect(page, store)
  await page.getByRole('navigation', { name: 'Stores' }).getByRole('button', { name: 'Demo shop' }).focus()
  for (const name of ['Catalogue', 'Changes']) {
    await page.keyboard.press('Tab')
    await expect(screens(page).getByRole('button', { name })).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Changes' })).toBeVisible()
})

test('what the store refuses is kept with its reason and can be sent again', async ({ page, store }) => {
  await connect(page, store)
  const body = { errorMessage: 'The shop is closed for stocktaking', errorCode: 'INVALID' }
  await store.control('POST', '/faults', { match: { method: 'PUT' }, kind: 'status', status: 400, body })
  await renameFirst(page, 'Stoneware mug, large')
  await expect(screens(page).getByText('1 need you')).toBeAttached()

  await goTo(page, 'Changes')
  await expect(page.getByRole('tab', { name: /Refused/, selected: true })).toBeVisible()
  const list = page.getByRole('region', { name: 'Changes' })
  await expect(list.getByText(/The shop is closed for stocktaking/)).toBeVisible()
  await list.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('Nothing was refused')).toBeVisible()
  await page.getByRole('tab', { name: /Sent/ }).click()
  await expect(page.getByRole('button', { name: /^Edit Stoneware mug/ })).toBeVisible()
})

test('Ctrl and a digit switch the store', async ({ page, store }) => {
  await connect(page, store)
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Try the demo store' }).click()
  const current = page.getByRole('navigation', { name: 'Stores' }).locator('[aria-current]')
  await expect(current).toHaveText(/Demo store/)
  await page.keyboard.press('Control+1')
  await expect(current).toHaveText(/Demo shop/)
  await page.keyboard.press('Control+2')
  await expect(current).toHaveText(/Demo store/)
})

test('Ctrl+A where nothing takes it selects no texts of the window', async ({ page, store }) => {
  await connect(page, store)
  await page.getByRole('radio', { name: 'List' }).focus()
  await page.keyboard.press('Control+a')
  expect(await page.evaluate(() => String(getSelection()))).toBe('')
  await goTo(page, 'Snapshots')
  await page.keyboard.press('Control+a')
  expect(await page.evaluate(() => String(getSelection()))).toBe('')
})

test('the menu takes the last change back', async ({ app, page, store }) => {
  await connect(page, store)
  await renameFirst(page, 'Stoneware mug, large')
  await expect(page.getByRole('heading', { name: 'Stoneware mug, large' })).toBeVisible()
  await page.getByText('In the store').first().waitFor()
  await choose(app, page, 'Undo Last Change')
  await expect(page.getByText('Undone: Edit Stoneware mug, large')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Stoneware mug', exact: true })).toBeVisible()
})
