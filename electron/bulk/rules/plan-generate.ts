import type { ActionOf } from '../../shared/bulk-action'
import { entriesOf } from '../../shared/fields/list-kind'
import { foldText } from '../../shared/fold-text'
import { formatNumber } from '../../shared/numbers/numbers'
import type { GenerateRule } from '../../shared/option-rules'
import { skuKey } from '../../shared/sku-key'
import { choosableOptions, combinationCount, type Choosable } from '../../shared/variations/choosable'
import { linesOf, mostAtOnce, variationsOf } from '../../shared/variations/generation'
import { patternProblem, usualPattern } from '../../shared/variations/sku-pattern'
import type { BulkProduct, Planner, ProposedEdit } from '../planner'

/** Below all ids that changes and drafts give to variations. */
const firstId = -(2 ** 41)

/** The combinations of choices that a product lacks, with SKUs that nobody has. Those that are there are not touched. */
export const planGenerate: Planner<ActionOf<'generate-variations'>> = (product, { rule }, { isTaken }) => {
  const { sku } = product.fields
  const wanted = optionsOf(product, rule)
  if (typeof wanted === 'string') return [nothing(wanted)]
  const names = wanted.map(({ name }) => name)
  const pattern = rule.pattern ?? usualPattern(names, sku !== '')
  const faulty = patternProblem(pattern, names)
  if (faulty !== null) return [nothing(faulty)]
  const count = combinationCount(wanted)
  if (count > mostAtOnce) return [nothing(tooMany(count))]
  const own = new Set([sku, ...product.variations.map((each) => each.own.sku ?? '')].map(skuKey))
  const asked = { options: wanted, pattern, productSku: sku, skipped: new Set<string>() }
  const lines = linesOf(asked, product.variations, (one) => own.has(skuKey(one)) || isTaken(one))
  const made = variationsOf(lines, startOf(rule))
  if (made.length === 0) return [nothing(null)]
  if (rule.quantity !== null && made.some(({ fields }) => !fields.sku)) return [nothing(needsSku)]
  return made.map((after, at): ProposedEdit => ({ variationId: firstId - at, field: 'variation', before: null, after }))
}

/** Those that are named, else all that shoppers pick one of; or why there are none. */
function optionsOf(product: BulkProduct, rule: GenerateRule): Choosable[] | string {
  const all = choosableOptions(entriesOf(product.fields.options))
  if (rule.options.length === 0) return all.length > 0 ? all : 'It has no option that shoppers pick one choice of.'
  const isCalled = (name: string) => (each: Choosable) => foldText(each.name.trim()) === foldText(name.trim())
  const missing = rule.options.find((name) => !all.some(isCalled(name)))
  if (missing !== undefined) return `It has no option “${missing}” that shoppers pick one choice of.`
  return all.filter((each) => rule.options.some((name) => isCalled(name)(each)))
}

const startOf = ({ price, quantity }: GenerateRule) => ({
  ...(price !== null && { price }),
  ...(quantity !== null && { quantity, unlimited: false }),
})

const tooMany = (count: number): string =>
  `Its choices make ${formatNumber(count)} variations. At most ${formatNumber(mostAtOnce)} are made at once.`
const needsSku = 'A stock of its own needs an SKU of its own, and the pattern gives none.'

/** No reason: it has all of them. */
const nothing = (reason: string | null): ProposedEdit => ({
  variationId: null,
  field: 'variation',
  before: null,
  after: null,
  ...(reason !== null && { reason }),
})
