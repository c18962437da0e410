import type { ElectronApplication, Page } from '@playwright/test'

/**
 * As a click in the menu bar, or the keys that it names. Ends when the window has heard of it: a key that is pressed next
 * takes another way there and could be the first to arrive.
 */
export async function choose(app: ElectronApplication, page: Page, label: string): Promise<void> {
  const arrival = await page.evaluateHandle(() => {
    let resolve = (): void => {}
    const promise = new Promise<void>((done) => (resolve = done))
    const stop = window.stockroom.on('menu.command', () => {
      stop()
      resolve()
    })
    return { promise }
  })
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    const item = items.find(({ label }) => label === wanted)
    if (!item) throw new Error(`The menu has no ${wanted}.`)
    item.click()
  }, label)
  await arrival.evaluate(({ promise }) => promise)
}
