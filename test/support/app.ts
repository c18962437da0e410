import keytar from 'keytar'
import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemoStore, type DemoStore } from './demo-store-process'
import { launchApp, type LaunchOptions, type RunningApp } from './running-app'

type Options = {
  /** Command line of the demo store: `test.use({ storeArguments: ['--products', '500'] })`. */
  storeArguments: string[]
  /** More environment for the app. */
  appEnvironment: Record<string, string>
}

type Fixtures = {
  store: DemoStore
  userData: string
  keychainService: string
  appStart: LaunchOptions
  /** The app as it runs now; `running.page` follows a relaunch. */
  running: RunningApp
  app: ElectronApplication
  /** The window of the first start. After `relaunch` use the page it returns. */
  page: Page
  /** Ends the app (`kill` = without asking it) and starts it again on the same data. */
  relaunch: (how?: { kill?: boolean; env?: Record<string, string> }) => Promise<Page>
}

/** A test with its own user data, keychain service and demo store, and the real app running on them. */
export const test = base.extend<Options & Fixtures>({
  storeArguments: [[], { option: true }],
  appEnvironment: [{}, { option: true }],

  store: async ({ storeArguments }, use) => {
    const store = await startDemoStore(storeArguments)
    await use(store)
    await store.stop()
  },

  // Playwright reads the first parameter's names to learn what a fixture needs; this one needs nothing.
  // oxlint-disable-next-line no-empty-pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'stockroom-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  },

  // oxlint-disable-next-line no-empty-pattern
  keychainService: async ({}, use) => {
    const service = `stockroom-test-${randomUUID()}`
    await use(service)
    for (const { account } of await keytar.findCredentials(service)) await keytar.deletePassword(service, account)
  },

  appStart: async ({ store, userData, keychainService, appEnvironment }, use) => {
    const env = { STOCKROOM_API_URL: store.origin, STOCKROOM_KEYCHAIN_SERVICE: keychainService, ...appEnvironment }
    await use({ userData, env })
  },

  running: async ({ appStart }, use, testInfo) => {
    const running = await launchApp(appStart)
    await use(running)
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('what the app printed', { body: running.output(), contentType: 'text/plain' })
      await running.page.screenshot({ path: testInfo.outputPath('window.png'), timeout: 5000 }).catch(() => {})
    }
    await running.close()
  },

  app: async ({ running }, use) => use(running.electron),
  page: async ({ running }, use) => use(running.page),

  relaunch: async ({ running, appStart }, use) => {
    await use(async ({ kill = false, env = {} } = {}) => {
      await (kill ? running.kill() : running.close())
      Object.assign(running, await launchApp({ ...appStart, env: { ...appStart.env, ...env } }))
      return running.page
    })
  },
})

export { expect } from '@playwright/test'
