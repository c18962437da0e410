import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { readProduct } from '../support/stored-product'
import { goToTab, tabTo } from './pages/keyboard'
import { field, pill, tab } from './pages/product-form'
import { grid, search } from './pages/product-list'

test('by keyboard alone prices are unfolded, added, switched and sent, and put back from the history', async ({
  page,
  store,
}) => {
  test.slow()
  const { wholesalePrices: before } = await readProduct(store, 'Stoneware mug')
  await connect(page, store)
  await search(page).fill('Stoneware mug')
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Stoneware mug', exact: true })).toBeVisible()
  const section = (name: RegExp) => page.getByRole('button', { name, expanded: false })

  await goToTab(page, 'Prices')
  await tabTo(page, section(/^Wholesale prices/))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Add to Wholesale prices' }))
  await page.keyboard.press('Enter')
  await expect(field(page, 'From quantity, line 3')).toBeFocused()
  await page.keyboard.type('50')
  await page.keyboard.press('Tab')
  await page.keyboard.type('9,5')
  await tabTo(page, section(/^Pay what you want/))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('switch', { name: 'Shoppers choose the amount' }))
  await page.keyboard.press('Space')
  await tabTo(page, section(/^Subscription/))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('switch', { name: 'Sold as a subscription' }))
  await page.keyboard.press('Space')
  await tabTo(page, field(page, 'Every, line 1'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2')
  await page.keyboard.press('Escape')
  await expect(tab(page, /^Prices/)).toBeFocused()
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await readProduct(store, 'Stoneware mug')).toMatchObject({
    wholesalePrices: [...(before as object[]), { quantity: 50, price: 9.5 }],
    nameYourPriceEnabled: true,
    subscriptionSettings: { subscriptionAllowed: true, recurringChargeSettings: [{ recurringIntervalCount: 2 }] },
  })

  await goToTab(page, 'History')
  const entries = page.getByRole('tabpanel', { name: 'History' }).locator('div')
  const back = page.getByRole('button', { name: 'Put back' })
  const entry = entries.filter({ hasText: 'Wholesale prices' }).filter({ has: back })
  await tabTo(page, entry.last().getByRole('button', { name: 'Put back' }))
  await page.keyboard.press('Enter')
  const asked = page.getByRole('dialog', { name: 'Put back: Stoneware mug' })
  await tabTo(page, asked.getByRole('button', { name: 'Put back' }))
  await page.keyboard.press('Enter')
  await expect(asked).toBeHidden()
  await expect.poll(async () => (await readProduct(store, 'Stoneware mug'))['wholesalePrices']).toEqual(before)
  expect(await readProduct(store, 'Stoneware mug')).toMatchObject({ nameYourPriceEnabled: true })
})
