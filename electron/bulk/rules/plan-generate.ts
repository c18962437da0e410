import type { ActionOf } from '../../shared/bulk-action'
import { editSays, type EditReason } from '../../shared/edit-reason'
import { entriesOf } from '../../shared/fields/list-kind'
import { foldText } from '../../shared/fold-text'
import type { GenerateRule } from '../../shared/option-rules'
import { skuKey } from '../../shared/sku-key'
import { choosableOptions, combinationCount, type Choosable } from '../../shared/variations/choosable'
import { linesOf, mostAtOnce, variationsOf } from '../../shared/variations/generation'
import { patternProblem, usualPattern } from '../../shared/variations/sku-pattern'
import { newVariationId } from '../../shared/proposal'
import type { BulkProduct, Planner, ProposedEdit } from '../planner'

/** The combinations of choices that a product lacks, with SKUs that nobody has. Those that are there are not touched. */
export const planGenerate: Planner<ActionOf<'generate-variations'>> = (product, { rule }, { isTaken }) => {
  const { sku } = product.fields
  const wanted = optionsOf(product, rule)
  if ('says' in wanted) return [nothing(wanted)]
  const names = wanted.map(({ name }) => name)
  const pattern = rule.pattern ?? usualPattern(names, sku !== '')
  if (patternProblem(pattern, names) !== null) return [nothing({ says: 'sku-pattern', pattern, options: names })]
  const count = combinationCount(wanted)
  if (count > mostAtOnce) return [nothing({ says: 'too-many-variations', count })]
  const own = new Set([sku, ...product.variations.map((each) => each.own.sku ?? '')].map(skuKey))
  const asked = { options: wanted, pattern, productSku: sku, skipped: new Set<string>() }
  const lines = linesOf(asked, product.variations, (one) => own.has(skuKey(one)) || isTaken(one))
  const made = variationsOf(lines, startOf(rule))
  if (made.length === 0) return [nothing(null)]
  if (rule.quantity !== null && made.some(({ fields }) => !fields.sku)) return [nothing(editSays('stock-needs-sku'))]
  return made.map((after, at): ProposedEdit => ({
    variationId: newVariationId(at),
    field: 'variation',
    before: null,
    after,
  }))
}

/** Those that are named, else all that shoppers pick one of; or why there are none. */
function optionsOf(product: BulkProduct, rule: GenerateRule): Choosable[] | EditReason {
  const all = choosableOptions(entriesOf(product.fields.options))
  if (rule.options.length === 0) return all.length > 0 ? all : editSays('no-option-to-pick')
  const isCalled = (name: string) => (each: Choosable) => foldText(each.name.trim()) === foldText(name.trim())
  const missing = rule.options.find((name) => !all.some(isCalled(name)))
  if (missing !== undefined) return { says: 'no-such-option-to-pick', name: missing }
  return all.filter((each) => rule.options.some((name) => isCalled(name)(each)))
}

const startOf = ({ price, quantity }: GenerateRule) => ({
  ...(price !== null && { price }),
  ...(quantity !== null && { quantity, unlimited: false }),
})

/** No reason: it has all of them. */
const nothing = (reason: EditReason | null): ProposedEdit => ({
  variationId: null,
  field: 'variation',
  before: null,
  after: null,
  ...(reason !== null && { reason }),
})
