import type { KeyStore } from '../../../../electron/connections/keys'
import type { ConnectionRecords, StoredConnection } from '../../../../electron/connections/stored-connection'
import { AppError } from '../../../../electron/shared/errors'

/** A keychain in memory that can be told not to answer. */
export function createMemoryKeychain() {
  const entries = new Map<string, string>()
  const state = { answers: true, reads: 0 }
  const ask = async () => {
    if (!state.answers) throw new AppError('keychain', 'The keychain does not answer.')
  }
  const keychain: KeyStore = {
    get: async (account) => {
      await ask()
      state.reads += 1
      return entries.get(account) ?? null
    },
    set: async (account, key) => {
      await ask()
      entries.set(account, key)
    },
    remove: async (account) => {
      await ask()
      entries.delete(account)
    },
  }
  return { ...keychain, entries, state }
}

/** What the settings file keeps, as text, so that nothing is shared by reference between runs. */
export function createMemoryRecords(): ConnectionRecords & { text: () => string } {
  let text = '[]'
  return {
    read: () => JSON.parse(text) as StoredConnection[],
    write: (records) => {
      text = JSON.stringify(records)
    },
    text: () => text,
  }
}
