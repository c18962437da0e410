import { createLimiter, type Limiter, type LimiterOptions } from './limiter'

/** One limiter per store, whoever asks it: the Test of a form as well as the pull behind it. */
export function createLimiters(options: LimiterOptions = {}) {
  const limiters = new Map<string, Limiter>()
  /** A connected shop and the demo store may have the same ID. */
  return ({ storeId, isDemo }: { storeId: number; isDemo: boolean }): Limiter => {
    const name = `${isDemo ? 'demo' : 'store'} ${storeId}`
    const limiter = limiters.get(name) ?? createLimiter(options)
    limiters.set(name, limiter)
    return limiter
  }
}
