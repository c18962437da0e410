import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/app'

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

test('a window that crashed is loaded again', async ({ app, page }) => {
  await expect(page.getByRole('button', { name: /demo/i }).first()).toBeVisible()
  const now = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents || contents.isCrashed() || contents.isLoading()) return null
      return { process: contents.getOSProcessId(), title: contents.getTitle() }
    })
  const before = await now()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect
    .poll(async () => (await now())?.process ?? before?.process, { timeout: 20_000 })
    .not.toBe(before?.process)
  expect((await now())?.title).toBe('Stockroom')
})
