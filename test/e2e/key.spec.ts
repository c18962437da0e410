import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import type { RunningApp } from '../support/running-app'

/** Notes whatever main tells the window: answers of calls and events. */
async function recordTraffic({ electron }: RunningApp): Promise<() => Promise<string>> {
  await electron.evaluate(({ ipcMain, BrowserWindow }) => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    type Invoke = (...args: unknown[]) => unknown
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Invoke> }
    for (const [name, handler] of handlers) {
      handlers.set(name, async (...args) => {
        const answer = await handler(...args)
        heard.push(JSON.stringify(answer) ?? '')
        return answer
      })
    }
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents)
      webContents.send = (name: string, ...args: unknown[]) => {
        heard.push(JSON.stringify(args) ?? '')
        send(name, ...args)
      }
    }
  })
  return () => electron.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join('\n'))
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return entry.isFile() ? [path] : []
  })
}

test('the key is in the keychain, and in no file, no log, no answer and no event', async ({
  page,
  running,
  store,
  userData,
}) => {
  const traffic = await recordTraffic(running)
  const { secretToken } = store
  await page.getByRole('button', { name: 'Connect your store' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Connection name').fill('My shop')
  await dialog.getByLabel('Ecwid store ID').fill(String(store.storeId))
  await dialog.getByRole('textbox', { name: 'API key' }).fill(secretToken)
  await dialog.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(dialog.getByText(/60 products/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Stoneware mug').first().dblclick()
  await page.getByLabel('Name', { exact: false }).first().fill('Stoneware mug, large')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => store.control('GET', '/state').then((state) => JSON.stringify(state))).toContain('mug, large')

  // A refusal of the key itself is where it would be easiest to quote it.
  await store.control('POST', '/revoke-token', { token: secretToken })
  await page.getByLabel('Name', { exact: false }).first().fill('Stoneware mug, huge')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/does not accept this key/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enter a new key' })).toBeVisible()
  await expect.poll(traffic).toContain('bad-key')

  const told = await traffic()
  await running.close()
  const files = filesUnder(userData)
  expect(files.some((file) => file.endsWith('stockroom.log'))).toBe(true)
  expect(files.some((file) => file.endsWith('catalogue.sqlite'))).toBe(true)
  const secret = secretToken.slice('secret_'.length)
  expect(files.filter((file) => readFileSync(file).includes(secret))).toEqual([])
  expect(running.output()).not.toContain(secret)
  expect(told).not.toContain(secret)
})
