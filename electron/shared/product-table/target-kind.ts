import type { Kind } from '../fields/kind'
import { fieldOf, isProductField } from '../fields/product-fields'
import type { ColumnNotes } from '../table'
import { isOfCategoryRow, kindOfCategoryRow } from './category-rows'
import { gramsPath } from './grams'
import { isOfOptionRow, kindOfOptionRow } from './option-rows'
import { tableColumnAt } from './table-column'
import { tierKind, tierOf } from './tiers'

/** Of what a column holds; null: a text, whatever it is. */
export function kindOfTarget(path: string): Kind | null {
  const column = tableColumnAt(path)
  if (column) return column.kind
  if (isOfOptionRow(path)) return kindOfOptionRow(path)
  if (isOfCategoryRow(path)) return kindOfCategoryRow(path)
  if (tierOf(path) !== null) return tierKind
  if (path === gramsPath) return fieldOf('weight').kind
  return isProductField(path) ? fieldOf(path).kind : null
}

type Sign = ',' | '.'

/**
 * The sign before the decimals of each column: what its values say together, else what a person chose, else what the other columns agree
 * on. `ask`: only the person knows.
 */
export function decimalsOf(
  notes: readonly ColumnNotes[],
  targets: readonly (string | null)[],
  chosen: readonly (Sign | null)[],
): (Sign | 'ask')[] {
  const holdsNumber = (at: number) => kindOfTarget(targets[at] ?? '')?.name === 'number'
  const said = notes.map(({ numbers: { decimal } }, at) => (holdsNumber(at) ? decimal : 'any'))
  const agreed = new Set(said.filter((sign) => sign === ',' || sign === '.'))
  const [one] = agreed
  return said.map((sign, at) => {
    if (sign === ',' || sign === '.') return sign
    if (sign === 'any') return '.'
    return chosen[at] ?? (agreed.size === 1 && one ? one : 'ask')
  })
}
