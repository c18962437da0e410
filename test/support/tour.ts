import type { ElectronApplication, Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

export type Tour = {
  /** Does one thing a person would do, and says so. */
  step: <T>(what: string, act: () => Promise<T>) => Promise<T>
  /** Takes the window twice, NN-name-light.png and NN-name-dark.png; where it is asked for, once more as a narrow one. */
  shot: (name: string, also?: 'and narrow') => Promise<void>
}

/**
 * Pictures come in after their rows: until all that are in sight have. That the network is idle would never be told once the page has had
 * the frame of a preview, in which no script runs.
 */
export const picturesShown = (page: Page) =>
  page.waitForFunction(() =>
    [...document.images].every((image) => {
      const { top, bottom } = image.getBoundingClientRect()
      return image.complete || bottom < 0 || top > innerHeight
    }),
  )

export function createTour(app: ElectronApplication, page: Page, folder: string): Tour {
  mkdirSync(folder, { recursive: true })
  let shots = 0
  async function take(name: string): Promise<void> {
    const number = String(++shots).padStart(2, '0')
    // Where the last click was, the pointer would rest on something and show more of it.
    await page.mouse.move(1, 1)
    for (const colorScheme of ['dark', 'light'] as const) {
      // Playwright's own way to stop animations crashes Chromium 114 when colours are on their way to another scheme.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(() =>
        Promise.allSettled(
          document
            .getAnimations()
            .filter((each) => each.effect?.getComputedTiming().iterations !== Infinity)
            .map((each) => each.finished),
        ),
      )
      const file = join(folder, `${number}-${name}-${colorScheme}.png`)
      await page.screenshot({ path: file, caret: 'hide' })
    }
    console.log(`    ${number}-${name}`)
  }
  return {
    step: async (what, act) => {
      console.log(`- ${what}`)
      return act()
    },
    shot: async (name, also) => {
      await take(name)
      if (also === undefined) return
      await sizeWindow(app, 760, 700)
      await take(`${name}-narrow`)
      await sizeWindow(app)
    },
  }
}

/** A laptop's window, whatever display the tour runs on. */
export async function sizeWindow(app: ElectronApplication, width = 1440, height = 900): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const)
}
