import { ApiError } from './api-error'

export type RateLimit = ReturnType<typeof createRateLimit>

/** A token bucket per API token: `perMinute` at once, refilled evenly; 0 = no limit. */
export function createRateLimit(perMinute: number, clockMs: () => number) {
  let limit = perMinute
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(token: string): void {
      if (limit <= 0) return
      const at = clockMs()
      const bucket = buckets.get(token) ?? { left: limit, at }
      const left = Math.min(limit, bucket.left + ((at - bucket.at) / 60_000) * limit)
      if (left < 1) {
        buckets.set(token, { left, at })
        const seconds = Math.max(1, Math.ceil(((1 - left) / limit) * 60))
        throw new ApiError(429, 'Too many requests', 'RATE_LIMITED', { headers: { 'Retry-After': String(seconds) } })
      }
      buckets.set(token, { left: left - 1, at })
    },
    set(next: number) {
      limit = next
      buckets.clear()
    },
  }
}
