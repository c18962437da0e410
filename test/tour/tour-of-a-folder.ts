import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from '../support/app'
import type { DemoStore } from '../support/demo-store-process'
import { dropFiles } from '../support/drop-files'
import { picturesShown, sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page; store: DemoStore; folder: string } & Pick<Tour, 'step' | 'shot'>
type Product = { name: string; sku: string; media?: { images: { imageOriginalUrl: string }[] } }

/** A shoot of a day, dropped on the window: reviewed, uploaded, reported. */
export async function tourOfAFolder({ app, page, store, folder, step, shot }: Parts): Promise<void> {
  const tab = (name: RegExp) => page.getByRole('tab', { name }).click()
  const upload = page.getByRole('button', { name: /^Upload \d/ })
  const settled = async () => {
    await picturesShown(page)
    await expect(page.locator('[data-waits]')).toHaveCount(0)
  }

  await step('Drop a folder of pictures on the window', async () => {
    await makeShoot(store, join(folder, 'Autumn shoot'))
    await dropFiles(page.getByRole('navigation', { name: 'Screens' }), [join(folder, 'Autumn shoot')])
    await expect(upload).toBeVisible({ timeout: 60_000 })
    await settled()
  })
  await shot('folder-review')
  await step('See the review in a narrow window', async () => {
    await sizeWindow(app, 900, 700)
    await settled()
  })
  await shot('folder-review-narrow')
  await step('Look at what is doubtful', async () => {
    await sizeWindow(app)
    await tab(/^Doubtful/)
    await settled()
  })
  await shot('folder-doubtful')
  await step('Look at what fits no product', async () => {
    await tab(/^Unmatched/)
    await settled()
  })
  await shot('folder-unmatched')
  await step('Try a rule of one’s own and an alt text', async () => {
    await tab(/^Matched/)
    await page.getByRole('button', { name: 'Options' }).click()
    await page.getByLabel('Rule of your own').fill('{sku}_{position}')
    await expect(page.getByRole('button', { name: 'Match by this rule' })).toBeEnabled()
    await page.getByLabel('Alt text of each picture').fill('{name}, {position}')
    await expect(page.getByRole('button', { name: 'Use for all pictures' })).toBeEnabled()
    await settled()
  })
  await shot('folder-options')
  await step('Replace galleries: see what would go', async () => {
    await page.getByRole('button', { name: 'Close options' }).click()
    await page.getByText('Replace gallery').click()
    await expect(page.getByRole('button', { name: /pictures will be removed$/ })).toBeVisible()
    await settled()
  })
  await shot('folder-replace')
  await step('Be asked a second time', async () => {
    await upload.click()
    await expect(page.getByRole('dialog').getByRole('button', { name: /^Remove \d+/ })).toBeVisible()
    await settled()
  })
  await shot('folder-second-yes')
  await step('Add instead, and upload', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('region', { name: 'Pictures' }).getByText('Add to gallery').click()
    await store.control('POST', '/faults', { match: { path: '/gallery|/image' }, times: 16, kind: 'slow', ms: 900 })
    await upload.click()
    await expect(page.getByRole('list', { name: 'Being uploaded now' }).getByRole('listitem').first()).toBeVisible()
    await settled()
  })
  await shot('folder-uploading')
  await step('See what became of each file', async () => {
    await expect(page.getByText(/pictures uploaded$/)).toBeVisible({ timeout: 120_000 })
    await settled()
  })
  await shot('folder-uploaded')
}

/** Most files are named by SKU, some nearly by product, some as a camera does, and one is no picture. */
async function makeShoot(store: DemoStore, folder: string): Promise<void> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const answer = await fetch(`${store.baseUrl}/products?limit=60&sortBy=ADDED_TIME_DESC`, { headers })
  const { items } = (await answer.json()) as { items: Product[] }
  const shown = items.flatMap(({ name, sku, media }) => {
    const urls = media?.images.map(({ imageOriginalUrl }) => imageOriginalUrl) ?? []
    return sku && urls.length > 1 ? [{ name, sku, urls }] : []
  })
  const files: [name: string, url: string][] = []
  shown.forEach(({ name, sku, urls }, at) => {
    const [first = '', last = ''] = [urls[0], urls.at(-1)]
    if (at < 14) files.push([`${sku}_1`, last], [`${sku}_2`, first])
    else if (at < 18) files.push([`New ${name.toLowerCase()}`, first])
    else if (at < 26) files.push([`DSC_${400 + at}`, first])
  })
  mkdirSync(folder, { recursive: true })
  await Promise.all(files.map(([name, url]) => keep(url, join(folder, name))))
  writeFileSync(join(folder, 'Shooting plan.txt'), 'Mugs first.')
}

/** A picture of the store, as a file of a person. `path`: without its ending. */
export async function keep(url: string, path: string): Promise<string> {
  const file = `${path}${url.slice(url.lastIndexOf('.'))}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, Buffer.from(await (await fetch(url)).arrayBuffer()))
  return file
}
