import { expect, test as base } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLimiter } from '../../electron/ecwid/limiter'
import type { DemoStore } from '../support/demo-store-process'
import { median, report } from '../support/bench-table'
import { atOnce, bareUploads, jobUploads, withShoot } from './upload-runs'

/** What Ecwid takes from one key. */
const allowedPerMinute = 600

const test = base.extend<{ folder: string }>({
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
    await provide(join(folder, 'shoot'))
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  },
})

test('a folder of pictures beside bare uploads, the store as far away as a shop’s', async ({ folder }) => {
  const [pictures, latencyMs] = [600, 200]
  const own: number[] = []
  const bare: number[] = []
  for (let round = 0; round < 2; round++) {
    bare.push((await withShoot({ folder, pictures, latencyMs }, bareUploads)).seconds)
    own.push((await withShoot({ folder, pictures, latencyMs }, (shoot) => jobUploads(shoot))).seconds)
  }
  report({
    name: `${pictures} pictures of a folder, the store answers after ${latencyMs} ms`,
    value: pictures / median(own),
    yardstick: { name: `${atOnce} bare loops of uploads`, value: pictures / median(bare) },
    unit: 'pictures/s',
    goal: { ratioAtLeast: 0.95 },
  })
})

test('a folder of pictures beside bare uploads, the store on the same machine', async ({ folder }) => {
  const pictures = 500
  const own: number[] = []
  const bare: number[] = []
  for (let round = 0; round < 3; round++) {
    bare.push((await withShoot({ folder, pictures }, bareUploads)).seconds)
    own.push((await withShoot({ folder, pictures }, (shoot) => jobUploads(shoot))).seconds)
  }
  report({
    name: `${pictures} pictures of a folder, the store answers at once`,
    value: pictures / median(own),
    yardstick: { name: `${atOnce} bare loops of uploads`, value: pictures / median(bare) },
    unit: 'pictures/s',
  })
})

test('a folder of pictures at the store’s limit', async ({ folder }) => {
  const [pictures, latencyMs] = [900, 200]
  const options = { folder, pictures, latencyMs, perMinute: allowedPerMinute }
  const { seconds, requests, busiest } = await withShoot(options, async (shoot) => {
    await shoot.store.control('DELETE', '/requests')
    const run = await jobUploads(shoot, createLimiter())
    return { ...run, busiest: await busiestMinute(shoot.store) }
  })
  expect(busiest).toBeLessThanOrEqual(allowedPerMinute)
  const allowance = { name: 'what the store allows', value: allowedPerMinute }
  report({
    name: `${pictures} pictures at the limiter’s pace, ${(requests / pictures).toFixed(3)} requests each`,
    value: (pictures / seconds) * 60,
    yardstick: allowance,
    unit: 'pictures/min',
    goal: { ratioAtLeast: 0.95 },
  })
  report({
    name: 'requests in the busiest minute of it, none refused',
    value: busiest,
    yardstick: allowance,
    unit: 'requests',
    goal: { atMost: allowedPerMinute },
  })
})

/** The most requests that reached the store in any sixty seconds. */
async function busiestMinute(store: DemoStore): Promise<number> {
  const { requests } = (await store.control('GET', '/requests')) as { requests: { at: number; path: string }[] }
  const times = requests.map(({ at }) => at).sort((a, b) => a - b)
  let first = 0
  return times.reduce((most, at, last) => {
    while ((times[first] ?? 0) <= at - 60_000) first++
    return Math.max(most, last - first + 1)
  }, 0)
}
