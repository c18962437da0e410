import type { ActionOf } from '../shared/bulk-action'
import { isOfField } from '../shared/proposal'
import { deletes } from '../shared/imported'
import { planAdded } from './plan-added'
import { planDelete } from './plan-fields'
import { planOptions } from './plan-options'
import { planPictures } from './plan-pictures'
import type { BulkProduct, Planner, ProposedEdit } from './planner'
import { editsOf } from './said-edits'

/** What a table says of a product and its variations. What cannot be read is shown with its reason. */
export const planImport: Planner<ActionOf<'import'>> = (product, _action, context) => {
  const { imported, words } = context
  if (!imported) return []
  if (imported.own.some(({ path }) => path === deletes)) return planDelete(product, { kind: 'delete' }, context)
  const of = { product, words }
  const there = context.pictures ?? (() => [])
  const added = imported.added ?? []
  const own = [
    ...editsOf(imported.own, { ...of, variationId: null, now: product.fields }),
    ...planOptions(imported.own, added, of),
  ]
  return [
    ...own,
    ...planPictures(imported.own, null, () => there(null)),
    ...product.variations.flatMap(({ id, own: now }) => {
      const said = imported.variations[id] ?? []
      return [...editsOf(said, { ...of, variationId: id, now }), ...planPictures(said, id, () => there(id))]
    }),
    ...(added.length > 0 ? planAdded(added, withEdits(product, own), context) : []),
  ]
}

/** As it is once they are made. */
const withEdits = (product: BulkProduct, edits: readonly ProposedEdit[]): BulkProduct => ({
  ...product,
  fields: {
    ...product.fields,
    ...Object.fromEntries(
      edits.flatMap(({ field, after, reason }) => (isOfField(field) && !reason ? [[field, after]] : [])),
    ),
  },
})
