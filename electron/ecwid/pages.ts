import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient, Query } from './client'

/** Ecwid's envelope around a list. The items are read one by one, so that an odd one does not hide the others. */
export const pageSchema = z.looseObject({
  total: z.number(),
  count: z.number().optional(),
  offset: z.number().optional(),
  limit: z.number().optional(),
  items: z.array(z.unknown()),
})

export const pageLimit = 100

/** Every item of a list, page after page; the limit the store echoes decides whether there is more. */
export async function readAllPages(
  client: EcwidClient,
  path: string,
  query: Query,
  { priority = 'pull', signal }: CallOptions,
): Promise<{ items: unknown[]; serverTime: number | null }> {
  const items: unknown[] = []
  let serverTime: number | null = null
  for (;;) {
    const answer = await client.request({
      method: 'GET',
      path,
      query: { ...query, offset: items.length, limit: pageLimit },
      priority,
      signal,
      schema: pageSchema,
    })
    // The clock of the first page: whatever changes while the others are read is newer.
    serverTime ??= answer.serverTime
    const page = answer.value
    items.push(...page.items)
    if (page.items.length === 0 || page.items.length < (page.limit || pageLimit)) return { items, serverTime }
  }
}
