import type { BulkAction } from '../shared/bulk-action'
import { AppError } from '../shared/errors'
import type { MoneyFormat } from '../shared/numbers/money'
import { mathProblems } from '../shared/price-rule'
import { patternProblem } from './rules/pattern-spans'

/** What is wrong with an action whatever the product, as sentences by the names of its boxes. */
function actionProblems(action: BulkAction, profile: MoneyFormat): Readonly<Record<string, string>> {
  if (action.kind === 'price') return mathProblems(action.rule, profile)
  if (action.kind === 'start-sale') return mathProblems(action.sale, profile)
  if (action.kind !== 'replace' || action.rule.find.kind !== 'pattern') return {}
  const pattern = patternProblem(action.rule.find)
  return pattern === null ? {} : { pattern }
}

/** Before anything is made of it. */
export function assertUsable(action: BulkAction, profile: MoneyFormat): void {
  const fields = actionProblems(action, profile)
  const [first] = Object.values(fields)
  if (first !== undefined) throw new AppError('invalid-input', first, { fields })
}
