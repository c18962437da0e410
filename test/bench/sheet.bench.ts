import type { Page } from '@playwright/test'
import { percentile, report } from '../support/bench-table'
import { copyHtml } from '../support/clipboard'
import { goToStart, press, sheet, showSheet } from '../e2e/pages/sheet'
import { withWindows } from './bench-windows'
import { test } from './large-store-test'
import { fillWithText } from './plain-page'
import { framesPerRound, scrollFrames, step } from './scroll-frames'
import { pasteTimes, plainTableTime } from './paste-times'

const rounds = 5
const slowMs = 32
/** Where the rounds begin, pixels: rows that nobody has seen yet. */
const farApart = 600_000
const columns = 40
/** Five columns of a thousand rows: names, SKUs and three amounts. */
const pastedRows = 1000
const line = (at: number) => [`Pasted ${at}`, `PASTED-${at}`, '15,5', '18', '6,2'].join('\t')
const block = Array.from({ length: pastedRows }, (_, at) => line(at)).join('\n')

test(`the sheet of 100,000 rows and ${columns} columns`, async ({ large }) => {
  await withWindows(large, async ({ app, empty }) => {
    const { page } = app
    await showSheet(page)
    await showColumns(page)
    await fillWithText(empty.page, (rounds + 1) * framesPerRound * step)
    const [own, plain]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      plain.push(...(await scrollFrames(empty.page, '#plain', round * framesPerRound * step)))
      own.push(...(await scrollFrames(page, '.dvn-scroller', round * farApart)))
    }
    const name = 'a plain page of text scrolled the same way'
    const slow = (frames: number[]) => frames.filter((ms) => ms > slowMs).length
    report({
      name: `frames over ${slowMs} ms of ${own.length}, scrolling the sheet`,
      value: slow(own),
      yardstick: { name, value: slow(plain) },
      unit: 'frames',
      goal: { atMost: own.length / 50 },
    })
    report({
      name: 'a frame while scrolling the sheet, p95',
      value: percentile(own, 0.95),
      yardstick: { name, value: percentile(plain, 0.95) },
      unit: 'ms',
      goal: { ratioAtMost: 2 },
    })

    await page.evaluate(() => document.querySelector('.dvn-scroller')?.scrollTo(0, 0))
    await goToStart(page)
    await copyHtml(app.electron, '', block)
    const yardstick = {
      name: 'as many texts put into a plain table, until painted',
      value: await plainTableTime(empty.page, block),
    }
    for (const where of ['rows that were not read', 'rows that are here']) {
      const times = pasteTimes(page, { prefix: 'Pasted ', of: pastedRows })
      await press(page, 'Control+v')
      const { painted, whole, longest } = await times
      const of = `5,000 cells pasted into ${where}`
      report({ name: `${of}: those in sight painted`, value: painted, yardstick, unit: 'ms', goal: { atMost: 100 } })
      report({ name: `${of}: all of them in the sheet`, value: whole, yardstick, unit: 'ms' })
      report({ name: `${of}: the longest frame`, value: longest, yardstick, unit: 'ms' })
      await press(page, 'Control+z')
      await page.getByRole('button', { name: /^Review \d/ }).waitFor({ state: 'detached' })
    }
  })
})

/** From the left of the form, as many as are wanted. */
async function showColumns(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Columns' }).click()
  const boxes = page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox')
  await boxes.first().waitFor()
  const count = Math.min(columns, await boxes.count())
  for (let at = 0; at < count; at++) await boxes.nth(at).check()
  await press(page, 'Escape')
  await sheet(page).locator('[role="columnheader"]').nth(5).waitFor({ state: 'attached' })
}
