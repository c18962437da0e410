import { test, type Page } from '@playwright/test'
import axe from 'axe-core'
import { smallTexts } from './small-texts'

type Window = typeof globalThis & { axe?: typeof axe }

/** What may be wrong in dark alone, where light was looked at. */
const ofColors = ['color-contrast', 'link-in-text-block']

/**
 * Serious and critical accessibility faults of what is on screen and texts below 12 px, one line each. The page's CSP lets no script tag
 * in. `isLookedAt`: all but its colors was looked at before.
 */
export async function axeFaults(page: Page, within = 'html', { isLookedAt = false } = {}): Promise<string[]> {
  return inItsOwnTime(async () => {
    await untilStill(page)
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
    const violations = await page.evaluate(
      async ([part, rules]) => {
        const only = rules && { runOnly: { type: 'rule' as const, values: rules } }
        const { violations: found } = await (window as Window).axe!.run(part, { resultTypes: ['violations'], ...only })
        return found.map(({ id, impact, nodes }) => ({
          id,
          impact,
          parts: nodes.map(({ html }) => html.slice(0, 160)),
        }))
      },
      [within, isLookedAt ? ofColors : null] as const,
    )
    const faults = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, parts }) => `${id}: ${parts.join(', ')}`)
    return isLookedAt ? faults : [...faults, ...(await smallTexts(page, within))]
  })
}

/** What fades in has hardly any contrast until it is there. What begins does so within two frames; what turns for ever is not waited for. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity)
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)))
  })
}

/** A look is work of the test's own, as long as the machine is busy. Its limit is for what the app is waited for. */
async function inItsOwnTime<T>(look: () => Promise<T>): Promise<T> {
  const { timeout } = test.info()
  const begun = Date.now()
  test.setTimeout(timeout + 120_000)
  try {
    return await look()
  } finally {
    test.setTimeout(timeout + Date.now() - begun)
  }
}
