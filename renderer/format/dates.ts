const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** `3 May 2026`. */
export function formatDate(ms: number): string {
  return day.format(ms)
}

/** `3 May 2026, 14:05`. */
export function formatDateTime(ms: number): string {
  return `${day.format(ms)}, ${clock.format(ms)}`
}

/** Near times in words, older ones as a date: `just now`, `5 min ago`, `today, 14:05`, `3 May 2026`. */
export function formatAgo(ms: number, now: number = Date.now()): string {
  const minutes = Math.floor((now - ms) / 60_000)
  // A store's clock may be ahead of this one.
  if (minutes < -1) return dayOf(ms, now)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  return dayOf(ms, now)
}

const dayOf = (ms: number, now: number): string =>
  new Date(ms).toDateString() === new Date(now).toDateString() ? `today, ${clock.format(ms)}` : formatDate(ms)

/** When something was, with its time: `today, 14:05`, `yesterday, 18:00`, `3 May 2026, 14:05`. */
export function formatWhen(ms: number, now: number = Date.now()): string {
  const daysAgo = (days: number) => new Date(now).setDate(new Date(now).getDate() - days)
  const isOn = (other: number) => new Date(ms).toDateString() === new Date(other).toDateString()
  if (isOn(now)) return `today, ${clock.format(ms)}`
  return isOn(daysAgo(1)) ? `yesterday, ${clock.format(ms)}` : formatDateTime(ms)
}

/** Seconds as people say them: `45 s`, `3 min`, `2 h 5 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}
