import { inspect } from 'node:util'

/** An error with its stack and whatever caused it, for the log. */
export function errorText(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : inspect(error)
  const own = error.stack ?? String(error)
  return error.cause === undefined || depth > 3 ? own : `${own}\ncaused by: ${errorText(error.cause, depth + 1)}`
}
