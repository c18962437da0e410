import { z } from 'zod'
import type { Field } from './field'

/** A category or a product type as Ecwid sends it. */
export const remoteShelfSchema = z.looseObject({ id: z.number() })
export type RemoteShelf = z.infer<typeof remoteShelfSchema>

/** All there is to know of one field of a category or a product type; it stands in Ecwid's JSON as it is, under its own name. */
export type ShelfField<Value = unknown> = Pick<
  Field<Value>,
  'label' | 'kind' | 'empty' | 'merge' | 'problem' | 'isTranslated'
>

type Described<Value> = Omit<ShelfField<Value>, 'merge'>

export const shelfField = <Value>(described: Described<Value>): ShelfField<Value> => ({
  ...described,
  merge: described.kind.merge,
})
