import { expect, test, type Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from '../support/bench-table'
import { connect } from '../support/connected'
import { startDemoStore } from '../support/demo-store-process'
import { dropFiles } from '../support/drop-files'
import { pngBytes } from '../support/picture-files'
import { launchApp, type RunningApp } from '../support/running-app'
import { watchTasks, type Tasks } from './window-tasks'

const sizes = [25, 100, 400]

test('pictures dropped on a Media tab, until all are in the store', async () => {
  test.setTimeout(20 * 60_000)
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const perPicture: { dropped: number; opened: number }[] = []
  try {
    for (const count of sizes) {
      const files = picturesIn(join(folder, String(count)), count)
      await withTab(join(folder, `data ${count}`), async ({ app, empty }) => {
        const dropped = await measured(app.page, async () => {
          await dropFiles(app.page.locator('[data-over]:not([data-files-drop])'), files)
          await untilSent(app.page, count)
        })
        const opened = await measured(app.page, async () => {
          await app.page.getByRole('tab', { name: 'General' }).click()
          await app.page.getByRole('tab', { name: /Media/ }).click()
          await expect(cards(app.page)).toHaveCount(count)
        })
        const plain = await measured(empty.page, () => plainCards(empty.page, count))
        const name = `${count} plain cards drawn at once by an empty window`
        for (const [what, tasks, yardstick] of [
          ['dropped and uploaded: the longest task', dropped.longest, plain.longest],
          ['dropped and uploaded: all work of the window', dropped.total, plain.total],
          ['tab opened: the longest task', opened.longest, plain.longest],
        ] as const) {
          report({
            name: `${count} pictures ${what}`,
            value: tasks,
            yardstick: { name, value: yardstick },
            unit: 'ms',
            ...(what.endsWith('longest task') && { goal: { atMost: 100 } }),
          })
        }
        perPicture.push({ dropped: dropped.total / count, opened: opened.total / count })
      })
    }
    const [few, many] = [perPicture[0], perPicture.at(-1)]
    report({
      name: `work of the window for each of ${sizes.at(-1)} pictures dropped and uploaded`,
      value: many?.dropped ?? NaN,
      yardstick: { name: `for each of ${sizes[0]}`, value: few?.dropped ?? NaN },
      unit: 'ms',
      goal: { ratioAtMost: 2 },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
})

/** By the places alone: what roles they have is worked out by the window itself, in the time that is measured. */
const cards = (page: Page) => page.locator('[aria-label="Pictures"] > [data-picture]')

function picturesIn(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: count }, (_, n) => {
    const path = join(folder, `P_${n + 1}.png`)
    writeFileSync(path, pngBytes(30 + (n % 100), 30 + Math.floor(n / 100)))
    return path
  })
}

/** The Media tab of a new product of a demo store without a limit, and an empty window beside it. */
async function withTab(
  userData: string,
  work: (windows: { app: RunningApp; empty: RunningApp }) => Promise<void>,
): Promise<void> {
  const store = await startDemoStore(['--rate-limit', '0'])
  const open: RunningApp[] = []
  try {
    const app = await launchApp({ userData: join(userData, 'app'), env: { STOCKROOM_API_URL: store.origin } })
    open.push(app)
    const empty = await launchApp({ userData: join(userData, 'empty'), env: {}, program: 'test/bench/empty-window' })
    open.push(empty)
    for (const { electron } of open) {
      await electron.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setBackgroundThrottling(false)
      })
    }
    await connect(app.page, store)
    await app.page.getByRole('button', { name: /New product/ }).click()
    await app.page.getByRole('textbox', { name: /^Name/ }).fill('A product of many pictures')
    await app.page.keyboard.press('Control+s')
    await app.page.getByRole('tab', { name: /Media/ }).click()
    await expect(app.page.getByText('This product has no pictures yet.')).toBeVisible()
    await work({ app, empty })
  } finally {
    await Promise.all(open.map((running) => running.close()))
    await store.stop()
  }
}

async function untilSent(page: Page, count: number): Promise<void> {
  await expect(cards(page)).toHaveCount(count, { timeout: 600_000 })
  await page.waitForFunction(() => document.querySelector('[data-field^="change-"]') === null, null, {
    timeout: 600_000,
    polling: 500,
  })
}

async function measured(page: Page, work: () => Promise<void>): Promise<Tasks> {
  const stop = await watchTasks(page)
  await work()
  return stop()
}

/** As many cards of a picture, a button and a text field, without any program behind them. */
async function plainCards(page: Page, count: number): Promise<void> {
  await page.evaluate(async (many) => {
    document.body.innerHTML = '<ul id="plain" style="display:grid;grid-template-columns:repeat(5,1fr)"></ul>'
    const list = document.querySelector('#plain')
    const picture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='60' height='60'/>"
    const card = `<li><img src="${picture}" width="160" height="160"><button>Actions</button><input placeholder="Alt text"></li>`
    if (list) list.innerHTML = card.repeat(many)
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
  }, count)
}
