import type { ElectronApplication, Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'

const subtitle = (page: Page) => page.getByRole('textbox', { name: /^Subtitle/ })

/** The display of the tests shows no notifications, so they are caught where they are handed over. */
async function catchNotifications(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(`${this.title}: ${this.body}`)
    }
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => false
  })
  return () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
}

test('the end of a first pull is told by the system when the window is in the background', async ({ app, page }) => {
  const notifications = await catchNotifications(app)
  await page.getByRole('button', { name: 'Try the demo store' }).click()
  await expect(page.getByText('Stoneware mug').first()).toBeVisible()
  await expect.poll(notifications).toEqual(['Demo store: All 60 products are on this computer now.'])
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
