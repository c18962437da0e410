import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { dropFiles } from '../support/drop-files'
import { pngBytes } from '../support/picture-files'
import { startWebServer } from '../support/web-server'
import { readProducts, readRequests } from '../support/stored-product'
import { dropPlace, openMedia, progressTold } from './pages/media-tab'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-uploads-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const uploadPath = '/products/\\d+/(image|gallery)'

async function hashesInStore(store: DemoStore, name: string): Promise<(string | null)[]> {
  return (
    (await readProducts(store)).find((product) => product.name === name)?.media.images.map(({ sha256 }) => sha256) ?? []
  )
}

async function uploadsSeen(store: DemoStore): Promise<number> {
  return (await readRequests(store)).filter(
    ({ method, path }) => method === 'POST' && new RegExp(uploadPath).test(path),
  ).length
}

/** Drops a picture on the mug, and answers its hash. */
async function drop(page: Page, bytes: Buffer): Promise<string> {
  const path = join(folder, 'mug.png')
  writeFileSync(path, bytes)
  await openMedia(page, 'Stoneware mug')
  await dropFiles(dropPlace(page), [path])
  return createHash('sha256').update(bytes).digest('hex')
}

test('an upload over a slow line shows how far it really is', async ({ page, store }) => {
  await connect(page, store)
  const told = await progressTold(page)
  const match = { method: 'POST', path: uploadPath }
  await store.control('POST', '/faults', { kind: 'slow-read', bytesPerSecond: 3e6, match })
  const hash = await drop(page, pngBytes(1700, 1700, { noise: true }))

  await expect(page.getByText(/^Uploading [1-9]\d? %$/)).toBeVisible()
  await expect.poll(() => hashesInStore(store, 'Stoneware mug')).toContain(hash)
  const between = [...new Set(await told())].filter((progress) => progress > 0 && progress < 1)
  expect(between.length).toBeGreaterThan(4)
  expect(between).toEqual([...between].sort((a, b) => a - b))
  expect(await uploadsSeen(store)).toBe(1)
})

// Chromium resends a request by itself when a connection that was used before breaks off without an answer.
test('a picture whose answer is lost on a used connection is uploaded once', async ({ page, store }) => {
  await connect(page, store)
  const first = await drop(page, pngBytes(10, 10))
  await expect.poll(() => hashesInStore(store, 'Stoneware mug')).toContain(first)
  await store.control('POST', '/faults', { kind: 'drop-after', match: { method: 'POST', path: uploadPath } })
  const hash = await drop(page, pngBytes(30, 20))
  await expect.poll(() => hashesInStore(store, 'Stoneware mug')).toContain(hash)
  await expect(page.getByText(/Waiting to be uploaded|Uploading|Checking whether/)).toHaveCount(0)
  expect((await hashesInStore(store, 'Stoneware mug')).filter((each) => each === hash)).toHaveLength(1)
  expect(await uploadsSeen(store)).toBe(2)
})

test('a redirect of an upload is not followed: neither picture nor key goes to another host', async ({
  page,
  store,
}) => {
  await connect(page, store)
  const elsewhere = await startWebServer((_request, response) => void response.end())
  const redirect = { kind: 'status', status: 307, location: `${elsewhere.origin}/login` }
  await store.control('POST', '/faults', { ...redirect, match: { method: 'POST', path: uploadPath } })
  const hash = await drop(page, pngBytes(30, 20))
  await expect.poll(() => uploadsSeen(store)).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Bring in news from the store now' }).first().click()
  await expect.poll(() => hashesInStore(store, 'Stoneware mug')).toContain(hash)
  expect(elsewhere.requests).toEqual([])
  await elsewhere.stop()
})
