import { median, report } from '../support/bench-table'
import { memoryOf, productGrid, withFloor, withWindows } from './bench-windows'
import { test } from './large-store-test'

test('memory with 100,000 products', async ({ large }) => {
  await withWindows(large, async ({ app, empty }) => {
    const atRest: number[] = []
    const used: number[] = []
    const nothing: number[] = []
    for (let n = 0; n < 5; n++) {
      atRest.push(await memoryOf(app))
      nothing.push(await memoryOf(empty))
      await app.page.evaluate(() => new Promise(requestAnimationFrame))
    }
    const grid = productGrid(app.page)
    const box = app.page.getByRole('searchbox')
    for (const text of ['blue', 'small oak', 'the', 'gre-04', 'zz', '']) {
      // A note stands in the grid's place when nothing is found.
      const before = await app.page.evaluate(
        () => document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? null,
      )
      await box.fill(text)
      await app.page.waitForFunction(
        (old) => (document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? null) !== old,
        before,
      )
    }
    for (let part = 1; part <= 20; part++) {
      await grid.evaluate((list, share) => list.scrollTo({ top: list.scrollHeight * share }), part / 20)
      await grid.locator('[data-index]:not([aria-busy])').nth(8).waitFor()
    }
    for (let n = 0; n < 5; n++) {
      used.push(await memoryOf(app))
      nothing.push(await memoryOf(empty))
      await app.page.evaluate(() => new Promise(requestAnimationFrame))
    }
    const yardstick = { name: 'an empty Electron window', value: median(nothing) }
    const name = 'memory of main and window, 100,000 products'
    report({ name: `${name}, list shown`, value: median(atRest), yardstick, unit: 'MB', goal: { ratioAtMost: 2 } })
    report({
      name: `${name}, after searching and scrolling`,
      value: median(used),
      yardstick,
      unit: 'MB',
      goal: { ratioAtMost: 2.5 },
    })
  })
  await withFloor(async ({ app, empty }) => {
    const floor: number[] = []
    const nothing: number[] = []
    for (let n = 0; n < 5; n++) {
      floor.push(await memoryOf(app))
      nothing.push(await memoryOf(empty))
    }
    report({
      name: 'memory of a window of React and Mantine and of two processes with SQLite that do nothing',
      value: median(floor),
      yardstick: { name: 'an empty Electron window', value: median(nothing) },
      unit: 'MB',
    })
  })
})
