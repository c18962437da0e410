import type { ElectronApplication, Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { pngBytes } from '../support/picture-files'
import { readProducts } from '../support/stored-product'
import { dropOnWindow } from './pages/screens'

const subtitle = (page: Page) => page.getByRole('textbox', { name: /^Subtitle/ })

/** The display of the tests shows no notifications, so they are caught where they are handed over. */
async function catchNotifications(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(`${this.title}: ${this.body}`)
      Object.assign(globalThis, { newest: this })
    }
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => false
  })
  return () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
}

type BarCall = [value: number, options?: { mode: string }]

/** What the taskbar is told, caught where it is handed over: the display of the tests has none. */
async function catchTaskbar(app: ElectronApplication): Promise<() => Promise<BarCall[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const bar: unknown[] = []
    Object.assign(globalThis, { bar })
    for (const window of BrowserWindow.getAllWindows()) window.setProgressBar = (...all) => void bar.push(all)
  })
  return () => app.evaluate(() => (globalThis as unknown as { bar: BarCall[] }).bar)
}

test('the end of a first pull is told by the system when the window is in the background', async ({ app, page }) => {
  const notifications = await catchNotifications(app)
  await page.getByRole('button', { name: 'Try the demo store' }).click()
  await expect(page.getByText('Stoneware mug').first()).toBeVisible()
  await expect.poll(notifications).toEqual(['Demo store: All 60 products are on this computer now.'])
})

test('an upload shows on the taskbar, and a click on the word of its end opens its report', async ({
  app,
  page,
  store,
  userData,
}) => {
  await connect(page, store)
  const folder = join(userData, 'shoot')
  mkdirSync(folder)
  const owners = (await readProducts(store)).filter(({ sku }) => /^[A-Z]{3}-\d\d$/.test(sku)).slice(0, 24)
  owners.forEach(({ sku }, at) => writeFileSync(join(folder, `${sku}.png`), pngBytes(320, 300, { shade: 5 * at })))
  const notifications = await catchNotifications(app)
  const bar = await catchTaskbar(app)

  await dropOnWindow(page, [folder])
  await page.getByRole('button', { name: 'Upload 24 pictures' }).click()
  await page.getByRole('button', { name: /^Catalogue/ }).click()
  await expect.poll(notifications, { timeout: 20_000 }).toEqual(['Demo shop: 24 pictures were added.'])
  await expect.poll(async () => (await bar()).at(-1)).toEqual([-1])
  const calls = await bar()
  expect(calls[0]).toEqual([2, { mode: 'indeterminate' }])
  const values = calls.filter(([, options]) => options?.mode === 'normal').map(([value]) => value)
  expect(values.length).toBeGreaterThan(1)
  expect(values).toEqual([...values].sort((a, b) => a - b))

  await app.evaluate(() => (globalThis as unknown as { newest: Electron.Notification }).newest.emit('click'))
  await expect(page.getByRole('table', { name: 'Files' })).toBeVisible()
  await expect(page.getByText('24 pictures uploaded', { exact: true })).toBeVisible()
})

test('quitting asks nothing and loses nothing, and the window comes back to its place', async ({
  app,
  page,
  store,
  relaunch,
}) => {
  await connect(page, store)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1000, height: 700 }),
  )
  await store.stop()
  await page.getByText('Stoneware mug').first().click()
  await subtitle(page).fill('Saved and not sent')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Waiting to be sent')).toBeVisible()
  await subtitle(page).fill('Typed and not saved')

  const ended = once(app.process(), 'exit')
  const place = await app.evaluate(({ app: program, BrowserWindow }) => {
    setTimeout(() => program.quit(), 50)
    return BrowserWindow.getAllWindows()[0]?.getBounds()
  })
  await ended
  const next = await relaunch()
  await expect(next.getByText('1 waiting')).toBeAttached()
  await next.getByText('Stoneware mug').first().click()
  await expect(subtitle(next)).toHaveValue('Typed and not saved')
  await next.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(subtitle(next)).toHaveValue('Saved and not sent')
  expect(place).toMatchObject({ width: 1000, height: 700 })
  const again = await next.evaluate(() => [window.outerWidth, window.outerHeight])
  expect(again).toEqual([1000, 700])
})

test('a second start brings the window forward instead of opening another', async ({ app, page, userData }) => {
  await expect(page.getByRole('heading', { name: 'Connect your store' })).toBeVisible()
  const { program, environment } = await app.evaluate(() => ({ program: process.execPath, environment: process.env }))
  const second = spawn(program, ['.', `--user-data-dir=${userData}`, '--no-sandbox'], {
    env: environment as NodeJS.ProcessEnv,
    stdio: 'ignore',
  })
  expect((await once(second, 'exit'))[0]).toBe(0)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
