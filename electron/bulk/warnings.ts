import { fieldOf } from '../shared/fields/product-fields'
import { isOfField, type BulkWarning } from '../shared/proposal'
import { describesPicture } from '../shared/wanted-pictures'
import { doubtsRaisedBy } from '../shared/fields/doubts-of'
import type { Beside } from '../shared/fields/field'
import type { TriedEdit } from './dry-run'
import type { BulkProduct } from './planner'

/** As it is; `own`: what its variations have of their own, by their ids. */
type Warned = Pick<BulkProduct, 'fields'> & { own: ReadonlyMap<number, Beside> }

/** What its owner should look at twice. `isTaken`: another product has this SKU. */
export function warningsOf(
  edit: TriedEdit,
  product: Warned,
  edits: readonly TriedEdit[],
  isTaken: (sku: string) => boolean,
): BulkWarning[] {
  if (edit.standing !== 'in') return []
  if (isPictureThatGoes(edit)) return ['picture-goes']
  if (!isOfField(edit.field)) return []
  const { field, before, after } = edit
  const found: BulkWarning[] = [...doubtsRaisedBy(field, valuesAfter(product, edits, edit.variationId))]
  if (field === 'price' && isJump(before, after)) found.push('price-jump')
  if (field === 'enabled' && after === false) found.push('becomes-hidden')
  if (field === 'sku' && typeof after === 'string' && after.trim() !== '' && isTaken(after)) {
    found.push('duplicate-sku')
  }
  return found
}

const isPictureThatGoes = ({ field, before, after }: TriedEdit): boolean =>
  field === 'picture' && before !== null && !describesPicture(after)

/** A table empties a field only where its owner said so. */
export function ofEmptied({ standing, field, before, after, variationId }: TriedEdit): BulkWarning[] {
  if (standing !== 'in' || !isOfField(field)) return []
  const { kind, empty } = fieldOf(field)
  const isNothing = (value: unknown) => value === null || (variationId === null && kind.isSame(value, empty))
  return isNothing(after) && !isNothing(before) ? ['becomes-empty'] : []
}

/** What a table takes out of a list: a product of a category, or a tax of a product. */
export function ofLeftOut({ standing, field, before, after }: TriedEdit): BulkWarning[] {
  if (standing !== 'in' || !isOfField(field)) return []
  const { kind, empty } = fieldOf(field)
  const losesAny = (was: unknown, is: unknown) => [was].flat().some((one) => ![is].flat().includes(one))
  if (kind.merge === 'set') return !kind.isSame(after, empty) && losesAny(before, after) ? ['leaves-category'] : []
  const lists = Object.entries(kind.parts).filter(([, part]) => part.kind.merge === 'set')
  return lists.some(([name]) => losesAny(Object(before)[name], Object(after)[name])) ? ['list-loses'] : []
}

/** As they will be; of a variation, what counts for it. */
function valuesAfter(product: Warned, edits: readonly TriedEdit[], variationId: number | null): Beside {
  const ofProduct = withEdits(product.fields, edits, null)
  if (variationId === null) return ofProduct
  const own = withEdits(product.own.get(variationId) ?? {}, edits, variationId)
  const given = Object.entries(own).filter(([, value]) => value !== null && value !== undefined)
  return { ...ofProduct, ...Object.fromEntries(given) }
}

const withEdits = (now: Beside, edits: readonly TriedEdit[], target: number | null): Beside => ({
  ...now,
  ...Object.fromEntries(
    edits.flatMap(({ field, variationId, standing, after }) =>
      field !== null && variationId === target && standing === 'in' ? [[field, after]] : [],
    ),
  ),
})

const isJump = (before: unknown, after: unknown): boolean =>
  typeof before === 'number' && typeof after === 'number' && before > 0 && Math.abs(after - before) > before / 2

/** How much changes, so that the largest can come first: a product that goes, then numbers by their share, then the rest. */
export function weightOf({ field, before, after }: Pick<TriedEdit, 'field' | 'before' | 'after'>): number {
  if (field === null) return 1e12
  if (typeof before !== 'number' || typeof after !== 'number') return 0
  // What is named by a number, such as a category, is not so many more.
  if (!isOfField(field) || fieldOf(field).kind.name !== 'number') return 0
  return Math.abs(after - before) / Math.max(Math.abs(before), 0.01)
}
