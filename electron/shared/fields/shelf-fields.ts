import { categoryFields } from './category-fields'
import { productTypeFields } from './product-type-fields'
import type { RemoteShelf, ShelfField } from './shelf-field'

/** What products are filed in. */
export type ShelfThing = 'category' | 'productType'

const fields: Readonly<Record<ShelfThing, Readonly<Record<string, ShelfField>>>> = {
  category: categoryFields,
  productType: productTypeFields,
}

/** Undefined for a field that this version does not know. */
export const shelfFieldOf = (thing: ShelfThing, name: string | null): ShelfField | undefined =>
  name !== null && Object.hasOwn(fields[thing], name) ? fields[thing][name] : undefined

/** With a value for what Ecwid leaves out. */
export const readShelfField = (shelf: RemoteShelf, name: string, { kind, empty }: ShelfField): unknown =>
  kind.read(shelf[name]) ?? empty

/** How two sides of it come together. */
export const wayOfShelfField = ({ merge, kind }: ShelfField) => ({ merge, isSame: kind.isSame })

export const shelfFieldNames = (thing: ShelfThing): string[] => Object.keys(fields[thing])
