import { expect, type Page } from '@playwright/test'
import type { PictureJob, PictureReportRow, ReportOutcome } from '../../../electron/shared/picture-job'
import { addConnection } from '../connected'
import type { DemoStore } from '../demo-store-process'
import { dropFiles } from '../drop-files'
import { createRandom } from '../kill/random'
import type { StoredProduct } from '../stored-product'
import { expectUploaded, galleriesOf, picturesShown, storedProducts, type Mode } from './galleries'
import { makeShoot, type Shoot } from './shoot'
import { throwFaults } from './upload-faults'

type Phase = 'matching' | 'preparing' | 'uploading' | 'undoing'

export type UploadRun = {
  seed: number
  files: number
  mode: Mode
  /** One kill in each of them. */
  kills: readonly Phase[]
  /** One of so many requests goes wrong; 0: none. */
  faultEvery: number
  folder: string
  store: DemoStore
  page: Page
  relaunch: (how: { kill: boolean }) => Promise<Page>
  say: (line: string) => void
  patience: number
}

const modeNames: Record<Mode, string> = {
  append: 'Add to gallery',
  ifNone: 'Fill empty galleries',
  replace: 'Replace gallery',
}

/**
 * Drops a folder on the real window, uploads it with everything going wrong, and undoes it. In between, each product has to
 * have exactly its pictures; afterwards, exactly what it had.
 */
export async function runUpload(run: UploadRun): Promise<void> {
  const { seed, files, mode, kills, faultEvery, folder, store, relaunch, say, patience } = run
  const random = createRandom(seed)
  const since = Date.now()
  const tell = (line: string) => say(`${((Date.now() - since) / 1000).toFixed(1)} s: ${line}`)
  let page = run.page
  const known = (await storedProducts(store)).filter(({ sku }) => /^[A-Z]{3}-\d+$/.test(sku))
  const products = mode === 'ifNone' ? emptyOnesBetween(known) : known
  const shoot = await makeShoot(folder, files, products, random)
  const before = await galleriesOf(store)
  // What was removed and brought back has another name in the store's books.
  const shown = () => (mode === 'replace' ? picturesShown(store, new Set(shoot.added.keys())) : galleriesOf(store))
  const shownBefore = await shown()
  await addConnection(page, store)
  await synced(page, products.length)
  tell(`${files} files for ${shoot.added.size} products`)

  const killIn = async (phase: Phase, ready: () => Promise<boolean>, within: number) => {
    if (!kills.includes(phase)) return
    await until(ready, patience)
    await new Promise((resolve) => setTimeout(resolve, random.int(within)))
    const state = await jobOf(page).catch(() => undefined)
    page = await relaunch({ kill: true })
    tell(`killed while ${phase} (${state?.state}, ${state?.progress.sent} sent)`)
  }

  await dropFiles(page.getByRole('navigation', { name: 'Screens' }), [folder])
  await killIn('matching', async () => (await jobOf(page)) !== undefined, 1500)
  await page.getByRole('button', { name: /^Pictures/ }).click()
  await until(async () => (await jobOf(page))?.state === 'review', patience)
  tell((await jobOf(page))?.sentence ?? '')
  await page.getByRole('radiogroup').getByText(modeNames[mode]).click()
  await until(async () => (await jobOf(page))?.options.mode === mode, patience)
  if (faultEvery > 0) await throwFaults(store, random, files * 3, faultEvery)
  await page.getByRole('button', { name: /^Upload \d/ }).click()
  if (mode === 'replace')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove / })
      .click()

  await killIn('preparing', async () => (await jobOf(page))?.state !== 'review', 1500)
  const share = (30 + random.int(40)) / 100
  const isPartlySent = async () => {
    const { sent = 0, total = 0 } = (await jobOf(page))?.progress ?? {}
    return total > 0 && sent >= Math.floor(total * share)
  }
  await killIn('uploading', isPartlySent, 500)
  await until(async () => (await jobOf(page))?.state === 'done', patience)
  tell((await jobOf(page))?.sentence ?? '')
  expectUploaded(before, await galleriesOf(store), shoot, mode)
  await expectReported(page, shoot, before, mode)

  await page.getByRole('button', { name: /^Pictures/ }).click()
  // After a restart it is one of the earlier uploads.
  const undo = page.getByRole('button', { name: 'Undo this upload' })
  const earlier = page.getByRole('button', { name: /\d pictures uploaded/ })
  await undo.or(earlier).first().waitFor()
  if (await earlier.isVisible()) await earlier.click()
  await undo.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo this upload' }).click()
  await killIn('undoing', async () => !(await isQuiet(page)), 3000)
  await until(async () => isQuiet(page), patience)
  tell('undone')
  expect(await shown()).toEqual(shownBefore)
  const counts = await outcomesOf(page)
  expect(counts.get('added') ?? 0).toBe(0)
}

/** Few products have no picture: as long as there are some, every other one, so that both are played. */
function emptyOnesBetween<T extends StoredProduct>(products: readonly T[]): T[] {
  const empty = products.filter(({ media }) => media.images.length === 0)
  return products.filter((one) => !empty.includes(one)).flatMap((one, at) => [one, ...empty.slice(at, at + 1)])
}

/** Every file once, with what became of it. */
async function expectReported(page: Page, shoot: Shoot, before: Map<string, string[]>, mode: Mode): Promise<void> {
  const rows = await reportOf(page)
  expect(rows.map(({ path }) => path).toSorted()).toEqual([...shoot.outcomes.keys()].toSorted())
  const expected = new Map<string, number>()
  const count = (outcome: string, files = 1) => expected.set(outcome, (expected.get(outcome) ?? 0) + files)
  for (const outcome of shoot.outcomes.values()) count(outcome)
  if (mode === 'ifNone') {
    for (const [sku, pictures] of shoot.added) {
      if ((before.get(sku) ?? []).length === 0) continue
      count('added', -pictures.length)
      count('leftOut', pictures.length)
    }
  }
  expect(joined(await outcomesOf(page))).toEqual(joined(expected))
}

/** Whether a name that is nearly a product's is doubtful or unknown depends on its neighbours; it is not added either way. */
function joined(outcomes: ReadonlyMap<string, number>): Record<string, number> {
  const { leftOut = 0, unmatched = 0, ...rest } = Object.fromEntries(outcomes)
  return Object.fromEntries(Object.entries({ ...rest, notAdded: leftOut + unmatched }).filter(([, files]) => files > 0))
}

async function outcomesOf(page: Page): Promise<Map<ReportOutcome, number>> {
  const counts = new Map<ReportOutcome, number>()
  for (const { outcome } of await reportOf(page)) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return counts
}

async function reportOf(page: Page): Promise<PictureReportRow[]> {
  return page.evaluate(async () => {
    const [connection] = answer(await window.stockroom.call('connections.list', {}))
    const connectionId = connection?.id ?? ''
    const [job] = answer(await window.stockroom.call('pictureJobs.list', { connectionId }))
    const rows: PictureReportRow[] = []
    for (;;) {
      const input = { connectionId, jobId: job?.id ?? 0, outcome: null, offset: rows.length, limit: 200 }
      const page = answer(await window.stockroom.call('pictureJobs.report', input))
      rows.push(...page.rows)
      if (page.rows.length === 0) return rows
    }
    function answer<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
      if (result.ok) return result.value
      throw new Error(result.error.message)
    }
  })
}

/** The newest upload as the app knows it. */
async function jobOf(page: Page): Promise<PictureJob | undefined> {
  return page.evaluate(async () => {
    const connections = await window.stockroom.call('connections.list', {})
    const connectionId = connections.ok ? (connections.value[0]?.id ?? '') : ''
    const jobs = await window.stockroom.call('pictureJobs.list', { connectionId })
    return jobs.ok ? jobs.value[0] : undefined
  })
}

async function isQuiet(page: Page): Promise<boolean> {
  const summary = await page.evaluate(async () => {
    const connections = await window.stockroom.call('connections.list', {})
    const connectionId = connections.ok ? (connections.value[0]?.id ?? '') : ''
    const result = await window.stockroom.call('changes.summary', { connectionId })
    return result.ok ? result.value : null
  })
  if (!summary) return false
  if (summary.refused + summary.conflict > 0) throw new Error(`Somebody is asked: ${JSON.stringify(summary)}`)
  return summary.waiting + summary.sending + summary.held === 0
}

async function synced(page: Page, atLeast: number): Promise<void> {
  const count = () =>
    page.evaluate(async () => {
      const connections = await window.stockroom.call('connections.list', {})
      const connectionId = connections.ok ? (connections.value[0]?.id ?? '') : ''
      const found = await window.stockroom.call('catalogue.search', { connectionId, query: {}, offset: 0, limit: 1 })
      return found.ok ? found.value.total : 0
    })
  await expect.poll(count, { timeout: 120_000 }).toBeGreaterThanOrEqual(atLeast)
}

async function until(isTrue: () => Promise<boolean>, patience: number): Promise<void> {
  const end = Date.now() + patience
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('It took too long.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
