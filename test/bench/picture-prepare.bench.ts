import { expect, type Page } from '@playwright/test'
import jpeg from 'jpeg-js'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { median, report } from '../support/bench-table'
import { dropFiles } from '../support/drop-files'
import { stamped, writeFiles } from './bench-photos'
import { withWindows } from './bench-windows'
import { callMain, onlyConnection } from './call-main'
import { test } from './large-store-test'

const pictures = 60
const rounds = 3
const longestSide = 1600
const quality = 0.9

test(`${pictures} photos made smaller`, async ({ large }) => {
  test.setTimeout(10 * 60_000)
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const photo = cameraPhoto(3000, 2000)
  try {
    await withWindows(large, async ({ app, empty }) => {
      const connectionId = await onlyConnection(app.page)
      // Only the preparing counts: nothing is sent.
      await callMain(app.page, 'changes.holdAll', { connectionId, hold: true })
      const workers = await app.page.evaluate(() => Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1)))
      const query = { connectionId, query: {}, offset: 0, limit: pictures }
      const skus = (await callMain(app.page, 'catalogue.search', query)).rows.map(({ sku }) => sku)
      const own: number[] = []
      const bare: number[] = []
      for (let round = 0; round < rounds; round++) {
        const dropped = join(folder, `round ${round}`)
        mkdirSync(dropped)
        // No two alike, and none as in the last round: the same again would not be uploaded.
        writeFiles(
          dropped,
          skus.map((sku, n) => ({ name: `${sku}.jpg`, bytes: stamped(photo, round * pictures + n) })),
        )
        bare.push(await bareCodec(empty.page, photo))
        own.push((await preparedJob(app.page, connectionId, dropped)) / workers)
      }
      report({
        name: `${pictures} photos of 6 megapixels made smaller, copied and queued, per core`,
        value: median(own),
        yardstick: { name: 'the bare codec in one worker', value: median(bare) },
        unit: 'pictures/s',
        goal: { ratioAtLeast: 0.8 },
      })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
})

/** Pictures a second, from the yes in the review until all are in the queue. */
async function preparedJob(page: Page, connectionId: string, folder: string): Promise<number> {
  await dropFiles(page.getByRole('navigation', { name: 'Screens' }), [folder])
  const jobId = await newestJob(page, connectionId, basename(folder))
  const stateOf = async () => (await callMain(page, 'pictureJobs.get', { connectionId, jobId })).state
  await expect.poll(stateOf, { timeout: 120_000 }).toBe('review')
  const options = { prepare: { longestSide, quality } }
  const { counts } = await callMain(page, 'pictureJobs.setOptions', { connectionId, jobId, options })
  expect(counts.matched).toBe(pictures)
  const start = performance.now()
  await callMain(page, 'pictureJobs.apply', { connectionId, jobId, confirmed: false })
  await expect.poll(stateOf, { timeout: 240_000, intervals: [50] }).toBe('uploading')
  return (pictures * 1000) / (performance.now() - start)
}

async function newestJob(page: Page, connectionId: string, label: string): Promise<number> {
  const newest = async () => (await callMain(page, 'pictureJobs.list', { connectionId }))[0]
  await expect.poll(async () => (await newest())?.label.file).toBe(label)
  return (await newest())?.id ?? 0
}

/** Pictures a second: decoded, drawn smaller and encoded, one after the other, by a worker that does nothing else. */
function bareCodec(page: Page, photo: Buffer): Promise<number> {
  return page.evaluate(
    async ({ base64, times, side, jpegQuality }) => {
      const code = `onmessage = async ({ data: { bytes, times, side, quality } }) => {
        const start = performance.now()
        for (let n = 0; n < times; n++) {
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
          const scale = side / Math.max(bitmap.width, bitmap.height)
          const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
          const context = canvas.getContext('2d', { willReadFrequently: true })
          context.imageSmoothingQuality = 'high'
          context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
          await (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer()
          bitmap.close()
        }
        postMessage((times * 1000) / (performance.now() - start))
      }`
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      return new Promise<number>((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
          worker.terminate()
          resolve(data)
        })
        worker.addEventListener('error', ({ message }) => reject(new Error(message)))
        worker.postMessage({ bytes, times, side, quality: jpegQuality })
      })
    },
    { base64: photo.toString('base64'), times: pictures, side: longestSide, jpegQuality: quality },
  )
}

/** Soft shapes with a little noise: about as hard to decode as a photo. */
function cameraPhoto(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)]
    const noise = (Math.imul(at, 2654435761) >>> 27) - 16
    data[at] = 128 + 100 * Math.sin(x / 90) + noise
    data[at + 1] = 128 + 100 * Math.sin(y / 70) + noise
    data[at + 2] = 128 + 100 * Math.sin((x + y) / 110) + noise
  }
  return jpeg.encode({ width, height, data }, 88).data
}
