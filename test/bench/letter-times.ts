import type { Page } from '@playwright/test'

/** Selectors of the box and of what shows its answer. */
type Typing = { input: string; output: string; text: string }

/** Makes an empty window echo what is typed into it: the yardstick of every letter. */
export async function echoTyped(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.innerHTML = '<input aria-label="Plain"><output></output>'
    document.querySelector('input')?.addEventListener('input', (event) => {
      const output = document.querySelector('output')
      if (output) output.textContent = String((event.target as HTMLInputElement).value)
    })
  })
}

/**
 * Makes an empty window draw as many plain rows as the list has, anew with every letter, without React, styles or a search:
 * what the runtime itself takes to lay out and paint them.
 */
export async function rowsTyped(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.innerHTML = '<input aria-label="Plain"><div role="grid" style="height:750px;overflow:auto"></div>'
    const grid = document.querySelector('[role="grid"]')
    let answers = 0
    const cell = (text: string) =>
      `<span style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${text}</span>`
    const columns = 'grid-template-columns:40px 1fr 140px 90px 90px 90px 104px 28px'
    const row = (n: number, text: string) =>
      `<div style="display:grid;${columns};height:52px;align-items:center;border-bottom:1px solid #ccc">${[
        '',
        `<mark>${text}</mark> product ${answers * 7 + n}`,
        `SKU-<mark>${text}</mark>-${n}`,
        `${answers}.${n}0`,
        `${n}`,
        'Enabled',
        `${answers} days ago`,
        '…',
      ]
        .map(cell)
        .join('')}</div>`
    document.querySelector('input')?.addEventListener('input', (event) => {
      if (!grid) return
      answers += 1
      const text = (event.target as HTMLInputElement).value
      grid.innerHTML = Array.from({ length: 21 }, (_, n) => row(n, text)).join('')
      grid.setAttribute('aria-rowcount', String(answers))
    })
  })
}

/**
 * Types a text letter by letter and answers how long each took to show its answer, ms. An answer shows itself by another
 * number of rows, another value or another text; a letter that changes neither within `patienceMs` cannot be measured and is left out.
 */
export function letterTimes(page: Page, { input: into, output: shownIn, text }: Typing): Promise<number[]> {
  return page.evaluate(
    async ({ wantedInput, wantedOutput, letters, patienceMs }) => {
      const input = document.querySelector<HTMLInputElement>(wantedInput)
      if (!input) throw new Error('Nothing to type into')
      const seen = () => {
        // A grid without rows is replaced by a note; a box keeps what it was last drawn with in an attribute.
        const output = document.querySelector(wantedOutput)
        return output?.getAttribute('aria-rowcount') ?? output?.getAttribute('value') ?? output?.textContent ?? 'none'
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
    { wantedInput: into, wantedOutput: shownIn, letters: text, patienceMs: 700 },
  )
}
