import { createClient, type ClientOptions, type EcwidClient } from './client'
import { createLimiter, type Limiter, type LimiterOptions } from './limiter'

export type Clients = {
  /** Clients of one store share its limiter: the Test of a form as well as the pull behind it. */
  clientFor(store: Pick<ClientOptions, 'origin' | 'storeId' | 'key'>): EcwidClient
}

export function createClients(
  options: Pick<ClientOptions, 'fetch' | 'log' | 'now'> & { limiter?: LimiterOptions },
): Clients {
  const { limiter: limiterOptions, ...rest } = options
  const limiters = new Map<string, Limiter>()
  return {
    clientFor: (store) => {
      const name = `${store.origin} ${store.storeId}`
      const limiter = limiters.get(name) ?? createLimiter(limiterOptions)
      limiters.set(name, limiter)
      return createClient({ ...rest, ...store, limiter })
    },
  }
}
