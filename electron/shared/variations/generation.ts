import type { OwnPatch } from '../fields/own-fields'
import type { Pair } from '../fields/renamed-variations'
import { formatNumber } from '../numbers/numbers'
import { combinationCount, combinationsOf, pairsKey, type Choosable, type Made } from './choosable'
import { skusOf } from './sku-pattern'

/** So many are made at once. */
export const mostAtOnce = 2000

/** One that is to be made, of these choices. */
export type NewVariation = { options: Pair[]; fields: OwnPatch }

/** What is asked for: the choices of each option, the pattern of their SKUs, and what each starts with. */
export type Wanted = {
  options: readonly Choosable[]
  pattern: string
  productSku: string
  /** Keys of combinations that are left out. */
  skipped: ReadonlySet<string>
}

export type Line = { key: string; label: string; pairs: Pair[]; standing: 'new' | 'there' | 'skipped'; sku: string }

/** Every combination of what is wanted, and what becomes of each. What is there already is not touched. */
export function linesOf(wanted: Wanted, rows: readonly Made[], isTaken: (sku: string) => boolean): Line[] {
  if (combinationCount(wanted.options) > mostAtOnce) return []
  const there = new Set(rows.map(({ options }) => pairsKey(options)))
  const lines = combinationsOf(wanted.options).map((pairs): Line => {
    const key = pairsKey(pairs)
    const standing = there.has(key) ? 'there' : wanted.skipped.has(key) ? 'skipped' : 'new'
    return { key, label: pairs.map(({ value }) => value).join(', '), pairs, standing, sku: '' }
  })
  const made = lines.filter(({ standing }) => standing === 'new')
  const skus = skusOf(
    wanted.pattern,
    wanted.productSku,
    made.map(({ pairs }) => pairs),
    isTaken,
  )
  for (const [at, line] of made.entries()) line.sku = skus[at] ?? ''
  return lines
}

/** "12 new, 4 exist, 2 skipped" */
export function summaryOf(lines: readonly Line[]): string {
  const count = (standing: Line['standing']) => lines.filter((line) => line.standing === standing).length
  const [there, skipped] = [count('there'), count('skipped')]
  const parts = [
    `${formatNumber(count('new'))} new`,
    there > 0 && (there === 1 ? '1 exists' : `${formatNumber(there)} exist`),
    skipped > 0 && `${formatNumber(skipped)} skipped`,
  ]
  return parts.filter(Boolean).join(', ')
}

export const variationsOf = (lines: readonly Line[], fields: OwnPatch): NewVariation[] =>
  lines
    .filter(({ standing }) => standing === 'new')
    .map(({ pairs, sku }) => ({ options: pairs, fields: { ...fields, ...(sku !== '' && { sku }) } }))
