import type { Connection } from '../shared/connection'

/** The OS keychain; every call may throw an AppError with code 'keychain'. */
export type KeyStore = {
  get(account: string): Promise<string | null>
  set(account: string, key: string): Promise<void>
  remove(account: string): Promise<void>
}

/** The keys of all connections: in the keychain, and in memory once read or typed. */
export type Keys = {
  /** Null when it must be typed again. */
  get(id: string, inKeychain: boolean): Promise<string | null>
  /** Keeps a key for this run and, if it answers, in the keychain; false when it did not. */
  put(id: string, key: string): Promise<boolean>
  /** Keeps a key for this run only. */
  hold(id: string, key: string): void
  forget(id: string): Promise<void>
  place(id: string, inKeychain: boolean): Connection['keyPlace']
}

export function createKeys(keychain: KeyStore, onMissing: (id: string) => void): Keys {
  const held = new Map<string, string>()
  const missing = new Set<string>()
  const reading = new Map<string, Promise<string | null>>()

  const readFromKeychain = async (id: string) => {
    const key = await keychain.get(id)
    // Another key may have been typed meanwhile; the newer one counts.
    const newer = held.get(id)
    if (newer) return newer
    if (key) held.set(id, key)
    else {
      missing.add(id)
      onMissing(id)
    }
    return key
  }

  const hold = (id: string, key: string) => {
    held.set(id, key)
    missing.delete(id)
  }

  return {
    hold,
    get: async (id, inKeychain) => {
      const key = held.get(id)
      if (key) return key
      if (!inKeychain || missing.has(id)) return null
      const running = reading.get(id) ?? readFromKeychain(id).finally(() => reading.delete(id))
      reading.set(id, running)
      return running
    },
    put: async (id, key) => {
      hold(id, key)
      try {
        await keychain.set(id, key)
        return true
      } catch {
        return false
      }
    },
    forget: async (id) => {
      held.delete(id)
      await keychain.remove(id)
      missing.delete(id)
    },
    place: (id, inKeychain) => {
      if (missing.has(id)) return 'missing'
      if (inKeychain) return 'keychain'
      return held.has(id) ? 'session' : 'missing'
    },
  }
}
