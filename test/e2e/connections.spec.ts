import keytar from 'keytar'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { startDemoStore } from '../support/demo-store-process'
import { readRequests } from '../support/stored-product'
import { nameField } from './pages/product-form'
import { button, connection, dialog, goodOnes, openAction, openForm, typeConnection } from './pages/connection-form'

test('Test answers with the name of the store and its product count, and Save shows the catalogue', async ({
  page,
  store,
  keychainService,
}) => {
  await openForm(page)
  await typeConnection(page, goodOnes(store))
  await expect(dialog(page).getByText('Secret key: Stockroom can show and change products.')).toBeVisible()
  await button(page, 'Test').click()
  await expect(dialog(page).getByText(/^The key works: \S.*, 60 products\.$/)).toBeVisible()
  await expect(dialog(page).getByLabel('Connection name')).not.toHaveValue('')

  await dialog(page).getByLabel('Connection name').fill('My shop')
  await button(page, 'Save').click()
  await expect(page.getByText('Stoneware mug').first()).toBeVisible()
  await expect(connection(page, 'My shop')).toBeVisible()
  const kept = await keytar.findCredentials(keychainService)
  expect(kept.map(({ password }) => password)).toEqual([store.secretToken])
})

test('each mistake has its own sentence', async ({ page, store }) => {
  await openForm(page)
  await button(page, 'Test').click()
  await expect(dialog(page).getByText('The store ID is a number')).toBeVisible()
  await expect(dialog(page).getByText('The key starts with secret_ or public_')).toBeVisible()

  await typeConnection(page, { storeId: '999', key: store.secretToken })
  await button(page, 'Test').click()
  await expect(dialog(page).getByText(/Ecwid has no store with the ID 999/)).toBeVisible()

  await typeConnection(page, { storeId: String(store.storeId), key: 'secret_wrong' })
  await button(page, 'Test').click()
  await expect(dialog(page).getByText(/does not accept this key/)).toBeVisible()
  await expect(dialog(page).getByText(/Stockroom can show and change/)).toHaveCount(0)
  await expect(button(page, 'Save anyway')).toHaveCount(0)
})

test('the key of another store is told from a mistyped store ID', async ({ page, store }) => {
  const other = await startDemoStore(['--store-id', '2024'])
  try {
    await openForm(page)
    await typeConnection(page, { storeId: String(store.storeId), key: other.secretToken })
    await button(page, 'Test').click()
    await expect(
      dialog(page).getByText(
        `Store ${store.storeId} does not accept this key. It is mistyped or revoked, or it belongs to another store.`,
      ),
    ).toBeVisible()
  } finally {
    await other.stop()
  }

  const body = { generalInfo: { storeId: 2024 }, settings: { storeName: 'Somewhere else' } }
  await store.control('POST', '/faults', { kind: 'status', status: 200, match: { path: '/profile' }, body })
  await typeConnection(page, goodOnes(store))
  await button(page, 'Test').click()
  await expect(dialog(page).getByText('This key belongs to store 2024, not to store 1003.')).toBeVisible()
  await expect(button(page, 'Save anyway')).toHaveCount(0)
})

test('a plan without API access is named, and nothing is saved', async ({ page, store, keychainService }) => {
  await store.control('POST', '/plan', { api: false })
  await openForm(page)
  await typeConnection(page, { name: 'On a free plan', ...goodOnes(store) })
  await button(page, 'Save').click()
  await expect(
    dialog(page).getByText('The store’s Ecwid plan has no API access, which this program needs. A paid plan has it.'),
  ).toBeVisible()
  await expect(button(page, 'Save anyway')).toHaveCount(0)
  expect(await keytar.findCredentials(keychainService)).toEqual([])

  await store.control('POST', '/plan', { api: true })
  await button(page, 'Save').click()
  await expect(connection(page, 'On a free plan')).toBeVisible()
})

test('a store that got too many requests says how long to wait, and can be saved untested', async ({ page, store }) => {
  // The first call of the test uses up the minute, the second one is refused.
  await store.control('POST', '/rate-limit', { perMinute: 1 })
  await openForm(page)
  await typeConnection(page, { name: 'Busy shop', ...goodOnes(store) })
  await button(page, 'Test').click()
  const asksToWait = /^The key was not tested: Ecwid got many requests for this store and asks to wait \d+ seconds\./
  await expect(dialog(page).getByText(asksToWait)).toBeVisible()

  const asked = (await readRequests(store)).length
  await button(page, 'Test').click()
  await expect(button(page, 'Test')).toBeEnabled()
  await expect(dialog(page).getByText(asksToWait)).toBeVisible()
  expect((await readRequests(store)).length).toBe(asked)

  await button(page, 'Save anyway').click()
  await expect(connection(page, 'Busy shop')).toBeVisible()
})

test('without a network a connection can be saved untested', async ({ page, store }) => {
  await openForm(page)
  await typeConnection(page, { name: 'On the train', ...goodOnes(store) })
  await store.stop()
  await button(page, 'Save').click()
  await button(page, 'Save anyway').click()
  await expect(connection(page, 'On the train')).toBeVisible()

  await store.start()
  await page.getByRole('button', { name: 'Bring in news from the store now' }).first().click()
  await expect(page.getByText('Stoneware mug').first()).toBeVisible()
})

test('the demo store opens by its own door, and keeps what it was sent when the program ends right after', async ({
  page,
  running,
  userData,
}) => {
  await page.getByRole('button', { name: 'Try the demo store' }).click()
  await expect(page.getByText('Stoneware mug').first()).toBeVisible()
  await page.getByRole('button', { name: /New product/ }).click()
  await nameField(page).fill('Walnut tray')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status', { name: 'Saved, and the store has it' })).toBeVisible()
  await running.close()
  expect(readFileSync(join(userData, 'demo', 'state.json'), 'utf8')).toContain('Walnut tray')
})

test('a public key is recognised, and every screen that would write says what it cannot do', async ({
  page,
  store,
}) => {
  await openForm(page)
  await typeConnection(page, { name: 'Window shopping', storeId: String(store.storeId), key: store.publicToken })
  await expect(dialog(page).getByText(/^Public key:/)).toBeVisible()
  await button(page, 'Save').click()
  const banner = page.getByRole('note').filter({ hasText: 'This key is public' })
  await expect(banner).toContainText('Hidden products are not shown.')
  await page.getByRole('button', { name: 'Changes' }).click()
  await expect(banner).toBeVisible()

  await page.getByRole('button', { name: 'Use a secret key' }).click()
  await dialog(page).getByRole('textbox', { name: 'New API key' }).fill(store.secretToken)
  await button(page, 'Save').click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(banner).toHaveCount(0)
})

test('a connection can be renamed', async ({ page, store }) => {
  await connect(page, store)
  await openAction(page, 'Demo shop', 'Rename…')
  await dialog(page).getByLabel('Connection name').fill('Harbour branch')
  await button(page, 'Save').click()
  await expect(connection(page, 'Harbour branch')).toBeVisible()
})

test('removing names what goes with it, and unsent changes need a second yes', async ({
  page,
  store,
  keychainService,
}) => {
  await connect(page, store)
  await store.stop()
  await page.getByText('Stoneware mug').first().click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Stoneware mug, large')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('navigation', { name: 'Screens' }).getByText('1 waiting')).toBeAttached()

  await page.getByRole('textbox', { name: /^Subtitle/ }).fill('300 ml')
  await expect(page.getByText('Unsaved changes')).toBeVisible()

  await openAction(page, 'Demo shop', 'Remove…')
  await expect(dialog(page).getByText(/2 changes never reached the store/)).toBeVisible()
  await expect(dialog(page).getByText('Stoneware mug, large: typed, not saved')).toBeVisible()
  await expect(dialog(page).getByText(/^Stoneware mug: Name → /)).toBeVisible()
  await expect(button(page, 'Remove')).toBeDisabled()
  await dialog(page).getByRole('checkbox', { name: 'Lose these 2 changes' }).check()
  await button(page, 'Remove').click()

  await expect(page.getByRole('heading', { name: 'Connect your store' })).toBeVisible()
  // The key may go while the keychain lists it, which it answers with an error.
  await expect(async () => expect(await keytar.findCredentials(keychainService)).toEqual([])).toPass()
})
