import { randomUUID } from 'node:crypto'
import {
  keyKindOf,
  type Connection,
  type ConnectionDraft,
  type ConnectionTest,
  type RemovalPreview,
} from '../shared/connection'
import { AppError } from '../shared/errors'
import { createKeys, type KeyStore } from './keys'
import { nameTaken, storeTaken, unknownConnection, unsentChanges } from './connection-problems'
import { createRemoval } from './removal'
import type { ConnectionRecords, StoredConnection } from './stored-connection'

/** What a connection owns on this device besides its key. */
type StoreData = {
  preview(connectionId: string): RemovalPreview | Promise<RemovalPreview>
  /** Deletes database, pictures and staged files; nothing left to delete is fine. */
  remove(connectionId: string): void | Promise<void>
}

export type ConnectionsOptions = {
  records: ConnectionRecords
  keychain: KeyStore
  /** Asks the store with a key that is not stored yet. */
  tryKey: (store: { storeId: number; key: string; isDemo: boolean }) => Promise<ConnectionTest>
  storeData: StoreData
  onChange?: (connections: Connection[]) => void
  log?: (line: string) => void
  now?: () => number
  newId?: () => string
}

export type Connections = ReturnType<typeof createConnections>

export function createConnections(options: ConnectionsOptions) {
  const { records, keychain, tryKey, storeData, onChange, log, now = Date.now, newId = randomUUID } = options
  const keys = createKeys(keychain, () => tell())
  const removal = createRemoval({ records, keys, storeData, log })

  const stored = () => records.read().filter((record) => !record.removing)

  const find = (id: string): StoredConnection => {
    const record = stored().find((each) => each.id === id)
    if (!record) throw unknownConnection()
    return record
  }

  const view = ({ keyInKeychain, removing: _, ...rest }: StoredConnection): Connection => ({
    ...rest,
    // The demo's key is no secret and is made anew with the demo.
    keyPlace: rest.isDemo ? 'session' : keys.place(rest.id, keyInKeychain),
  })

  const list = (): Connection[] => stored().map(view)
  const tell = () => onChange?.(list())

  const patch = (id: string, changed: Partial<StoredConnection>) => {
    records.write(records.read().map((record) => (record.id === id ? { ...record, ...changed } : record)))
    tell()
  }

  const update = (id: string, changed: Partial<StoredConnection>): Connection => {
    patch(id, changed)
    return view(find(id))
  }

  const keyOf = async (id: string): Promise<string | null> => keys.get(id, find(id).keyInKeychain)

  const checkName = (name: string, exceptId?: string) => {
    const wanted = name.trim().toLocaleLowerCase()
    const taken = stored().some((each) => each.id !== exceptId && each.name.trim().toLocaleLowerCase() === wanted)
    if (taken) throw nameTaken(name)
  }

  /** The record is written before the key: a crash between the two leaves a connection without a key, never a key without a connection. */
  const create = (
    record: Omit<StoredConnection, 'id' | 'missingScopes' | 'addedAt' | 'removing'>,
  ): StoredConnection => {
    const made = { ...record, id: newId(), missingScopes: [], addedAt: now(), removing: false }
    records.write([...records.read(), made])
    return made
  }

  const storeKey = async (id: string, key: string, changed: Partial<StoredConnection> = {}): Promise<Connection> => {
    const keyInKeychain = await keys.put(id, key)
    if (!keyInKeychain) log?.('The keychain did not take the key; it is kept until the app quits.')
    return update(id, { ...changed, keyInKeychain })
  }

  return {
    list,

    /** The key of a connection for its client; null when it must be typed again. Throws 'keychain' when the keychain does not answer. */
    keyOf,

    /** Nothing is stored. Every kind of failure is an AppError with a sentence of its own. */
    test: async (input: { storeId: number; key?: string; connectionId?: string }): Promise<ConnectionTest> => {
      const key = input.key ?? (input.connectionId ? await keyOf(input.connectionId) : null)
      if (!key) throw new AppError('bad-key', 'Enter the key first.', { fields: { key: 'Enter the key first.' } })
      const isDemo = input.connectionId ? find(input.connectionId).isDemo : false
      return tryKey({ storeId: input.storeId, key, isDemo })
    },

    add: async ({ name, storeId, key }: ConnectionDraft): Promise<Connection> => {
      checkName(name)
      const twin = stored().find((each) => each.storeId === storeId && !each.isDemo)
      if (twin) throw storeTaken(twin)
      const keyKind = keyKindOf(key) ?? 'secret'
      const { id } = create({ name: name.trim(), storeId, keyKind, isDemo: false, keyInKeychain: true })
      return storeKey(id, key)
    },

    /** The one demo connection, made on first use. Its key is held in memory: each start of the demo store tells it. */
    openDemo: ({ name, storeId, key }: ConnectionDraft): Connection => {
      const record =
        stored().find((each) => each.isDemo) ??
        create({ name, storeId, keyKind: 'secret', isDemo: true, keyInKeychain: false })
      keys.hold(record.id, key)
      return update(record.id, { storeId, keyKind: keyKindOf(key) ?? 'secret', missingScopes: [] })
    },

    rename: (id: string, name: string): Connection => {
      find(id)
      checkName(name, id)
      return update(id, { name: name.trim() })
    },

    replaceKey: async (id: string, key: string): Promise<Connection> => {
      find(id)
      return storeKey(id, key, { keyKind: keyKindOf(key) ?? 'secret', missingScopes: [] })
    },

    previewRemoval: async (id: string): Promise<RemovalPreview> => storeData.preview(find(id).id),

    /** Key, local copy and record go; refused while changes are unsent, unless `dropUnsent`. */
    remove: async (id: string, dropUnsent: boolean): Promise<void> => {
      const { unsentTotal } = await storeData.preview(find(id).id)
      if (unsentTotal > 0 && !dropUnsent) throw unsentChanges(unsentTotal)
      patch(id, { removing: true })
      await removal.finish(id)
    },

    /** Completes removals that a crash cut short. Call once at start, before anything opens a store. */
    finishRemovals: removal.finishAll,

    /** The store refused something for lack of this scope. */
    noteMissingScope: (id: string, scope: string): void => {
      const { missingScopes } = find(id)
      if (!missingScopes.includes(scope)) update(id, { missingScopes: [...missingScopes, scope] })
    },
  }
}
