import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { keptPrice } from '../support/kept-draft'
import { search } from './pages/product-list'

test('every answer of the app carries its policy', async ({ page }) => {
  const policies = await page.evaluate(async () => {
    const script = document.querySelector('script')?.src ?? ''
    return Promise.all(
      ['app://stockroom/index.html', script].map(async (url) =>
        (await fetch(url)).headers.get('content-security-policy'),
      ),
    )
  })
  for (const policy of policies) expect(policy).toContain("default-src 'none'")
})

test('what the app writes is readable by its owner alone', async ({ page, userData }) => {
  test.skip(process.platform === 'win32', 'Windows has no such modes')
  await page.getByRole('button', { name: /demo/i }).first().click()
  const own = () =>
    ['stores', 'demo', 'logs', 'settings.json']
      .map((name) => join(userData, name))
      .flatMap((path) => [path, ...inside(path)])
  await expect.poll(() => own().some((path) => path.endsWith('catalogue.sqlite'))).toBe(true)
  expect(own().filter((path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0)).toEqual([])
})

function inside(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))
}

/** Ends the window's process, and waits until another one has loaded the window. */
const crash = (app: ElectronApplication): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => resolve())
        contents?.forcefullyCrashRenderer()
      }),
  )

/** What a script finds in the window. A page that crashed once is closed for the test, but not for the app. */
const inWindow = (app: ElectronApplication, script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as unknown,
    script,
  )

test('the key of the demo store is made on this machine: one from elsewhere opens nothing', async ({
  page,
  store,
  userData,
}) => {
  await page.getByRole('button', { name: 'Try the demo store' }).click()
  await expect(page.getByRole('grid', { name: 'Products' })).toBeVisible()
  const own = `http://127.0.0.1:${readFileSync(join(userData, 'demo', 'port'), 'utf8')}`
  const answers = async (origin: string, token: string) => {
    const base = store.baseUrl.replace(store.origin, origin)
    return (await fetch(`${base}/profile?token=${token}`)).status
  }
  // Another demo store, started by hand, takes the keys that it says.
  for (const token of [store.secretToken, store.publicToken])
    expect([await answers(store.origin, token), await answers(own, token)]).toEqual([200, 403])
})

test('a window that crashed is loaded again', async ({ app, page }) => {
  await expect(page.getByRole('button', { name: /demo/i }).first()).toBeVisible()
  await crash(app)
  expect(await inWindow(app, 'document.title')).toBe('Stockroom')
})

test('what was typed in a form and not saved comes back after the window crashed', async ({ app, page, store }) => {
  await connect(page, store)
  await page.getByText(name, { exact: true }).first().click()
  for (const [label, text] of Object.entries(halfTyped)) await page.getByLabel(label, { exact: true }).fill(text)
  await expect.poll(() => keptPrice(page, 'MUG-01')).toBe(halfTyped.Price)

  await crash(app)
  const open = `[...document.querySelectorAll('*')].find((each) => each.textContent === '${name}' && !each.children.length)`
  await expect.poll(() => inWindow(app, `${open}?.click() ?? !!${open}`)).toBe(true)
  const values = Object.keys(halfTyped).map(
    (label) => `document.getElementById(
    [...document.querySelectorAll('label')].find((each) => each.firstChild?.textContent === '${label}')?.htmlFor)?.value`,
  )
  await expect.poll(() => inWindow(app, `[${values.join()}]`)).toEqual(Object.values(halfTyped))
  expect(await inWindow(app, 'document.body.textContent')).toContain('Unsaved changes restored')
})

const name = 'Stoneware mug'
const halfTyped = { Subtitle: 'For two, made in', Price: '12,3x' }

test('the clipboard is pasted for a person who just did something, and for nobody else', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  await app.evaluate(({ clipboard }) => clipboard.writeText('a secret'))
  const paste = () => page.evaluate(() => window.stockroom.call('app.edit', { command: 'paste' }))
  await search(page).press('Home')
  await paste()
  await expect(search(page)).toHaveValue('a secret')
  await search(page).fill('')
  await expect
    .poll(async () => {
      await paste()
      const pasted = await search(page).inputValue()
      if (pasted !== '') await search(page).evaluate((box: HTMLInputElement) => (box.value = ''))
      return pasted
    })
    .toBe('')
})
