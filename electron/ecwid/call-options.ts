import type { Priority } from './limiter'

/** What every call of a resource takes besides its own input. */
export type CallOptions = { priority?: Priority; signal?: AbortSignal }
