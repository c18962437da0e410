import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { copyText } from '../support/clipboard'
import { connect } from '../support/connected'
import { readProduct } from '../support/stored-product'
import { field, open, pill, save, tab } from './pages/product-form'

type Option = {
  name: string
  type: string
  required: boolean
  defaultChoice?: number
  choices?: Record<string, unknown>[]
}

const section = (page: Page): Locator => page.getByRole('tabpanel', { name: /Options/ })
const choice = (page: Page, option: string, line: number): Locator =>
  page.getByRole('group', { name: `Choices of ${option}` }).getByLabel(`Choice ${line}`, { exact: true })

test('options are made, priced and put into order by mouse, and arrive in the store', async ({ app, page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, /Options/).click()
  const before = (await readProduct(store, 'Stoneware mug')).options as Option[]
  await field(page, 'New choice of Color').click()
  await copyText(app, 'Olive\t+2,50\nAmber\t-10 %\n')
  await page.keyboard.press('Control+v')
  await expect(field(page, 'Price change of Amber')).toHaveValue('−10 %')
  await page.getByRole('combobox', { name: 'Chosen first' }).first().click()
  await page.getByRole('option', { name: 'Amber' }).click()
  // Over the first one.
  const handle = field(page, 'Move Amber')
  const first = await field(page, 'Move Sand').boundingBox()
  await handle.hover()
  await page.mouse.down()
  await page.mouse.move(first!.x + 8, first!.y + 20, { steps: 8 })
  await page.mouse.move(first!.x + 8, first!.y - 4, { steps: 8 })
  await page.mouse.up()
  await expect(choice(page, 'Color', 1)).toHaveValue('Amber')

  await page.getByRole('button', { name: 'Add option' }).click()
  await page.keyboard.type('Gift wrap')
  await page
    .getByRole('combobox', { name: /^How option \d is shown/ })
    .last()
    .click()
  await page.getByRole('option', { name: 'Checkboxes' }).click()
  const missing = section(page).getByText('Add a choice, or ask for a text')
  await expect(missing).toBeHidden()
  await page.keyboard.press('Control+s')
  await expect(missing).toBeVisible()
  await field(page, 'New choice of Gift wrap').fill('Paper')
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  const options = (await readProduct(store, 'Stoneware mug')).options as Option[]
  expect(options).toMatchObject([
    {
      name: 'Color',
      defaultChoice: 0,
      choices: [
        { text: 'Amber', priceModifier: -10, priceModifierType: 'PERCENT' },
        ...before[0]!.choices!,
        { text: 'Olive', priceModifier: 2.5 },
      ],
    },
    ...before.slice(1),
    { name: 'Gift wrap', type: 'CHECKBOX', choices: [{ text: 'Paper' }] },
  ])
})

test('options are edited by keyboard alone, in light and dark without a fault for those who cannot see them', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, /Options/).focus()
  await page.keyboard.press('Enter')
  await field(page, 'New choice of Color').focus()
  await page.keyboard.type('Olive')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Amber')
  await page.keyboard.press('Enter')
  await expect(field(page, 'New choice of Color')).toBeFocused()
  await choice(page, 'Color', 5).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(choice(page, 'Color', 4)).toBeFocused()
  await expect(choice(page, 'Color', 4)).toHaveValue('Amber')
  await field(page, 'Move Olive').focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Picked up Olive, place 5 of 5.')).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText('It would be place 4 of 5.')).toBeAttached()
  await page.keyboard.press('Space')
  await expect(choice(page, 'Color', 4)).toHaveValue('Olive')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page, 'section[aria-label="Product"]'), colorScheme).toEqual([])
  }
  // What stands in the box is saved with the rest.
  await field(page, 'New choice of Color').focus()
  await page.keyboard.type('Teal')
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  const [color] = (await readProduct(store, 'Stoneware mug')).options as Option[]
  expect(color!.choices!.map(({ text }) => text)).toEqual(['Sand', 'Slate', 'Sage', 'Olive', 'Amber', 'Teal'])
})

test('variations that are made of a removed choice are named before the save, and go with it', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, /Options/).click()
  await field(page, 'Remove Slate').click()
  await save(page)
  const dialog = page.getByRole('dialog', { name: /will be removed$/ })
  await expect(dialog.getByText('Slate, 300 ml')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(pill(page, 'Unsaved changes')).toBeVisible()
  await save(page)
  await dialog.getByRole('button', { name: /^Save and remove/ }).click()
  await expect(pill(page, 'In the store')).toBeVisible()
  const { options, combinations } = await readProduct(store, 'Stoneware mug')
  expect(JSON.stringify([options, combinations])).not.toContain('Slate')
  expect((combinations as unknown[]).length).toBeGreaterThan(0)
})

test('undo by the keys brings a removed choice back before it takes back what was typed earlier', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, /Options/).click()
  await choice(page, 'Color', 2).fill('Slate grey')
  await field(page, 'Remove Sand').click()
  await expect(choice(page, 'Color', 1)).toHaveValue('Slate grey')
  await page.keyboard.press('Control+z')
  await expect(choice(page, 'Color', 1)).toHaveValue('Sand')
  await expect(choice(page, 'Color', 2)).toHaveValue('Slate grey')
  await page.keyboard.press('Control+z')
  await expect(choice(page, 'Color', 2)).toHaveValue('Slate')
})
