import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { goTo } from './pages/screens'
import { snapshots } from './pages/snapshots'

test('how a store is, is kept by itself and by hand, and let go of', async ({ page, store }) => {
  await connect(page, store)
  await goTo(page, 'Snapshots')
  await expect(snapshots(page)).toHaveText([/^Taken daily.*products · /])
  await page.getByRole('button', { name: 'Take a snapshot now' }).click()
  await expect(snapshots(page)).toHaveText([/^Taken by hand.*as the one before/, /^Taken daily/])
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('combobox', { name: 'Kept for' }).selectOption('for ever')
  await snapshots(page).first().getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await expect(snapshots(page)).toHaveText([/^Taken daily/])
  await goTo(page, 'Catalogue')
  await goTo(page, 'Snapshots')
  await expect(page.getByRole('combobox', { name: 'Kept for' })).toHaveValue('null')
})
