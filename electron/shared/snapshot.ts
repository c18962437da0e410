import { z } from 'zod'
import { bulkDeeds } from './bulk-action'
import type { Act, Thing } from './change-address'
import type { StoreWords } from './fields/kind'
import { productFieldNames } from './fields/product-fields'
import { droppedFilesSchema } from './picture-job'
import type { Things } from './words/counts'

/**
 * Why a snapshot was taken, as stored; words/snapshot.ts says it. `archive`: it was taken then, and is here since that file was opened.
 * All others but `by-hand` and `daily`: before this was begun.
 */
export const snapshotOccasionSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.enum(['by-hand', 'daily']) }),
  z.strictObject({ code: z.literal('archive'), file: z.string().max(255), takenAt: z.number() }),
  z.strictObject({ code: z.literal('import'), file: z.string().max(255) }),
  z.strictObject({
    code: z.literal('many-products'),
    deed: z.enum(bulkDeeds),
    fields: z.array(z.enum(productFieldNames)),
    products: z.number(),
    /** Of them. */
    categories: z.number().optional(),
    productTypes: z.number().optional(),
  }),
  droppedFilesSchema.extend({ code: z.literal('replace-pictures') }),
])
export type SnapshotOccasion = z.infer<typeof snapshotOccasionSchema>

/** How a store was: its products, categories and product types, with what waited to be sent. */
export type Snapshot = {
  id: number
  takenAt: number
  occasion: SnapshotOccasion
  products: number
  /** On this disk, of what no earlier one holds: what is alike is kept once. */
  bytes: number
}

/** When the store was so. */
export const wasSoAt = ({ takenAt, occasion }: Pick<Snapshot, 'takenAt' | 'occasion'>): number =>
  occasion.code === 'archive' ? occasion.takenAt : takenAt

/** Days; null: for ever. */
export const snapshotsKeptFor = [7, 30, 90, 365, null] as const
export const keptForSchema = z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365), z.null()])
export type SnapshotsKeptFor = z.infer<typeof keptForSchema>

/** All of a store, the newest first. */
export type Snapshots = {
  connectionId: string
  list: Snapshot[]
  keptFor: SnapshotsKeptFor
  /** So many of so many things are looked at for the one that is being taken; null: none is. */
  taking: { done: number; total: number } | null
}

/** Between two states of a thing, as a change would say it: `before` then, `after` now. */
export type Difference = Act & { entry: string | null; before: unknown; after: unknown }

/** By its local id. `became`: it is another one, was not there then, or is not there now. `goesBack`: some of it can be put back. */
export type ComparedThing = {
  id: number
  thing: Thing
  name: string
  became: 'changed' | 'new' | 'gone'
  differences: Difference[]
  goesBack: boolean
}

/** What categories and product types of then were called, by the ids that values of then name them by where they are not here. */
export type NamesThen = {
  categories: { id: number; name: string }[]
  types: { id: number; name: string; attributes: { id: number; name: string }[] }[]
}

/** Those that are here are called as they are now, and so are their attributes. */
export function withNamesThen(words: StoreWords, { categories, types }: NamesThen): StoreWords {
  const isHere = (all: readonly { id: number }[]) => {
    const ids = new Set(all.map(({ id }) => id))
    return ({ id }: { id: number }) => ids.has(id)
  }
  const [isCategory, isType] = [isHere(words.categories), isHere(words.productTypes)]
  const shown = { type: '', show: '' }
  return {
    ...words,
    categories: [
      ...categories.flatMap((each) => (isCategory(each) ? [] : { ...each, parentId: 0, enabled: true, orderBy: 0 })),
      ...words.categories,
    ],
    // Of two with the same attribute the last one names it.
    productTypes: [
      ...types.flatMap(({ attributes, ...type }) =>
        isType(type) ? [] : { ...type, attributes: attributes.map((each) => ({ ...each, ...shown })) },
      ),
      ...words.productTypes,
    ],
  }
}

/** A page of what differs between a snapshot and now, how much that is, and of how many things something can be put back. */
export type Comparison = {
  total: number
  tally: Record<ComparedThing['became'], Required<Things>> & { goBack: number }
  things: ComparedThing[]
  called: NamesThen
}
