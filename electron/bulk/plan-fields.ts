import type { ActionOf } from '../shared/bulk-action'
import { fieldOf, fieldsIn } from '../shared/fields/product-fields'
import { productEdit, type Planner } from './planner'

export const planSet: Planner<ActionOf<'set'>> = (product, { fields }) =>
  fieldsIn(fields).map((field) => productEdit(product, field, fields[field]))

export const planEmpty: Planner<ActionOf<'empty'>> = (product, { fields }) =>
  fields.map((field) => productEdit(product, field, fieldOf(field).empty))

export const planDelete: Planner<ActionOf<'delete'>> = () => [
  { variationId: null, field: null, before: null, after: null },
]
