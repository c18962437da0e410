// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChangesSummary } from '../../../../electron/shared/change'
import type { Connection } from '../../../../electron/shared/connection'
import { AppError } from '../../../../electron/shared/errors'
import { settingsSchema } from '../../../../electron/shared/settings'
import { initialSyncStatus, type StoreSnapshot } from '../../../../electron/shared/store'
import { useChangesStore } from '../../../../renderer/stores/changes-store'
import { removeConnection, useConnectionStore } from '../../../../renderer/stores/connection-store'
import { useNetworkStore } from '../../../../renderer/stores/network-store'
import { dismissStoreNotice, openStore, unreadNotice, useStoreStore } from '../../../../renderer/stores/store-store'
import { loadStart, subscribe } from '../../../../renderer/stores/subscribe'
import { initialView, useViewStore } from '../../../../renderer/stores/view-store'
import { aSnapshot } from '../../../support/a-snapshot'
import { installFakeBridge, type FakeBridge } from '../../../support/fake-bridge'

const connection = (id: string): Connection => ({
  id,
  name: id,
  storeId: 1,
  keyKind: 'secret',
  keyPlace: 'keychain',
  isDemo: false,
  missingScopes: [],
  addedAt: 0,
})
const snapshotOf = (connectionId: string) => aSnapshot({ connectionId, productCount: 60 })
const summaryOf = (connectionId: string): ChangesSummary => ({
  connectionId,
  waiting: 2,
  sending: 0,
  held: 0,
  holdAll: false,
  refused: 0,
  conflict: 0,
  pausedUntil: null,
  blockedBy: null,
})

describe('the window’s copy of what main knows', () => {
  let bridge: FakeBridge
  let stop: () => void

  beforeEach(() => {
    useViewStore.setState(initialView, true)
    useStoreStore.setState({ snapshot: null, problem: null, readNotices: [] })
    bridge = installFakeBridge({
      'connections.list': () => [connection('first'), connection('second')],
      'settings.get': () => settingsSchema.parse({ lastConnectionId: 'second' }),
      'settings.set': (patch) => settingsSchema.parse(patch),
      'app.isOnline': () => false,
      'stores.open': ({ connectionId }) => snapshotOf(connectionId),
      'changes.summary': ({ connectionId }) => summaryOf(connectionId),
      'connections.remove': () => null,
    })
    stop = subscribe()
  })
  afterEach(() => stop())

  it('starts with the store shown last', async () => {
    await loadStart()
    expect(useViewStore.getState().connectionId).toBe('second')
    await expect.poll(() => useStoreStore.getState().snapshot?.connectionId).toBe('second')
    await expect.poll(() => useChangesStore.getState().summaries.second?.waiting).toBe(2)
    expect(useNetworkStore.getState()).toMatchObject({ online: false, offlineSince: expect.any(Number) as number })
  })

  it('takes news of the store on screen in and leaves those of others alone', async () => {
    await openStore('first')
    bridge.emit('sync.changed', { connectionId: 'second', sync: { ...initialSyncStatus, done: 7 } })
    expect(useStoreStore.getState().snapshot?.sync.done).toBe(0)
    bridge.emit('sync.changed', { connectionId: 'first', sync: { ...initialSyncStatus, done: 9 } })
    expect(useStoreStore.getState().snapshot?.sync.done).toBe(9)
  })

  it('keeps the answer of a store that was left from appearing in the next one', async () => {
    let answerFirst = (_: StoreSnapshot) => {}
    bridge.handlers['stores.open'] = ({ connectionId }) =>
      connectionId === 'first' ? new Promise((resolve) => (answerFirst = resolve)) : snapshotOf(connectionId)
    const first = openStore('first')
    await openStore('second')
    answerFirst(snapshotOf('first'))
    await first
    expect(useStoreStore.getState().snapshot?.connectionId).toBe('second')
  })

  it('says why a store could not be opened', async () => {
    bridge.handlers['stores.open'] = () => {
      throw new AppError('storage', 'The disk is full.')
    }
    await openStore('first')
    expect(useStoreStore.getState().problem?.message).toBe('The disk is full.')
  })

  it('tells what happened to the local copy once, also while the store goes on changing', async () => {
    const notice = 'The local copy was damaged.'
    bridge.handlers['stores.open'] = ({ connectionId }) => ({ ...snapshotOf(connectionId), notice })
    await openStore('first')
    expect(unreadNotice(useStoreStore.getState())).toBe(notice)
    dismissStoreNotice()
    bridge.emit('stores.changed', { ...snapshotOf('first'), notice })
    await openStore('first')
    expect(unreadNotice(useStoreStore.getState())).toBeNull()
  })

  it('shows another store when the one on screen is removed', async () => {
    await loadStart()
    await removeConnection('second', false)
    expect(useConnectionStore.getState().connections.map(({ id }) => id)).toEqual(['first'])
    expect(useViewStore.getState().connectionId).toBe('first')
    await removeConnection('first', false)
    expect(useViewStore.getState().connectionId).toBeNull()
  })
})
