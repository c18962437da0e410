import { foldText } from '../shared/fold-text'
import { deletes, type Said } from '../shared/imported'
import { rowSays, type RowReason } from '../shared/row-reason'
import { skuKey } from '../shared/sku-key'
import type { Found } from './match-row'

/** What a row says of itself; null: what is asked for of all rows. */
type RowCommand = 'new' | 'update' | 'delete' | 'ignore'

/** As tables of other programs say it too; Matrixify’s MERGE is what happens anyway. */
const words: ReadonlyMap<string, RowCommand | null> = new Map<string, RowCommand | null>([
  ...['', 'merge'].map((word) => [word, null] as const),
  ...['new', 'add', 'create'].map((word) => [word, 'new'] as const),
  ['update', 'update'],
  ...['delete', 'remove'].map((word) => [word, 'delete'] as const),
  ...['ignore', 'skip'].map((word) => [word, 'ignore'] as const),
])

export function rowCommand(text: string): RowCommand | null | { why: RowReason } {
  const command = words.get(foldText(text))
  return command === undefined ? { why: { says: 'no-command', text } } : command
}

/** What a row says that deletes its product. */
export const saidDelete: Said = { path: deletes, text: 'DELETE', value: true, odd: null }

/** Why a product is not deleted by this row; a table of another store has numbers that mean other products here. */
export function whyNotDeleted(
  { variationId }: Found,
  asked: { sku: string },
  known: { sku: string } | undefined,
): RowReason | null {
  if (variationId !== null) return rowSays('delete-of-variation')
  if (asked.sku === '' || skuKey(known?.sku ?? '') === skuKey(asked.sku)) return null
  return { says: 'other-sku', has: known?.sku ?? '', text: asked.sku }
}
