import type { ActionOf } from '../shared/bulk-action'
import { attributeNamed } from '../shared/fields/attribute-made-here'
import { attributeOfText } from '../shared/fields/attribute-texts'
import type { Entry } from '../shared/fields/kind'
import { isInStore } from '../shared/fields/references'
import { ownFieldNames, ownFieldOf } from '../shared/fields/own-fields'
import { fieldOf, productFieldNames } from '../shared/fields/product-fields'
import { renamedPairs } from '../shared/fields/renamed-variations'
import { pairsKey } from '../shared/variations/choosable'
import { planDelete } from './plan-fields'
import { newVariationId } from '../shared/proposal'
import { productEdit, type BulkProduct, type BulkVariation, type Planner, type ProposedEdit } from './planner'

type PutBack = ActionOf<'put-back'>

/**
 * A product as it was in a snapshot: its fields, what its variations have of their own, and the variations, pictures, files and videos that it has no
 * more. What it has besides stays. One that was not there goes where that is asked for.
 */
export const planPutBack: Planner<PutBack> = (product, action, context) => {
  const { was: then } = context
  if (!then) return action.deletes ? planDelete(product, { kind: 'delete' }, context) : []
  const isWanted = (field: string) => isAskedFor(action, field)
  const own = productFieldNames
    .filter((field) => isWanted(field) && !fieldOf(field).kind.isSame(product.fields[field], then.fields[field]))
    .map((field) => productEdit(product, field, then.fields[field]))
  const varied = then.variations.flatMap((was, at) => {
    const now = variationNow(product, was, then.fields.options)
    if (now) return editsOf(now, was, isWanted)
    return action.fields === null ? anew(was, at) : []
  })
  return [...own, ...varied, ...((action.fields === null && context.mediaBack) || [])]
}

/** Sales have moved the stock since, so that it goes back only by a word of its own. */
const isAskedFor = ({ fields, stock }: PutBack, field: string): boolean =>
  fields === null ? stock || field !== 'quantity' : fields.some((each) => each === field)

/** Made anew it has another id, and the same choices, which may have other names since. */
function variationNow(
  { variations, fields }: BulkProduct,
  was: BulkVariation,
  options: readonly Entry[],
): BulkVariation | undefined {
  const key = pairsKey(was.options)
  return (
    variations.find(({ id }) => id === was.id) ??
    variations.find((now) => pairsKey(now.options) === key) ??
    variations.find((now) => pairsKey(renamedPairs(options, now.options, fields.options)) === key)
  )
}

function editsOf(now: BulkVariation, was: BulkVariation, isWanted: (field: string) => boolean): ProposedEdit[] {
  return ownFieldNames.flatMap((field): ProposedEdit[] => {
    const [before, after] = [now.own[field] ?? null, was.own[field] ?? null]
    const isSame = ownFieldOf(field)?.kind.isSame(before, after) ?? true
    return isSame || !isWanted(field) ? [] : [{ variationId: now.id, field, before, after }]
  })
}

/** Values of attributes that the store has no number for cannot be in it: a row of their own says so. */
function anew({ options, own }: BulkVariation, at: number): ProposedEdit[] {
  const variationId = newVariationId(at)
  const { attributes: values = {}, attributesTranslated: texts = {}, ...rest } = own
  const names = Object.keys(values).flatMap((key) => attributeNamed(key)?.attribute ?? [])
  const known = <Value>(all: Readonly<Record<string, Value>>, nameOf: (key: string) => string) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => isInStore(nameOf(key))))
  const fields = {
    ...rest,
    ...(own.attributes && { attributes: known(values, (key) => key) }),
    ...(own.attributesTranslated && { attributesTranslated: known(texts, attributeOfText) }),
  }
  const made: ProposedEdit = { variationId, field: 'variation', before: null, after: { options, fields } }
  if (names.length === 0) return [made]
  const reason = { says: 'attribute-not-back', names } as const
  return [made, { variationId, field: 'attributes', before: null, after: values, reason }]
}
