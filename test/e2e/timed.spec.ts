import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readProducts } from '../support/stored-product'
import { letTimePass } from '../support/time-passed'
import { review } from './pages/many-products'
import { grid, search } from './pages/product-list'

const day = 86_400_000

/** A sale of the clocks that starts the next night and ends two days later, reviewed and said yes to. */
async function planSale(page: Page): Promise<void> {
  await search(page).fill('wall clock')
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('p')
  const prices = page.getByRole('dialog', { name: 'Prices and sales' })
  await prices
    .getByRole('textbox', { name: 'What' })
    .or(prices.getByRole('combobox', { name: 'What' }))
    .click()
  await page.getByRole('option', { name: 'Start a sale' }).click()
  await prices.getByRole('textbox', { name: 'Percent' }).fill('-20')
  await review(page)
  await page.getByRole('button', { name: 'Give it a time…' }).click()
  const times = page.getByRole('dialog', { name: 'Start and end' })
  await times.getByRole('radio', { name: 'At a time', exact: true }).check()
  await times.getByRole('radio', { name: /^At a time, and all of it/ }).check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await times.getByRole('button', { name: 'Set the time' }).click()
  await expect(page.getByText(/^Starts .*, ends .*Stockroom has to run then/)).toBeVisible()
  await page.getByRole('button', { name: /^Start \w{3} / }).click()
}

test('a sale waits for its start, is asked about when that was missed, and goes back at its end', async ({
  page: first,
  store,
  userData,
  running,
  relaunch,
}) => {
  const clock = async () => (await readProducts(store)).find(({ name }) => name === 'Wall clock')
  const before = await clock()
  await connect(first, store)
  await planSale(first)
  const waiting = first.getByRole('region', { name: 'At their time' })
  await expect(waiting.getByText(/^Starts .*, ends /)).toBeVisible()
  expect(await axeFaults(first, 'section[aria-label="Changes"]')).toEqual([])
  await waiting.getByRole('button', { name: /^Start a sale/ }).click()
  await expect(waiting.getByRole('listitem').getByText('Wall clock').first()).toBeVisible()
  expect(await clock()).toEqual(before)

  await running.close()
  letTimePass(userData, 1.5 * day)
  const page = await relaunch()
  const question = page.getByRole('dialog', { name: 'The start has passed' })
  await expect(question.getByText(/should have started .* nothing was changed/)).toBeVisible()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await question.getByRole('button', { name: 'Start it now' }).click()
  await expect.poll(async () => (await clock())?.price).toBeCloseTo((before?.price ?? 0) * 0.8, 2)

  await page.getByRole('button', { name: /^Changes/ }).click()
  const running2 = page.getByRole('region', { name: 'At their time' })
  await expect(running2.getByText(/goes back as it was/)).toBeVisible()
  await running2.getByRole('button', { name: 'End now…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End it now' }).click()
  await expect.poll(async () => (await clock())?.price).toBe(before?.price)
  await expect(running2).toHaveCount(0)
})
