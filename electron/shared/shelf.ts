import type { ShelfThing } from './fields/shelf-fields'
import type { ProductState } from './product-query'

/** A category or product type as its page needs it: what the store last sent plus what still waits. */
export type ShelfDetail = {
  thing: ShelfThing
  /** By which products name it: below zero until the store has given one. */
  id: number
  /** Under Ecwid's names, with a value for everything Ecwid leaves out. */
  fields: Readonly<Record<string, unknown>>
  state: ProductState
  isDeletedInStore: boolean
  /** What its owner has to decide. `theirs`: of a conflict, what the store has now. */
  problems: { field: string | null; changeId: number; isConflict: boolean; message: string; theirs: unknown }[]
}
