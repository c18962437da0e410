import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { smallTexts } from './small-texts'

/** Serious and critical accessibility faults of what is on screen and texts below 12 px, one line each. The page's CSP lets no script tag in. */
export async function axeFaults(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate((part) => (window as unknown as { axe: typeof axe }).axe.run(part), within)
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(', ')}`)
  return [...faults, ...(await smallTexts(page, within))]
}
