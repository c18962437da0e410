/** Whatever the answer says, it is asked again after an hour: a proxy's mistake must not end the day. */
const longestWaitMs = 3_600_000

/** What a `Retry-After` asks for, in milliseconds. Ecwid sends seconds; proxies may send a date, of the clock that shows `serverNow`. */
export function retryAfterMs(retryAfter: string | null, serverNow: number): number {
  const unspecified = 10_000
  if (retryAfter === null || retryAfter.trim() === '') return unspecified
  const seconds = Number(retryAfter)
  const date = Date.parse(retryAfter)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Number.isNaN(date) ? unspecified : date - serverNow
  return Math.min(Math.max(wait, 1000), longestWaitMs)
}
