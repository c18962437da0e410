import { z } from 'zod'
import type { Kind, StoreWords } from './fields/kind'
import { fieldOf, productFieldNames } from './fields/product-fields'
import { readTextPattern, type PatternFault } from './text-pattern'
import { changeSentence } from './text-changes'

const longestPattern = 500

/** Without marks of its own. */
const isPlainText = ({ box, name }: Kind): boolean => box === 'words' && name !== 'html'
const filledFields = productFieldNames.filter((name) => isPlainText(fieldOf(name).kind))

export const fillRuleSchema = z.strictObject({
  field: z.enum(filledFields),
  pattern: z.string().min(1).max(longestPattern),
  /** Variations get a SKU of their own from it; products any text. */
  of: z.enum(['products', 'variations']),
  onlyEmpty: z.boolean(),
  /** What `{number}` begins with, and by how much it goes up: from product to product, or from variation to variation of one. */
  start: z.number().int().min(0).max(1e9),
  step: z.number().int().min(1).max(1e6),
})
export type FillRule = z.infer<typeof fillRuleSchema>

/** Names that every product has; beside them, those of its attributes, and of its options for a variation. */
export const fillNames = ['name', 'subtitle', 'sku', 'brand', 'upc', 'category', 'number'] as const

const known = (words: Pick<StoreWords, 'productTypes'>): ReadonlySet<string> =>
  new Set([
    ...fillNames,
    ...words.productTypes.flatMap(({ attributes }) => attributes.map(({ name }) => name.trim().toLowerCase())),
  ])

/** What stands for nothing. Options are known by the variations that have them, so for these any name may be one. */
export function fillFaults({ pattern, of }: Pick<FillRule, 'pattern' | 'of'>, words: Pick<StoreWords, 'productTypes'>) {
  const names = known(words)
  const { faults } = readTextPattern(pattern, (name) => names.has(name.toLowerCase()))
  return faults.filter(({ kind }) => of === 'products' || kind !== 'name')
}

/** As a sentence; `from` and `to` of the fault say where. */
export function faultSentence({ kind, text }: PatternFault): string {
  if (kind === 'bracket') return `“${text}” has no other bracket. Names are written like {name}.`
  if (kind === 'change') return changeSentence(text)
  return `There is no {${text}}. Known are ${fillNames.map((name) => `{${name}}`).join(', ')} and the names of attributes.`
}
