import { AppError } from '../shared/errors'
import type { StoreWords } from '../shared/fields/kind'
import type { ImportAsked } from '../shared/import'
import { rivalsOf } from '../shared/product-table/rival-columns'
import { decimalsOf } from '../shared/product-table/target-kind'
import type { ColumnNotes } from '../shared/table'
import { namesOf, type Reading } from './read-cell'
import type { RowColumn } from './read-row'

type Asked = Pick<ImportAsked, 'targets' | 'columns' | 'decimals' | 'empties'>
type Known = { notes: readonly ColumnNotes[]; words: StoreWords } & Pick<Reading, 'newCategory'>

/**
 * How what stands at the places of each row is read. Throws AppError 'invalid-input' where numbers of a column have to be asked about first,
 * or which of two columns counts.
 */
export function rowColumns({ targets, columns, decimals, empties = [] }: Asked, known: Known): RowColumn[] {
  assertNoRivals(targets, columns)
  const { notes, words, newCategory } = known
  const names = namesOf(words)
  const signs = decimalsOf(notes, targets, decimals)
  return targets.flatMap((target, at): RowColumn[] => {
    const decimal = signs[at] ?? '.'
    if (decimal === 'ask')
      throw new AppError('invalid-input', 'Say first what the numbers mean that can be read in two ways.')
    const reading = { decimal, names, profile: words.profile, newCategory }
    return target === null ? [] : [{ target, at, empties: empties[at] === true, reading }]
  })
}

function assertNoRivals(targets: Asked['targets'], columns: readonly string[]): void {
  const rivals = rivalsOf(targets)
  const first = rivals.findIndex((others) => others.length > 0)
  if (first < 0) return
  const named = [first, ...(rivals[first] ?? [])].map((at) => `“${columns[at] ?? ''}”`)
  throw new AppError('invalid-input', `${named.join(' and ')} hold the same. Leave out all of them but one.`)
}
