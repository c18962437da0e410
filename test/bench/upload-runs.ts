import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Limiter } from '../../electron/ecwid/limiter'
import { startDemoStore, type DemoStore } from '../support/demo-store-process'
import { photo, writeFiles } from './bench-photos'
import { openBenchSession } from './bench-session'

/** As push.ts sends. */
export const atOnce = 4
/** A folder of product photos: two of each. */
const perProduct = 2

export type Run = { seconds: number; requests: number }
type Shot = { sku: string; id: number; name: string }

/** A folder of photos named by the SKUs of a store's products, and the store it belongs to. */
export type Shoot = { store: DemoStore; folder: string; shots: Shot[] }

/** A fresh store, because with every round its products would have more pictures. `latencyMs`: of each of its answers. */
export async function withShoot<T>(
  { folder, pictures, latencyMs = 0, perMinute = 0 }: ShootOptions,
  work: (shoot: Shoot) => Promise<T>,
): Promise<T> {
  const products = Math.ceil(pictures / perProduct)
  const store = await startDemoStore(['--products', String(products + 60), '--rate-limit', '0'])
  try {
    const shots = (await productsOf(store))
      .slice(0, products)
      .flatMap(({ id, sku }) =>
        Array.from({ length: perProduct }, (_, n) => ({ id, sku, name: `${sku}-${n + 1}.png` })),
      )
      .slice(0, pictures)
    expect(shots).toHaveLength(pictures)
    writeFiles(folder, bytesOf(shots))
    const slow = { kind: 'slow', ms: latencyMs, times: 1_000_000 }
    if (latencyMs > 0) await store.control('POST', '/faults', slow)
    await store.control('POST', '/rate-limit', { perMinute })
    return await work({ store, folder, shots })
  } finally {
    await store.stop()
  }
}
type ShootOptions = { folder: string; pictures: number; latencyMs?: number; perMinute?: number }

function* bytesOf(shots: readonly Shot[]) {
  for (const [n, { name }] of shots.entries()) yield { name, bytes: photo(n) }
}

/** Products with a SKU of their own, without variations whose SKUs might read the same. */
async function productsOf(store: DemoStore): Promise<{ id: number; sku: string }[]> {
  const { products } = (await store.control('GET', '/state')) as { products: { id: number; sku: string }[] }
  return products.filter(({ sku }) => /^[A-Z]+-\d+$/.test(sku))
}

/** The same files read and sent by as many loops, nothing written down. */
export async function bareUploads({ store, folder, shots }: Shoot): Promise<Run> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  let next = 0
  async function loop(): Promise<void> {
    for (let shot = shots[next++]; shot; shot = shots[next++]) {
      const url = `${store.baseUrl}/products/${shot.id}/gallery?fileName=${shot.name}`
      const response = await fetch(url, { method: 'POST', headers, body: readFileSync(join(folder, shot.name)) })
      expect(response.ok).toBe(true)
      await response.text()
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: atOnce }, loop))
  return { seconds: (performance.now() - start) / 1000, requests: shots.length }
}

/** The folder's job: from the yes in the review until each picture's address is known here. */
export async function jobUploads({ store, folder, shots }: Shoot, limiter?: Limiter): Promise<Run> {
  const bench = openBenchSession(store, limiter)
  try {
    const { session, requests } = bench
    session.startPulling()
    await bench.until(({ sync }) => sync?.phase === 'idle' || sync?.phase === 'failed')
    await session.pausePull()
    const { id } = await session.pictureJobs.start([folder])
    await bench.until(({ job }) => job?.state === 'review')
    expect(session.pictureJobs.get(id).counts.matched).toBe(shots.length)
    const asked = requests.length
    const start = performance.now()
    await session.pictureJobs.apply(id, false)
    await bench.until(({ job }) => job?.state === 'done')
    const seconds = (performance.now() - start) / 1000
    expect(session.pictureJobs.get(id).progress.sent).toBe(shots.length)
    const sent = requests.slice(asked)
    expect(sent.filter((line) => line.startsWith('POST'))).toHaveLength(shots.length)
    expect(sent.filter((line) => line.includes('rate-limited'))).toEqual([])
    return { seconds, requests: sent.length }
  } finally {
    await bench.close()
  }
}
