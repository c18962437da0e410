import keytar from 'keytar'
import { expect, test } from '../support/app'

test('the window opens and is called Stockroom', async ({ page, app }) => {
  await expect(page).toHaveTitle('Stockroom')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the app starts again on the same data after it was killed', async ({ page, relaunch, userData, app }) => {
  await expect(page).toHaveTitle('Stockroom')
  expect(await app.evaluate(({ app }) => app.getPath('userData'))).toBe(userData)
  await expect(await relaunch({ kill: true })).toHaveTitle('Stockroom')
})

test('a keychain service keeps a secret', async ({ keychainService }) => {
  await keytar.setPassword(keychainService, 'account', 'secret')
  expect(await keytar.getPassword(keychainService, 'account')).toBe('secret')
})
