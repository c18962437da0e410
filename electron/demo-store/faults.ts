import { z } from 'zod'

const matchSchema = z.object({ method: z.string().optional(), path: z.string().optional() }).optional()
const when = {
  match: matchSchema,
  times: z.number().int().positive().default(1),
  after: z.number().int().min(0).default(0),
}

export const faultSchema = z.discriminatedUnion('kind', [
  z.object({
    ...when,
    kind: z.literal('status'),
    status: z.number().int().min(200).max(599),
    retryAfter: z.union([z.number(), z.string()]).optional(),
    body: z.unknown().optional(),
    html: z.string().optional(),
    /** Where a redirect points. */
    location: z.string().optional(),
    /** The request is carried out all the same. */
    processed: z.boolean().default(false),
  }),
  z.object({
    ...when,
    kind: z.literal('slow'),
    ms: z.number().min(0),
    /** The wait comes after the work, not before it. */
    processed: z.boolean().default(false),
  }),
  z.object({ ...when, kind: z.literal('drop-before') }),
  z.object({ ...when, kind: z.literal('drop-after') }),
  z.object({ ...when, kind: z.literal('drop-mid-body') }),
  z.object({ ...when, kind: z.literal('truncate-json') }),
  z.object({ ...when, kind: z.literal('empty-error'), status: z.number().int().min(400).max(599).default(500) }),
  z.object({ ...when, kind: z.literal('silence') }),
  z.object({ ...when, kind: z.literal('slow-read'), bytesPerSecond: z.number().positive() }),
])

export type Fault = z.infer<typeof faultSchema>
export type Faults = ReturnType<typeof createFaults>

/** The faults that wait for a matching request; the first that fits is used, and used up after `times`. */
export function createFaults() {
  let waiting: { fault: Fault; skip: number; left: number; path: RegExp | undefined }[] = []
  return {
    add(fault: Fault) {
      const path = fault.match?.path === undefined ? undefined : new RegExp(fault.match.path)
      waiting.push({ fault, skip: fault.after, left: fault.times, path })
    },
    clear() {
      waiting = []
    },
    /** @param url path and query; without a path of its own a fault meets every call of the API, but no picture */
    take(method: string, url: string): Fault | undefined {
      for (const each of waiting) {
        const wanted = each.fault.match?.method
        if (wanted !== undefined && wanted.toUpperCase() !== method) continue
        if (each.path ? !each.path.test(url) : !url.startsWith('/api/v3/')) continue
        if (each.skip > 0) {
          each.skip -= 1
          continue
        }
        each.left -= 1
        if (each.left <= 0) waiting = waiting.filter((other) => other !== each)
        return each.fault
      }
      return undefined
    },
    get pending(): number {
      return waiting.length
    },
  }
}
