import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { readRequests } from '../support/stored-product'

async function processOf(app: ElectronApplication, wanted: string): Promise<number | undefined> {
  return app.evaluate(
    ({ app: program }, called) => program.getAppMetrics().find(({ name }) => name === called)?.pid,
    wanted,
  )
}

/** As a crash of something native in it does. Answers when another one runs. */
async function kill(app: ElectronApplication, called: string): Promise<void> {
  await expect.poll(() => processOf(app, called), { timeout: 20_000 }).toBeDefined()
  const killed = await processOf(app, called)
  if (killed === undefined) throw new Error(`No ${called} runs.`)
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => processOf(app, called), { timeout: 20_000 }).not.toBe(killed)
  await expect.poll(() => processOf(app, called), { timeout: 20_000 }).toBeDefined()
}

async function writesOf(store: DemoStore, method: string, path: RegExp): Promise<number> {
  return (await readRequests(store)).filter((request) => request.method === method && path.test(request.path)).length
}

const stateOf = async (store: DemoStore) => JSON.stringify(await store.control('GET', '/state'))

test('an engine that dies is followed by another: one sentence, and nothing lost or done twice', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  // The answer is on its way when the engine dies: nobody here hears whether the product was made.
  await store.control('POST', '/faults', { match: { method: 'POST', path: '/products$' }, kind: 'slow', ms: 3000 })
  await page.getByRole('button', { name: /New product/ }).click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Walnut tray')
  await page.keyboard.press('Control+s')
  await expect.poll(() => writesOf(store, 'POST', /\/products$/)).toBe(1)
  await kill(app, 'Stockroom engine')

  await expect(page.getByText(/keeps your data stopped and was started again/)).toBeVisible()
  await expect.poll(() => stateOf(store)).toContain('Walnut tray')
  await page.getByLabel('Search products').fill('walnut')
  await expect(page.getByRole('grid', { name: 'Products' }).getByText('Walnut tray').first()).toBeVisible()

  await expect(page.getByRole('status', { name: 'Saved, and the store has it' })).toBeVisible()

  // The one that came is a whole one: it saves, sends and pulls.
  await page.getByRole('textbox', { name: /^Name/ }).fill('Walnut tray, large')
  await page.keyboard.press('Control+s')
  await expect.poll(() => stateOf(store)).toContain('Walnut tray, large')
  expect((await stateOf(store)).match(/"name":"Walnut tray/g)).toHaveLength(1)
  await expect(page.getByRole('alert')).toHaveCount(1)
})

test('a file dropped before the engine died is known to the next one', async ({ app, page, store }) => {
  await connect(page, store)
  const token = await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'given'
    document.body.append(input)
    return input.id
  })
  await page.locator(`#${token}`).setInputFiles('assets/icon.png')
  const inspect = () =>
    page.evaluate(async () => {
      const files = [...(document.querySelector<HTMLInputElement>('#given')?.files ?? [])]
      const answer = await window.stockroom.call('pictures.inspect', { files: window.stockroom.tokensOf(files) })
      return answer.ok ? answer.value.map(({ name }) => name) : answer.error.message
    })
  expect(await inspect()).toEqual(['icon.png'])
  await kill(app, 'Stockroom engine')
  expect(await inspect()).toEqual(['icon.png'])
})

test('searches go on when the process that answers them dies, and find what was saved since', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  await kill(app, 'Stockroom reader')
  const grid = page.getByRole('grid', { name: 'Products' })
  await grid.getByText('Stoneware mug').first().click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Stoneware mug of the reader')
  await page.keyboard.press('Control+s')
  await page.getByLabel('Search products').fill('mug of the reader')
  await expect(grid.getByText('Stoneware mug of the reader').first()).toBeVisible()
  await kill(app, 'Stockroom reader')
  await page.getByLabel('Search products').fill('teapot')
  await expect(grid.getByText('Teapot').first()).toBeVisible()
  await expect(grid.getByText('Stoneware mug of the reader')).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
})
