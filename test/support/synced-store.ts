import { startDemoStore, type DemoStore, type DemoStoreOptions } from '../../electron/demo-store/demo-store'
import { createTestClock, openSyncedClient, type SyncedClient, type SyncedClientOptions } from './synced-client'

/** A synced client together with a demo store of its own, over HTTP. */
export type SyncedStore = SyncedClient & {
  store: DemoStore
  control: Control
  /** The store's own view of a product. */
  remote: (ecwidId: number) => Promise<Record<string, unknown>>
}

export type Control = (method: string, path: string, body?: unknown) => Promise<unknown>

export async function openSyncedStore(
  options: DemoStoreOptions = {},
  clientOptions: SyncedClientOptions = {},
): Promise<SyncedStore> {
  const clock = clientOptions.clock ?? createTestClock()
  const store = await startDemoStore({ rateLimitPerMinute: 0, clock: clock.now, ...options })
  const client = openSyncedClient(store, { ...clientOptions, clock })
  return {
    ...client,
    get catalogue() {
      return client.catalogue
    },
    get session() {
      return client.session
    },
    store,
    control: controlOf(store),
    remote: (ecwidId) => readRemote(store, ecwidId),
    async close() {
      await client.close()
      await store.close()
    },
  }
}

/** Asks the store's control door; the parsed answer. */
export function controlOf(store: Pick<DemoStore, 'controlUrl'>): Control {
  return async (method, path, body) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const response = await fetch(store.controlUrl.replace(/\/$/, '') + path, init)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return text === '' ? null : (JSON.parse(text) as unknown)
  }
}

export async function readRemote(store: DemoStore, ecwidId: number): Promise<Record<string, unknown>> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  return (await (await fetch(`${store.baseUrl}/products/${ecwidId}`, { headers })).json()) as Record<string, unknown>
}
