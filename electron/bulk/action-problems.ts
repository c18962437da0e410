import type { BulkAction } from '../shared/bulk-action'
import { AppError } from '../shared/errors'
import type { StoreWords } from '../shared/fields/kind'
import { faultSentence, fillFaults, type FillRule } from '../shared/fill-rule'
import { choicePriceProblem } from '../shared/option-rules'
import { mathProblems } from '../shared/price-rule'
import { patternProblem } from './rules/pattern-spans'

/** What is wrong with an action whatever the product, as sentences by the names of its boxes. */
function actionProblems(action: BulkAction, words: StoreWords): Readonly<Record<string, string>> {
  if (action.kind === 'price') return mathProblems(action.rule, words.profile)
  if (action.kind === 'start-sale') return mathProblems(action.sale, words.profile)
  if (action.kind === 'fill') return fillProblems(action.rule, words)
  if (action.kind === 'choice-prices') return ofChange(choicePriceProblem(action.rule, words.profile))
  if (action.kind !== 'replace' || action.rule.find.kind !== 'pattern') return {}
  const pattern = patternProblem(action.rule.find)
  return pattern === null ? {} : { pattern }
}

const ofChange = (change: string | null): Readonly<Record<string, string>> => (change === null ? {} : { change })

function fillProblems(rule: FillRule, words: StoreWords): Readonly<Record<string, string>> {
  const [fault] = fillFaults(rule, words)
  if (rule.of === 'variations' && rule.field !== 'sku') return { field: 'Of variations, only the SKU is filled.' }
  return fault ? { pattern: faultSentence(fault) } : {}
}

/** Before anything is made of it. */
export function assertUsable(action: BulkAction, words: StoreWords): void {
  const fields = actionProblems(action, words)
  const [first] = Object.values(fields)
  if (first !== undefined) throw new AppError('invalid-input', first, { fields })
}
