import { percentile, report } from '../support/bench-table'
import { productGrid, withWindows } from './bench-windows'
import { framesPerRound, scrollFrames, step } from './scroll-frames'
import { test } from './large-store-test'
import { fillWithText } from './plain-page'

const rounds = 5
/** Two frames at 60 a second: one was missed. */
const slowMs = 32
/** Where the rounds begin in the list, pixels: rows that nobody has seen yet. */
const farApart = 1_000_000

test('scrolling 100,000 rows', async ({ large }) => {
  await withWindows(large, async ({ app, empty }) => {
    await fillWithText(empty.page, (rounds + 1) * framesPerRound * step)
    const own: number[] = []
    const plain: number[] = []
    for (let round = 0; round < rounds; round++) {
      plain.push(...(await scrollFrames(empty.page, '#plain', round * framesPerRound * step)))
      await productGrid(app.page).waitFor()
      own.push(...(await scrollFrames(app.page, '[role="grid"]', round * farApart)))
    }
    const name = 'a plain page of text scrolled the same way'
    const slow = (frames: number[]) => frames.filter((ms) => ms > slowMs).length
    report({
      name: `frames over ${slowMs} ms of ${own.length}, scrolling 100,000 rows`,
      value: slow(own),
      yardstick: { name, value: slow(plain) },
      unit: 'frames',
      goal: { atMost: own.length / 50 },
    })
    report({
      name: 'a frame while scrolling, p95',
      value: percentile(own, 0.95),
      yardstick: { name, value: percentile(plain, 0.95) },
      unit: 'ms',
      goal: { ratioAtMost: 2 },
    })
  })
})
