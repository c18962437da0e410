import type { EditReason } from '../shared/edit-reason'
import type { OwnPatch } from '../shared/fields/own-fields'
import { fieldOf } from '../shared/fields/product-fields'
import { entriesOf } from '../shared/fields/list-kind'
import type { AddedVariation } from '../shared/imported'
import { isOfField } from '../shared/proposal'
import { decimalsOf } from '../shared/price-rule'
import { mostAtOnce } from '../shared/variations/generation'
import { priceWithChoices } from '../shared/variations/price-with-choices'
import { choicesThere } from './choices-there'
import { planPictures } from './plan-pictures'
import type { BulkContext, BulkProduct, ProposedEdit } from './planner'
import { editsOf } from './said-edits'

type Context = Pick<BulkContext, 'words' | 'isTaken'>

/** Variations that a table names and its product does not have, with what they have of their own. `product`: as the table makes it. */
export function planAdded(added: readonly AddedVariation[], product: BulkProduct, context: Context): ProposedEdit[] {
  const asThere = choicesThere(product.fields.options)
  return added.flatMap((each, at) => {
    const { pairs, reason } = asThere(each.options)
    const said = editsOf(each.said, { product, words: context.words, variationId: each.id, now: {} })
    const fields = ownFields(said, { product, pairs }, context)
    const tooMany: EditReason = { says: 'too-many-variations', count: added.length }
    const why = at >= mostAtOnce ? tooMany : (reason ?? skuReason(fields.sku, context))
    const itself: ProposedEdit = {
      variationId: each.id,
      field: 'variation',
      before: null,
      after: { options: pairs, fields },
    }
    if (why !== null) return [{ ...itself, reason: why }]
    return [
      itself,
      ...said.filter((edit) => edit.reason),
      ...planPictures(each.said, each.id, () => []).filter(({ after }) => after !== null),
    ]
  })
}

const skuReason = (sku: string | null | undefined, { isTaken }: Context): EditReason | null =>
  sku && isTaken(sku) ? { says: 'sku-taken', name: sku } : null

type Made = { product: BulkProduct; pairs: readonly { name: string; value: string }[] }

/** What it is said to have as its product has it is nothing of its own, but for the stock, which goes by its SKU. */
function ownFields(said: readonly ProposedEdit[], { product, pairs }: Made, { words }: Context): OwnPatch {
  const { fields } = product
  const values = said.flatMap(({ field, after, reason }) =>
    !reason && after !== null && isOfField(field) ? [[field, after] as const] : [],
  )
  const all = new Map<string, unknown>(values)
  const hasSku = typeof all.get('sku') === 'string' && all.get('sku') !== '' && all.get('sku') !== fields.sku
  const price = priceWithChoices(
    { price: fields.price, options: entriesOf(fields.options) },
    pairs,
    decimalsOf(words.profile),
  )
  const own = values.filter(([field, value]) => {
    if (field === 'quantity' && all.get('unlimited') === true) return false
    if (field === 'sku') return hasSku
    if (hasSku && (field === 'quantity' || field === 'unlimited')) return true
    return field === 'price' ? value !== price : !fieldOf(field).kind.isSame(value, fields[field])
  })
  // Each field has a value of its kind.
  return Object.fromEntries(own) as OwnPatch
}
