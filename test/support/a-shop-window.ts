import type { ChangesSummary } from '../../electron/shared/change'
import type { Connection } from '../../electron/shared/connection'
import { initialSyncStatus, type StoreSnapshot } from '../../electron/shared/store'
import { useConnectionStore } from '../../renderer/stores/connection-store'
import { useStoreStore } from '../../renderer/stores/store-store'
import { subscribe } from '../../renderer/stores/subscribe'
import { useViewStore } from '../../renderer/stores/view-store'
import { aSnapshot } from './a-snapshot'
import { installFakeBridge, type FakeBridge, type FakeHandlers } from './fake-bridge'

export const aConnection = (parts: Partial<Connection> = {}): Connection => ({
  id: 'a',
  name: 'Harbour Goods',
  storeId: 1003,
  keyKind: 'secret',
  keyPlace: 'keychain',
  isDemo: false,
  missingScopes: [],
  addedAt: 0,
  ...parts,
})

export const aSummary = (parts: Partial<ChangesSummary> = {}): ChangesSummary => ({
  connectionId: 'a',
  waiting: 0,
  sending: 0,
  held: 0,
  holdAll: false,
  refused: 0,
  conflict: 0,
  pausedUntil: null,
  blockedBy: null,
  ...parts,
})

const aShop = (): StoreSnapshot =>
  aSnapshot({
    categories: [{ id: 1, parentId: 0, name: 'Mugs', enabled: true, orderBy: 0 }],
    productCount: 400,
  })

/** A window that shows a store and hears main. Answers and news are made anew each time, as they come from main. */
export function openShopWindow(handlers: FakeHandlers): FakeBridge & { close: () => void } {
  const bridge = installFakeBridge(
    Object.fromEntries(
      Object.entries(handlers).map(([name, answer]) => [
        name,
        async (input: never) => structuredClone(await (answer as (input: never) => unknown)(input)),
      ]),
    ),
  )
  useConnectionStore.setState({ connections: [aConnection()] })
  useViewStore.setState({ connectionId: 'a' })
  useStoreStore.setState({ snapshot: aShop(), problem: null })
  return { ...bridge, close: subscribe() }
}

/** News that come while nothing is done here: how a pull goes on, and the store as it is. */
export const newsOfTheStore = (bridge: FakeBridge) => [
  {
    name: 'a pull that goes on',
    happen: () => bridge.emit('sync.changed', { connectionId: 'a', sync: { ...initialSyncStatus, phase: 'pulling' } }),
  },
  { name: 'the store as it was', happen: () => bridge.emit('stores.changed', aShop()) },
]
