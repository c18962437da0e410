import type { Cell, ColumnNotes } from '../../shared/table'
import { numberEvidence, type NumberEvidence } from './cell-number'
import { added, counted, tally } from './tally'

/** So many to one outweigh what a slip of the hand or a pasted cell says otherwise. */
const outweighs = 20

/** Which sign stands before the decimals of a column: decided from all of its values, or not at all. */
export function numberNotes(): {
  add(row: number, cell: string): boolean
  addEvidence(evidence: Exclude<NumberEvidence, null>, row: number, cell: string): void
  addNumber(): void
  notes(): ColumnNotes['numbers']
} {
  const [commas, points, either] = [tally(), tally(), tally()]
  let clear = 0

  function add(row: number, cell: Cell & string): boolean {
    const evidence = numberEvidence(cell)
    if (evidence !== null) addEvidence(evidence, row, cell)
    return evidence !== null
  }

  function addEvidence(evidence: Exclude<NumberEvidence, null>, row: number, cell: string): void {
    if (evidence === 'none') clear++
    else counted(evidence === ',' ? commas : evidence === '.' ? points : either, row, cell)
  }

  function notes(): ColumnNotes['numbers'] {
    const count = clear + commas.count + points.count + either.count
    const [more, fewer, decimal] =
      commas.count > points.count ? ([commas, points, ','] as const) : ([points, commas, '.'] as const)
    if (more.count === 0) {
      return { count, decimal: either.count > 0 ? 'ask' : 'any', against: 0, examples: either.examples }
    }
    if (fewer.count * outweighs >= more.count && fewer.count > 0) {
      return { count, decimal: 'ask', against: fewer.count, examples: added(fewer, more).examples }
    }
    return { count, decimal, against: fewer.count, examples: fewer.count > 0 ? fewer.examples : more.examples }
  }

  return { add, addEvidence, addNumber: () => void clear++, notes }
}
