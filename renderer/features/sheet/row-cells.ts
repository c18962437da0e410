import type { StoreWords } from '../../../electron/shared/fields/kind'
import type { SheetVariation } from '../../../electron/shared/sheet'
import type { SheetEdits } from '../../stores/sheet-store'
import {
  isInherited,
  isOwnTyped,
  ownColumnOf,
  ownProblem,
  ownShown,
  ownText,
  ownValuesOf,
  shownAlone,
  withOwnText,
} from './own-cells'
import { isTyped, problemAt, shownIn, textIn, valuesOfRow, withText, type SheetColumn } from './sheet-column'
import type { SheetRowOf } from './sheet-row'

/** A column of a row, with what is typed into its product. */
type CellOf = { row: SheetRowOf; column: SheetColumn; edits: SheetEdits; words: StoreWords }

/** One cell, whatever its row is of. */
export type RowCell = {
  shown(): string
  /** As it is typed and copied. */
  text(): string
  isTyped(): boolean
  /** Why it cannot be saved as it stands. */
  problem(): string | null
  /** It shows what its product has. */
  isInherited(): boolean
  takesText: boolean
  isLong: boolean
  choices(): readonly string[]
  amounts(): number[]
  withText(text: string): SheetEdits
}

export const cellIn = (of: CellOf): RowCell => (of.row.variation ? ofVariation(of.row.variation, of) : ofProduct(of))

const ofProduct = ({ column, edits, words }: CellOf): RowCell => ({
  shown: () => shownIn(column, edits, words),
  text: () => textIn(column, edits, words),
  isTyped: () => isTyped(column, edits),
  problem: () => problemAt(column, edits, words),
  isInherited: () => false,
  takesText: column.typing !== null,
  isLong: column.typing?.isLong ?? false,
  choices: () => column.typing?.choices(words) ?? [],
  amounts: () => column.amount?.(valuesOfRow(edits)) ?? [],
  withText: (text) => withText(edits, column, text, words),
})

const ofVariation = (variation: SheetVariation, { row, column, edits, words }: CellOf): RowCell => ({
  shown: () => (row.isAlone ? shownAlone : ownShown)(edits, variation, column, words),
  text: () => (row.isAlone && !ownColumnOf(column) ? shownAlone : ownText)(edits, variation, column, words),
  isTyped: () => isOwnTyped(edits, variation, column),
  problem: () => ownProblem(edits, variation, column, words),
  isInherited: () => {
    const isOfProduct = row.isAlone === true && !ownColumnOf(column) && column.path !== 'name'
    return isOfProduct || isInherited(edits, variation, column)
  },
  // One that goes with the next save takes nothing any more.
  takesText: ownColumnOf(column) !== undefined && !edits.variations[variation.id]?.isRemoved,
  isLong: false,
  choices: () => ownColumnOf(column)?.choices ?? [],
  amounts: () => (ownColumnOf(column) && column.amount?.(ownValuesOf(edits, variation))) ?? [],
  withText: (text) => withOwnText(edits, variation, column, text, words),
})
