import { z } from 'zod'
import { overlapMs } from './pull-delta'

/** When the store told its times that something was read by. What an older version noted has none. */
export const toldAtSchema = z.number().nullable().default(null)

/**
 * Whether it may have changed since it was read; `at`: when it changed last, as the store says now, `before`: as it said then. Its times
 * have whole seconds, and it may change twice in one: what was read shortly after a change is read again, however much later that is.
 */
export const mayHaveChanged = (at: number | null, before: number | null | undefined, toldAt: number | null): boolean =>
  at === null || at !== before || toldAt === null || toldAt - at < overlapMs
