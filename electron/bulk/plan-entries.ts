import type { ActionOf } from '../shared/bulk-action'
import { withEntries, withoutEntries } from '../shared/fields/entries'
import { fieldOf, fieldsIn } from '../shared/fields/product-fields'
import { attributeOf } from './attribute-of'
import { productEdit, type BulkProduct, type Planner } from './planner'

/** Entries of fields that have some, but for one that is the product itself: the others of each product stay. */
export const planAdd: Planner<ActionOf<'add'>> = (product, { fields }) =>
  fieldsIn(fields).map((field) =>
    productEdit(
      product,
      field,
      withEntries(fieldOf(field).kind, product.fields[field], ofOthers(product, fields[field])),
    ),
  )

/** No product is related to itself. */
const ofOthers = ({ namedBy }: BulkProduct, value: unknown): unknown =>
  Array.isArray(value) ? value.filter((entry: unknown) => Object(entry ?? {}).productId !== namedBy) : value

export const planRemove: Planner<ActionOf<'remove'>> = (product, { fields }) =>
  fieldsIn(fields).map((field) =>
    productEdit(product, field, withoutEntries(fieldOf(field).kind, product.fields[field], fields[field])),
  )

/** One attribute, by its name: each type has its own of that name. An empty text is no value. */
export const planSetAttribute: Planner<ActionOf<'set-attribute'>> = (product, { name, value }, { words }) => {
  const { attributes, productClassId: typeId } = product.fields
  const attribute = attributeOf(name, { words, typeId, values: [attributes] })
  if (attribute) return [productEdit(product, 'attributes', { ...attributes, [attribute.id]: value })]
  // Nothing has to be emptied where there is nothing.
  const reason = value === '' ? null : ({ says: 'no-attribute', name } as const)
  return [{ ...productEdit(product, 'attributes', attributes), reason }]
}
