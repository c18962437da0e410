import keytar from 'keytar'
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { openCatalogue, type Catalogue } from '../../electron/catalogue/catalogue'
import { reindexWhatIsOld } from '../../electron/changes/reindex-what-is-old'
import { remoteProductSchema } from '../../electron/shared/remote-product'
import { startDemoStore, type DemoStore } from '../support/demo-store-process'
import { createSyntheticProducts } from './synthetic-products'

export const largeCount = 100_000

export type LargeStore = {
  /** A fresh copy of the database of 100,000 products. */
  database: () => string
  /** User data of an app that has pulled them, in a folder of its own, and the environment it starts with. */
  userData: () => { folder: string; env: Record<string, string> }
}

/** A local copy of 100,000 products, filled once for all parts. */
async function openLargeStore(): Promise<LargeStore & { close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const filled = join(folder, 'filled.sqlite')
  // It has hardly any products of its own: what is measured is the copy here, and a delta that brings nothing.
  const store = await startDemoStore(['--rate-limit', '0'])
  const service = `stockroom-bench-${randomUUID()}`
  const connection = { id: randomUUID(), key: store.secretToken }
  let copies = 0
  const close = async () => {
    await keytar.deletePassword(service, connection.id)
    await store.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  try {
    await fillFile(filled, largeCount, await pictureAddresses(store))
    await keytar.setPassword(service, connection.id, connection.key)
  } catch (error) {
    await close()
    throw error
  }
  return {
    close,
    database: () => copyOf(filled, join(folder, `${++copies}.sqlite`)),
    userData: () => {
      const own = join(folder, `app-${++copies}`)
      copyOf(filled, join(own, 'stores', connection.id, 'catalogue.sqlite'))
      writeFileSync(join(own, 'settings.json'), JSON.stringify(settingsFor(connection.id, store.storeId)))
      return {
        folder: own,
        env: { STOCKROOM_API_URL: store.origin, STOCKROOM_KEYCHAIN_SERVICE: service },
      }
    },
  }
}

/** For a fixture, which closes it when its last test is over. */
export async function provideLargeStore(provide: (large: LargeStore) => Promise<void>): Promise<void> {
  const large = await openLargeStore()
  try {
    await provide(large)
  } finally {
    await large.close()
  }
}

/** Synthetic products, stored and indexed as a pull does. */
function fill(catalogue: Catalogue, count: number, pictureOf: (id: number) => string): void {
  const make = createSyntheticProducts(pictureOf)
  for (let from = 1; from <= count; from += 100) {
    catalogue.transaction(() => {
      for (let n = from; n < Math.min(from + 100, count + 1); n++) {
        const remote = remoteProductSchema.parse(make(n))
        catalogue.products.index(catalogue.products.putRemote(remote), remote, { state: 'synced', hidden: false })
      }
    })
  }
}

/** The store's own thumbnails, each product's under an address of its own, so that none is in a cache before it is shown. */
async function pictureAddresses(store: DemoStore): Promise<(id: number) => string> {
  const answer = await fetch(`${store.baseUrl}/products?limit=100`, {
    headers: { Authorization: `Bearer ${store.secretToken}` },
  })
  const { items } = z.object({ items: z.array(remoteProductSchema) }).parse(await answer.json())
  const addresses = items.flatMap(({ media }) => media?.images?.[0]?.image160pxUrl ?? [])
  return (id) => `${addresses[id % addresses.length]}?product=${id}`
}

async function fillFile(file: string, count: number, pictureOf: (id: number) => string): Promise<void> {
  const catalogue = openCatalogue(file)
  // As a session does with an empty copy. Without it the app would index every product anew behind each figure.
  await reindexWhatIsOld({ catalogue, signal: new AbortController().signal })
  fill(catalogue, count, pictureOf)
  const now = Date.now()
  for (const name of ['watermark', 'reconciledAt', 'syncedAt']) catalogue.meta.set(name, now)
  catalogue.close()
}

/** The settings of an app that knows one store. */
export function settingsFor(id: string, storeId: number) {
  const connection = {
    id,
    name: 'Large store',
    storeId,
    keyKind: 'secret',
    isDemo: false,
    missingScopes: [],
    addedAt: Date.now(),
    keyInKeychain: true,
  }
  return { settings: { lastConnectionId: id }, connections: [connection] }
}

function copyOf(file: string, to: string): string {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(file, to)
  // What was written last may still stand beside the file.
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${to}-wal`)
  return to
}
