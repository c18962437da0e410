import { fieldOf } from '../shared/fields/product-fields'
import { isOfField, type BulkWarning } from '../shared/proposal'
import { describesPicture } from '../shared/wanted-pictures'
import type { OwnValues } from '../shared/fields/own-fields'
import type { ProductFields } from '../shared/fields/product-fields'
import type { TriedEdit } from './dry-run'
import type { BulkProduct } from './planner'

/** What its owner should look at twice. `isTaken`: another product has this SKU. */
export function warningsOf(
  edit: TriedEdit,
  product: BulkProduct,
  edits: readonly TriedEdit[],
  isTaken: (sku: string) => boolean,
): BulkWarning[] {
  if (edit.standing !== 'in') return []
  if (isPictureThatGoes(edit)) return ['picture-goes']
  if (!isOfField(edit.field)) return []
  const { field, before, after } = edit
  const found: BulkWarning[] = []
  if ((field === 'price' || field === 'costPrice') && isBelowCost(product, edits, edit.variationId)) {
    found.push('price-below-cost')
  }
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

function isBelowCost(product: BulkProduct, edits: readonly TriedEdit[], variationId: number | null): boolean {
  const own = product.variations.find(({ id }) => id === variationId)?.own ?? {}
  const valueOf = (field: 'price' | 'costPrice') =>
    afterOf(edits, variationId, field, own) ?? afterOf(edits, null, field, product.fields)
  const [price, cost] = [valueOf('price'), valueOf('costPrice')]
  return typeof price === 'number' && typeof cost === 'number' && price < cost
}

/** Null of a variation: as its product. */
function afterOf(
  edits: readonly TriedEdit[],
  target: number | null,
  field: keyof ProductFields,
  now: OwnValues,
): unknown {
  const edit = edits.find((one) => one.variationId === target && one.field === field && one.standing === 'in')
  return edit ? edit.after : now[field]
}

const isJump = (before: unknown, after: unknown): boolean =>
  typeof before === 'number' && typeof after === 'number' && before > 0 && Math.abs(after - before) > before / 2

/** How much changes, so that the largest can come first: a product that goes, then numbers by their share, then the rest. */
export function weightOf({ field, before, after }: Pick<TriedEdit, 'field' | 'before' | 'after'>): number {
  if (field === null) return 1e12
  if (typeof before !== 'number' || typeof after !== 'number') return 0
  return Math.abs(after - before) / Math.max(Math.abs(before), 0.01)
}
