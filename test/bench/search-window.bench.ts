import type { Page } from '@playwright/test'
import { percentile, report } from '../support/bench-table'
import { withWindows } from './bench-windows'
import { test } from './large-store'
import { searchTexts } from './search-texts'

const rounds = 2

test('a letter typed into the window', async ({ large }) => {
  await withWindows(large, async ({ app, empty }) => {
    await empty.page.evaluate(() => {
      document.body.innerHTML = '<input aria-label="Plain"><output></output>'
      document.querySelector('input')?.addEventListener('input', (event) => {
        const output = document.querySelector('output')
        if (output) output.textContent = String((event.target as HTMLInputElement).value)
      })
    })
    const own: number[] = []
    const plain: number[] = []
    for (let round = 0; round < rounds; round++) {
      for (const text of Object.values(searchTexts).flat()) {
        plain.push(...(await type(empty.page, 'input', 'output', text)))
        own.push(...(await type(app.page, 'input[type="search"]', '[role="grid"]', text)))
      }
    }
    for (const [label, share] of [['p50', 0.5] as const, ['p95', 0.95] as const]) {
      report({
        name: `a letter typed until its rows are painted, ${label}`,
        value: percentile(own, share),
        yardstick: { name: `a letter echoed by an empty window, ${label}`, value: percentile(plain, share) },
        unit: 'ms',
      })
    }
  })
})

/**
 * Types a text letter by letter and answers how long each took to show its answer, ms. An answer shows itself by another
 * number of rows or another text; a letter that changes neither within `patienceMs` cannot be measured and is left out.
 */
function type(page: Page, inputSelector: string, outputSelector: string, text: string): Promise<number[]> {
  return page.evaluate(
    async ({ wantedInput, wantedOutput, letters, patienceMs }) => {
      const input = document.querySelector<HTMLInputElement>(wantedInput)
      if (!input) throw new Error('Nothing to type into')
      const seen = () => {
        // A grid without rows is replaced by a note.
        const output = document.querySelector(wantedOutput)
        return output?.getAttribute('aria-rowcount') ?? output?.textContent ?? 'none'
      }
      const enter = async (value: string): Promise<number> => {
        const before = seen()
        await new Promise(requestAnimationFrame)
        const start = performance.now()
        // As the keyboard does: React's own property on the element would hide the change from React.
        Reflect.set(HTMLInputElement.prototype, 'value', value, input)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        return new Promise((resolve) => {
          const stop = (ms: number) => {
            observer.disconnect()
            clearTimeout(patience)
            resolve(ms)
          }
          const look = () => {
            if (seen() === before) return
            observer.disconnect()
            // The task after the frame that shows it.
            requestAnimationFrame(() => setTimeout(() => stop(performance.now() - start)))
          }
          const observer = new MutationObserver(look)
          const patience = setTimeout(() => stop(NaN), patienceMs)
          observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
          look()
        })
      }
      const times: number[] = []
      for (let length = 1; length <= letters.length; length++) times.push(await enter(letters.slice(0, length)))
      await enter('')
      return times.filter((ms) => !Number.isNaN(ms))
    },
    { wantedInput: inputSelector, wantedOutput: outputSelector, letters: text, patienceMs: 700 },
  )
}
