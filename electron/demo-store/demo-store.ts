import type { AddressInfo } from 'node:net'
import { createApi, type Plan } from './api'
import { createTokens, deterministicToken, secretScopes } from './auth'
import { createBlobs } from './blobs'
import { seedCatalogue } from './catalogue-seed/seed-catalogue'
import { createControl } from './control'
import { createFaults } from './faults'
import { createEditsAtOnce } from './edits-at-once'
import { createHttpServer } from './http-server'
import { createDownload } from './link-download'
import { createPictures } from './pictures'
import { createProductSearch } from './products-search'
import { createProductTexts } from './product-haystack'
import { createRateLimit } from './rate-limit'
import { createRequestLog } from './request-log'
import { createRouter } from './router'
import { allRoutes } from './routes'
import { createSearchIndex } from './search-index'
import { createStateFile, readState } from './state-file'
import { createStore } from './store'
import { createViewContext } from './view-context'

export type DemoStoreOptions = {
  /** 0 = any free one. */
  port?: number
  storeId?: number
  products?: number
  seed?: number
  /** Calls a minute and token; 0 = no limit. */
  rateLimitPerMinute?: number
  /** How long keyword and filter searches lag behind writes. */
  indexLagMs?: number
  /** Keeps the store across restarts; uploaded pictures lie in a folder beside it. */
  stateFile?: string
  secretToken?: string
  publicToken?: string
  /** Of the secret token; all by default. */
  scopes?: readonly string[]
  /** Origins of this machine or its network that a picture may be loaded from, besides the store's own. */
  filesFrom?: readonly string[]
  /** UNIX milliseconds. */
  clock?: () => number
}

export type DemoStore = {
  /** `http://127.0.0.1:PORT/api/v3/1003` */
  baseUrl: string
  storeId: number
  secretToken: string
  publicToken: string
  controlUrl: string
  close: () => Promise<void>
}

const controlPath = '/control'

/** Starts an Ecwid of one store on loopback; see `createControl` for what can be done to it from outside. */
export async function startDemoStore(options: DemoStoreOptions = {}): Promise<DemoStore> {
  const { port = 0, storeId = 1003, products = 60, seed = 1, rateLimitPerMinute = 600, stateFile } = options
  const secretToken = options.secretToken ?? deterministicToken('secret', storeId, seed)
  const publicToken = options.publicToken ?? deterministicToken('public', storeId, seed)
  let skippedMs = 0
  const clockMs = () => (options.clock ?? Date.now)() + skippedMs

  const fresh = () => seedCatalogue({ storeId, products, seed })
  const catalogue = (stateFile === undefined ? undefined : await readState(stateFile, storeId)) ?? fresh()
  const store = createStore(catalogue, () => Math.floor(clockMs() / 1000))
  const index = createSearchIndex(store, clockMs, options.indexLagMs ?? 0)
  const blobs = createBlobs(stateFile === undefined ? undefined : `${stateFile}.pictures`)
  const state = stateFile === undefined ? undefined : createStateFile(stateFile, storeId, store)
  const tokens = createTokens(secretToken, publicToken, options.scopes ?? secretScopes)
  const rateLimit = createRateLimit(rateLimitPerMinute, clockMs)
  const faults = createFaults()
  const log = createRequestLog()
  const initialPlan: Plan = { api: true, maxProducts: Math.max(2500, products * 2), removesUnlisted: false }
  const plan = { ...initialPlan }

  const pictures = createPictures(store, blobs)

  let origin = ''
  const parts = {
    store,
    blobs,
    download: createDownload(() => [origin, ...(options.filesFrom ?? [])]),
    plan,
    pictures,
    search: createProductSearch(store, index, createProductTexts(store)),
    view: (request: Parameters<Parameters<typeof allRoutes>[0]['view']>[0]) =>
      createViewContext(
        store,
        { pictureUrl: `${origin}/images/${storeId}`, apiUrl: `${origin}/api/v3/${storeId}` },
        request.query,
        request.token.kind === 'public',
      ),
  }
  const routes = allRoutes(parts, (request) => api(request, true))
  const edits = createEditsAtOnce()
  const api = createApi({ storeId, tokens, rateLimit, plan, edits, route: createRouter(routes) })
  const control = createControl({
    store,
    index,
    tokens,
    rateLimit,
    plan,
    faults,
    log,
    skipClock: (ms) => void (skippedMs += ms),
    reset: () => {
      store.replace(fresh())
      tokens.reset()
      faults.clear()
      log.clear()
      Object.assign(plan, initialPlan)
    },
  })
  const server = createHttpServer({
    api,
    edits,
    pictures,
    control,
    controlPath,
    faults,
    log,
    tokens,
    clockMs,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    baseUrl: `${origin}/api/v3/${storeId}`,
    storeId,
    secretToken,
    publicToken,
    controlUrl: `${origin}${controlPath}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await state?.close()
    },
  }
}
