import { z } from 'zod'
import type { Texts } from './fields/translations'
import type { ShelfThing } from './fields/shelf-fields'
import { keyText } from './limits'
import type { ProductState } from './product-query'

/** What was typed on the page of one and not saved, and what it was typed over. */
export const shelfDraftSchema = z.strictObject({
  base: z.record(keyText, z.unknown()),
  patch: z.record(keyText, z.unknown()),
})
export type ShelfDraft = z.infer<typeof shelfDraftSchema>

/** A category or product type as its page needs it: what the store last sent plus what still waits. */
export type ShelfDetail = {
  thing: ShelfThing
  /** By which products name it: below zero until the store has given one. */
  id: number
  /** Under Ecwid's names, with a value for everything Ecwid leaves out. */
  fields: Readonly<Record<string, unknown>>
  /** Of a category that has one; `source` is for pictureSrc(). */
  picture: { source: string; alt: string; altTexts: Texts } | null
  /** Its picture is on its way to the store. */
  upload: { changeId: number; state: 'waiting' | 'sending' | 'unknown' } | null
  state: ProductState
  isDeletedInStore: boolean
  draft: ShelfDraft | null
  /** What its owner has to decide. `theirs`: of a conflict, what the store has now. */
  problems: { field: string | null; changeId: number; isConflict: boolean; message: string; theirs: unknown }[]
}

/** Of a product type: how many products are of it, and by the ids of its attributes how many have a value. */
export type TypeTally = { products: number; values: Readonly<Record<number, number>> }
