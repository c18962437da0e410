import type { z } from 'zod'
import { formatNumber } from '../shared/numbers/numbers'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** What is said of an input whose schema has no sentence of its own for it: no words but the program’s reach a person. */
export function inputWords(issue: Issue): string {
  if (issue.code !== 'too_big') return 'Stockroom cannot take this as it is, so nothing was done with it.'
  const most = formatNumber(Number(issue.maximum))
  if (issue.origin === 'string') return `This is longer than ${most} characters. Shorten it.`
  if (issue.origin === 'array') return `These are more than ${most} at once. Try it with fewer.`
  return `This is larger than anything Stockroom takes here. Enter ${most} or less.`
}
