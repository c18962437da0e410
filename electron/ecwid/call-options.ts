import type { Priority } from './limiter'

/** What every call of a resource takes besides its own input. */
export type CallOptions = {
  priority?: Priority
  signal?: AbortSignal
  /** Its turn has come, and it goes out next: the last moment to call it off, by throwing. */
  onTurn?: () => void | Promise<void>
}
