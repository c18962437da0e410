import { z } from 'zod'
import { categoryFields } from './category-fields'
import { productTypeFields } from './product-type-fields'
import type { RemoteShelf, ShelfField } from './shelf-field'

/** What products are filed in. */
export type ShelfThing = 'category' | 'productType'

const fields: Readonly<Record<ShelfThing, Readonly<Record<string, ShelfField>>>> = {
  category: categoryFields,
  productType: productTypeFields,
}

function schemaOf<Entries extends Record<string, Pick<ShelfField, 'kind' | 'empty'>>>(entries: Entries) {
  const shape = Object.fromEntries(Object.entries(entries).map(([name, { kind }]) => [name, kind.schema]))
  // Each field has the schema of its kind.
  return z.strictObject(shape as { [Name in keyof Entries]: z.ZodType<Entries[Name]['empty']> })
}

export const categoryFieldsSchema = schemaOf(categoryFields)

/** Undefined for a field that this version does not know. */
export const shelfFieldOf = (thing: ShelfThing, name: string | null): ShelfField | undefined =>
  name !== null && Object.hasOwn(fields[thing], name) ? fields[thing][name] : undefined

/** With a value for what Ecwid leaves out. */
export const readShelfField = (shelf: RemoteShelf, name: string, { kind, empty }: ShelfField): unknown =>
  kind.read(shelf[name]) ?? empty

/** How two sides of it come together. */
export const wayOfShelfField = ({ merge, kind }: ShelfField) => ({ merge, isSame: kind.isSame })

export const shelfFieldNames = (thing: ShelfThing): string[] => Object.keys(fields[thing])
