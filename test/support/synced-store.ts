import { startDemoStore, type DemoStore, type DemoStoreOptions } from '../../electron/demo-store/demo-store'
import { controlOf, type Control } from './store-control'
import { openSyncedClient, type SyncedClient, type SyncedClientOptions } from './synced-client'
import { createTestClock } from './test-clock'

/** A synced client together with a demo store of its own, over HTTP. */
export type SyncedStore = SyncedClient & {
  store: DemoStore
  control: Control
  /** The store's own view of a product. */
  remote: (ecwidId: number) => Promise<Record<string, unknown>>
}

export async function openSyncedStore(
  options: DemoStoreOptions = {},
  clientOptions: SyncedClientOptions = {},
): Promise<SyncedStore> {
  const clock = clientOptions.clock ?? createTestClock()
  const store = await startDemoStore({ rateLimitPerMinute: 0, clock: clock.steady, ...options })
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

/** Faults can be told to leave these reads alone: they are known by their query. */
export async function readRemote(store: DemoStore, ecwidId: number): Promise<Record<string, unknown>> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  return (await (await fetch(`${store.baseUrl}/products/${ecwidId}?asTest=1`, { headers })).json()) as Record<
    string,
    unknown
  >
}
