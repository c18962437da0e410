import { z } from 'zod'
import { categoryFields } from './category-fields'
import { productTypeFields } from './product-type-fields'
import type { PlainField } from './plain-field'

/** What products are filed in. */
export type ShelfThing = 'category' | 'productType'

const fields: Readonly<Record<ShelfThing, Readonly<Record<string, PlainField>>>> = {
  category: categoryFields,
  productType: productTypeFields,
}

function schemaOf<Entries extends Record<string, Pick<PlainField, 'kind' | 'empty'>>>(entries: Entries) {
  const shape = Object.fromEntries(Object.entries(entries).map(([name, { kind }]) => [name, kind.schema]))
  // Each field has the schema of its kind.
  return z.strictObject(shape as { [Name in keyof Entries]: z.ZodType<Entries[Name]['empty']> })
}

export const categoryFieldsSchema = schemaOf(categoryFields)
export const productTypeFieldsSchema = schemaOf(productTypeFields)

/** Undefined for a field that this version does not know. */
export const shelfFieldOf = (thing: ShelfThing, name: string | null): PlainField | undefined =>
  name !== null && Object.hasOwn(fields[thing], name) ? fields[thing][name] : undefined

export const shelfFieldNames = (thing: ShelfThing): string[] => Object.keys(fields[thing])
