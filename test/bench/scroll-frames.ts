import type { Page } from '@playwright/test'

export const framesPerRound = 120
/** Five rows a frame: a fast wheel. */
export const step = 260

/** Scrolls on by one step a frame and answers how long each frame took, ms. */
export function scrollFrames(page: Page, selector: string, from: number): Promise<number[]> {
  return page.evaluate(
    async ({ wanted, frames, by, top }) => {
      const list = document.querySelector(wanted)
      if (!list) throw new Error('Nothing to scroll')
      list.scrollTop = top
      for (let n = 0; n < 20; n++) await new Promise(requestAnimationFrame)
      const times: number[] = []
      let last = performance.now()
      for (let n = 0; n < frames; n++) {
        list.scrollTop += by
        await new Promise(requestAnimationFrame)
        const now = performance.now()
        times.push(now - last)
        last = now
      }
      return times
    },
    { wanted: selector, frames: framesPerRound, by: step, top: from },
  )
}
