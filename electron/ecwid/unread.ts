import { z } from 'zod'

/** What of a list cannot be read: by its id where at least that can be, else only counted. */
export type Unread = { ids: number[]; nameless: number }

/** Stands in a list for an item that is nested too deeply. Without an `id` of its own, no schema reads it. */
export const tooDeep = (item: object) => ({ tooDeep: { id: 'id' in item ? item.id : undefined } })

/** Reads item by item, so that an odd one neither hides the others nor counts as one that is not there. */
export function readItems<Item>(
  raw: readonly unknown[],
  read: (item: unknown) => Item | null,
): { items: Item[]; unread: Unread } {
  const items: Item[] = []
  const unread: Unread = { ids: [], nameless: 0 }
  for (const each of raw) {
    const item = read(each)
    const id = item === null ? idOf(each) : null
    if (item !== null) items.push(item)
    else if (id === null) unread.nameless++
    else unread.ids.push(id)
  }
  return { items, unread }
}

/** A reader for `readItems`. */
export const readBy =
  <Item>(schema: z.ZodType<Item>) =>
  (item: unknown): Item | null =>
    schema.safeParse(item).data ?? null

/** Whether what a list does not name may be what of it cannot be read. */
export function mayBeUnread({ ids, nameless }: Unread): (id: number) => boolean {
  const named = new Set(ids)
  return (id) => nameless > 0 || named.has(id)
}

export const together = (all: readonly Unread[]): Unread => ({
  ids: all.flatMap(({ ids }) => ids),
  nameless: all.reduce((sum, { nameless }) => sum + nameless, 0),
})

const wholeSchema = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int().nonnegative())
const idSchema = z.union([
  z.looseObject({ id: wholeSchema }).transform(({ id }) => id),
  z.looseObject({ tooDeep: z.looseObject({ id: wholeSchema }) }).transform((item) => item.tooDeep.id),
])

const idOf = (item: unknown): number | null => idSchema.safeParse(item).data ?? null
