import type { Page } from '@playwright/test'

type PasteTimes = {
  /** Until the rows in sight were drawn with what was pasted, and that frame was over. */
  painted: number
  /** Until the review offers all of its products. */
  whole: number
  /** The longest frame until then. */
  longest: number
}

/** Of the next paste, ms. `prefix`: what the texts of the first column begin with. `of`: so many products. */
export const pasteTimes = (page: Page, asked: { prefix: string; of: number }): Promise<PasteTimes> =>
  page.evaluate(
    ({ prefix, of }) =>
      new Promise<PasteTimes>((resolve) => {
        const isAll = new RegExp(`^Review ${of.toLocaleString('en')} `)
        const height = document.querySelector('.dvn-scroller')?.clientHeight ?? 0
        const inSight = Math.floor(height / 34) - 2
        const drawn = new Set<string>()
        // oxlint-disable-next-line typescript/unbound-method -- called with its canvas below
        const draw = CanvasRenderingContext2D.prototype.fillText
        CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
          if (text.startsWith(prefix)) drawn.add(text)
          draw.call(this, text, ...place)
        }
        const begin = () => {
          const start = performance.now()
          let [painted, longest, last] = [0, 0, start]
          const look = () => {
            const now = performance.now()
            longest = Math.max(longest, now - last)
            last = now
            if (painted === 0 && drawn.size >= inSight) painted = now - start
            const isWhole = [...document.querySelectorAll('button')].some((one) => isAll.test(one.textContent ?? ''))
            if (painted === 0 || !isWhole) return requestAnimationFrame(look)
            CanvasRenderingContext2D.prototype.fillText = draw
            resolve({ painted, whole: now - start, longest })
          }
          requestAnimationFrame(look)
        }
        window.addEventListener('paste', begin, { capture: true, once: true })
      }),
    asked,
  )

/** As long as the same texts take in a table of a page that does nothing else, ms. */
export const plainTableTime = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (block) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        const table = document.createElement('table')
        for (const line of block.split('\n')) {
          const row = table.insertRow()
          for (const cell of line.split('\t')) row.insertCell().textContent = cell
        }
        document.body.replaceChildren(table)
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
      }),
    text,
  )
