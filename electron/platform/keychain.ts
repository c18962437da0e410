import { AppError } from '../shared/errors'

type Keytar = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>

export type Keychain = {
  /** Null when there is no entry. Every call throws an AppError 'keychain' when the keychain does not answer. */
  get(account: string): Promise<string | null>
  set(account: string, secret: string): Promise<void>
  /** No entry is fine. */
  remove(account: string): Promise<void>
  /** Whether an entry can be written, read and removed; answers within `probeMs`. */
  works: () => Promise<boolean>
}

export type KeychainOptions = {
  service?: string
  /** A locked keychain asks its owner for a password, so this is long. */
  answerMs?: number
  probeMs?: number
  load?: () => Keytar
}

export function createKeychain(options: KeychainOptions = {}): Keychain {
  const { service = 'Stockroom', answerMs = 30_000, probeMs = 5_000, load = loadKeytar } = options

  const ask = async <Value>(question: (keytar: Keytar) => Promise<Value>, limit = answerMs): Promise<Value> => {
    try {
      // Loaded at first use: on a machine without its system library, the app must still start.
      return await within(limit, question(load()))
    } catch (cause) {
      throw new AppError(
        'keychain',
        'The keychain of this computer does not answer, so keys can only be kept until the app quits. Unlock or install it, then start the app again.',
        { cause },
      )
    }
  }

  const probe = async (keytar: Keytar) => {
    const [account, secret] = ['probe', String(Math.random())]
    await keytar.setPassword(service, account, secret)
    const read = await keytar.getPassword(service, account)
    await keytar.deletePassword(service, account)
    if (read !== secret) throw new Error('the keychain did not give back what it was given')
  }

  return {
    get: (account) => ask((keytar) => keytar.getPassword(service, account)),
    set: (account, secret) => ask((keytar) => keytar.setPassword(service, account, secret)),
    remove: async (account) => {
      await ask((keytar) => keytar.deletePassword(service, account))
    },
    works: () =>
      ask(probe, probeMs).then(
        () => true,
        () => false,
      ),
  }
}

function loadKeytar(): Keytar {
  return require('keytar') as Keytar
}

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
