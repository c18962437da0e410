import { expect } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { openDatabase, type Db } from '../../electron/catalogue/database'
import { createPictureJobsTable } from '../../electron/catalogue/picture-jobs-table'
import { startDemoStore, type DemoStore } from '../../electron/demo-store/demo-store'
import type { PictureSource, StoredProduct } from '../../electron/demo-store/stored-catalogue'
import { newPictureJobOptions } from '../../electron/shared/picture-job'
import type { ProductDetail } from '../../electron/shared/product'
import { storeFiles } from '../../electron/sync/store-files'
import { startEngine, type AnEngine } from '../support/an-engine'
import { controlOf, type Control } from '../support/store-control'

const connection = {
  id: 'shop',
  name: 'Demo store',
  storeId: 1003,
  keyKind: 'secret',
  isDemo: true,
  missingScopes: [],
  addedAt: 0,
} as const
const inShop = { connectionId: connection.id }

export type DataFolder = Awaited<ReturnType<typeof makeDataFolder>>

/**
 * A data folder of the app that nobody has started yet, with the built-in demo store, its local copy, and what a person left
 * to be done in it. All of it is made by the engine and the demo store themselves, so that nobody has to reach into the window.
 */
export async function makeDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-packaged-'))
  const userData = join(folder, 'data')
  const demo = join(userData, 'demo')
  const stateFile = join(demo, 'state.json')
  mkdirSync(demo, { recursive: true })
  let port = 0

  /** The store without the app. */
  async function openStore(): Promise<DemoStore> {
    const store = await startDemoStore({ stateFile, port, products: 60, rateLimitPerMinute: 0 })
    port = Number(new URL(store.baseUrl).port)
    return store
  }

  /** The local copy; the app may be at work. */
  function inDatabase<T>(work: (db: Db) => T): T {
    const db = openDatabase(storeFiles(userData, connection.id).database)
    try {
      return work(db)
    } finally {
      db.close()
    }
  }

  const first = await openStore()
  const origin = new URL(first.baseUrl).origin
  await keepState(first)
  await first.close()
  writeFileSync(join(demo, 'port'), String(port))
  const settings = { settings: {}, connections: [{ ...connection, keyInKeychain: false, removing: false }] }
  writeFileSync(join(userData, 'settings.json'), JSON.stringify(settings))

  return {
    folder,
    userData,
    /** Of the demo store, now and in the app. */
    origin,
    control: controlOf({ controlUrl: `${origin}/control` }),

    /** The store says of these products that their main picture is there. */
    linkPictures(addresses: ReadonlyMap<number, string>): void {
      const state = JSON.parse(readFileSync(stateFile, 'utf8')) as Stored
      const products = new Map(state.products)
      state.pictures = state.pictures.map(([base, source]) => {
        const shown = [...addresses].find(([id]) => products.get(id)?.images[0]?.base === base)
        return [base, shown ? { kind: 'linked', url: shown[1], width: 20, height: 20 } : source]
      })
      writeFileSync(stateFile, JSON.stringify(state))
    },

    /** Reads the store, takes it off the network, and leaves to the next start what is done here. */
    async leave(work: (engine: AnEngine) => Promise<void>): Promise<void> {
      const store = await openStore()
      const engine = startEngine({ userData, store })
      engine.wire.tell('connections', [{ ...connection, missingScopes: [], keyPlace: 'session' }])
      await engine.ask('stores.open', inShop)
      await expect.poll(() => engine.notices, { timeout: 30_000 }).toEqual([expect.stringMatching(/^Demo store: All /)])
      await store.close()
      await work(engine)
      await engine.close()
    },

    /** What the store has now that the app has ended. */
    async look<T>(work: (store: DemoStore, control: Control) => Promise<T>): Promise<T> {
      const store = await openStore()
      try {
        return await work(store, controlOf(store))
      } finally {
        await store.close()
      }
    },

    /** How many changes of the local copy are in each state. */
    states(): Record<string, number> {
      const counted = 'SELECT state, count(*) AS n FROM changes GROUP BY state'
      const rows = inDatabase((db) => db.prepare(counted).all<{ state: string; n: number }>())
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
    },

    /** Notes an upload as the app does when something is dropped, before it has looked at any of it. */
    drop(path: string): void {
      inDatabase((db) => {
        const label = { file: basename(path), more: 0 }
        createPictureJobsTable(db).insert({ label, createdAt: 0, paths: [path], options: newPictureJobOptions })
      })
    },

    /** What the app made of each file of the uploads that it has compared with the catalogue. */
    verdicts(): Record<string, string> {
      const compared = `SELECT name, verdict FROM picture_job_files
        WHERE job_id IN (SELECT id FROM picture_jobs WHERE state = 'review')`
      const files = inDatabase((db) => db.prepare(compared).all<{ name: string; verdict: string }>())
      return Object.fromEntries(files.map(({ name, verdict }) => [name, verdict]))
    },

    put(path: string, bytes: Uint8Array): string {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
      return file
    },
    remove: (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}

/** The store writes its file when something in it changes. */
async function keepState(store: DemoStore): Promise<void> {
  const control = controlOf(store)
  const { products } = (await control('GET', '/state')) as { products: { id: number }[] }
  await control('POST', `/products/${products[0]?.id}`, {})
}

type Stored = {
  products: [number, StoredProduct][]
  pictures: [number, PictureSource][]
}

/** Drops a folder and says yes: its pictures are to be uploaded. */
export async function uploadFolder(engine: AnEngine, path: string): Promise<void> {
  const token = randomUUID()
  engine.wire.tell('handedOver', [{ token, path }])
  const job = await engine.ask('pictureJobs.start', { ...inShop, files: [token] })
  const at = { ...inShop, jobId: job.id }
  await expect.poll(async () => (await engine.ask('pictureJobs.get', at)).state, { timeout: 30_000 }).toBe('review')
  await engine.ask('pictureJobs.apply', { ...at, confirmed: true })
}

/** Removes the main picture, of which the app keeps a copy for an undo first. */
export async function removeMainPicture(engine: AnEngine, sku: string): Promise<void> {
  const { id, fields, pictures } = await bySku(engine, sku)
  const [main] = pictures
  if (!main) throw new Error(`${sku} has no picture.`)
  await engine.ask('changes.apply', {
    ...inShop,
    source: 'pictures',
    label: { code: 'remove-picture', product: fields.name },
    operations: [{ kind: 'picture.remove', productId: id, picture: main.key }],
  })
}

async function bySku(engine: AnEngine, sku: string): Promise<ProductDetail> {
  const found = await engine.ask('catalogue.owner', { ...inShop, of: 'sku', text: sku, exceptProductId: null })
  if (!found) throw new Error(`No product has the SKU ${sku}.`)
  return engine.ask('catalogue.product', { ...inShop, productId: found.id })
}
