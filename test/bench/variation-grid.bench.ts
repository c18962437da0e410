import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile, report } from '../support/bench-table'
import { connect } from '../support/connected'
import { startDemoStore, type DemoStore } from '../support/demo-store-process'
import { onTheWeb } from '../support/on-the-web'
import { launchApp, type RunningApp } from '../support/running-app'
import { makeVariation } from '../support/stored-variations'
import { framesPerRound, scrollFrames } from './scroll-frames'

const count = 1000
const rounds = 10
/** Two frames at 60 a second: one was missed. */
const slowMs = 32
const slow = (frames: readonly number[]) => frames.filter((ms) => ms > slowMs).length
const many = 'A product of many variations'
const none = 'A product of none'

test(`a product with ${count} variations`, async () => {
  await withProducts(async ({ app, empty }) => {
    const opened: Record<string, number[]> = { [many]: [], [none]: [] }
    // The first form of a start costs the same whichever product it shows.
    await openTime(app.page, none)
    for (let round = 0; round < rounds; round++) {
      for (const name of [many, none]) opened[name]?.push(await openTime(app.page, name))
    }
    for (const [label, share] of [['p50', 0.5] as const, ['p95', 0.95] as const]) {
      report({
        name: `opening a product with ${count} variations, ${label}`,
        value: percentile(opened[many] ?? [], share),
        yardstick: { name: `one with none, ${label}`, value: percentile(opened[none] ?? [], share) },
        unit: 'ms',
        goal: { ratioAtMost: 1.5 },
      })
    }
    await openTime(app.page, many)
    await app.page.getByRole('tab', { name: /^Options/ }).click()
    const grid = app.page.getByRole('grid', { name: 'Variations' })
    await expect(grid).toBeVisible()
    await plainGrid(empty.page)
    const own: number[] = []
    const plain: number[] = []
    for (let round = 0; round < rounds; round++) {
      plain.push(...(await typeFrames(empty.page, '#plain', round)))
      // A letter opens the box of the cell that has the focus.
      await grid.focus()
      await app.page.keyboard.press('ArrowDown')
      await app.page.keyboard.press('x')
      own.push(...(await typeFrames(app.page, '[role="grid"][aria-label="Variations"]', round)))
      await app.page.keyboard.press('Escape')
    }
    const scrolled: number[] = []
    const plainScrolled: number[] = []
    for (let round = 0; round < rounds; round++) {
      plainScrolled.push(...(await scrollFrames(empty.page, '#plain', 0)))
      scrolled.push(...(await scrollFrames(app.page, '[role="grid"][aria-label="Variations"]', 0)))
    }
    report({
      name: `frames over ${slowMs} ms of ${scrolled.length}, scrolling ${count} variations`,
      value: slow(scrolled),
      yardstick: { name: 'scrolling an empty grid', value: slow(plainScrolled) },
      unit: 'frames',
      goal: { atMost: scrolled.length / 50 },
    })
    report({
      name: `a frame while scrolling ${count} variations, p95`,
      value: percentile(scrolled, 0.95),
      yardstick: { name: 'scrolling an empty grid, p95', value: percentile(plainScrolled, 0.95) },
      unit: 'ms',
      goal: { ratioAtMost: 2 },
    })
    report({
      name: `frames over ${slowMs} ms of ${own.length}, typing in the grid of ${count} variations`,
      value: slow(own),
      yardstick: { name: 'typing in an empty grid', value: slow(plain) },
      unit: 'frames',
      goal: { atMost: own.length / 50 },
    })
    report({
      name: `a frame while typing in the grid of ${count} variations, p95`,
      value: percentile(own, 0.95),
      yardstick: { name: 'typing in an empty grid, p95', value: percentile(plain, 0.95) },
      unit: 'ms',
      goal: { ratioAtMost: 2 },
    })
  })
})

type Windows = { app: RunningApp; empty: RunningApp }

/** The app on a store with both products, and an empty window beside it. */
async function withProducts(work: (windows: Windows) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const store = await startDemoStore(['--products', '20', '--rate-limit', '0'])
  const running: RunningApp[] = []
  try {
    await makeProducts(store)
    const app = await launchApp({ userData: join(folder, 'app'), env: { STOCKROOM_API_URL: store.origin } })
    running.push(app)
    const empty = await launchApp({ userData: join(folder, 'empty'), env: {}, program: 'test/bench/empty-window' })
    running.push(empty)
    for (const { electron } of running) {
      await electron.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setBackgroundThrottling(false)
      })
    }
    await connect(app.page, store)
    await app.page.getByLabel('Search products').fill('A product of')
    await app.page.getByText(none, { exact: true }).first().waitFor()
    await work({ app, empty })
  } finally {
    await Promise.all(running.map((each) => each.close()))
    await store.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

async function makeProducts(store: DemoStore): Promise<void> {
  const make = (name: string) => onTheWeb(store, 'POST', '/products', JSON.stringify({ name, price: 1 }))
  await make(none)
  const { id } = await make(many)
  const names = ['Size', 'Colour', 'Finish']
  for (let at = 0; at < count; at++) {
    const options = names.map((name, place) => {
      return { name, value: `${name} ${(Math.floor(at / 10 ** place) % 10) + 1}` }
    })
    await makeVariation(store, Number(id), { options, sku: `B-${at}`, price: at + 1, quantity: 5 })
  }
}

/** From the click on its row until its form is painted, ms. */
function openTime(page: Page, name: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const rows = [...document.querySelectorAll('[role="grid"][aria-label="Products"] [role="row"]')]
    const row = rows.find(({ textContent }) => textContent?.includes(wanted))
    const cell = row?.querySelector('[role="gridcell"]:nth-child(3)') ?? row
    if (!cell) throw new Error(`There is no row of ${wanted}`)
    await new Promise(requestAnimationFrame)
    const start = performance.now()
    for (const type of ['mousedown', 'mouseup', 'click']) cell.dispatchEvent(new MouseEvent(type, { bubbles: true }))
    const name = () => document.querySelector<HTMLInputElement>('[data-field="name"] input')?.value
    while (name() !== wanted) await new Promise(requestAnimationFrame)
    // The task after the frame that shows it.
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  }, name)
}

/** A grid of plain boxes, of which one is typed into: nothing is computed of what is typed. Below them there is room to scroll as far. */
async function plainGrid(page: Page): Promise<void> {
  await page.evaluate((rows) => {
    const row = `<div style="display:grid;grid-template-columns:repeat(9,1fr);height:48px">${'<span>as product</span>'.repeat(9)}</div>`
    document.body.innerHTML = `<div id="plain" style="height:700px;overflow:auto"><input>${row.repeat(14)}<div style="height:${rows * 48}px"></div></div>`
  }, count)
}

/** Types a letter a frame into the box of a grid, and answers how long each frame took, ms. */
function typeFrames(page: Page, selector: string, round: number): Promise<number[]> {
  return page.evaluate(
    async ({ wanted, frames, from }) => {
      const input = document.querySelector<HTMLInputElement>(`${wanted} input:not([type="file"])`)
      if (!input) throw new Error('Nothing to type into')
      const times: number[] = []
      let last = performance.now()
      for (let n = 0; n < frames; n++) {
        // As the keyboard does: React's own property on the element would hide the change from React.
        Reflect.set(HTMLInputElement.prototype, 'value', `N-${from}-${n}`, input)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise(requestAnimationFrame)
        const now = performance.now()
        times.push(now - last)
        last = now
      }
      return times
    },
    { wanted: selector, frames: framesPerRound, from: round },
  )
}
