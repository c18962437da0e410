import { optionsPath, type Said } from '../shared/imported'
import { isOfOptionRow, optionRowPart, type OptionRow } from '../shared/product-table/option-rows'
import type { TableRow } from '../shared/table'
import { readCell } from './read-cell'
import type { RowColumn } from './read-row'

/** What a row of Ecwid's files says of an option: once what can be read, then each cell that cannot. Nothing where it names no option. */
export function saidOfOption({ cells }: Pick<TableRow, 'cells'>, columns: readonly RowColumn[]): Said[] {
  const said = columns.flatMap(({ target, at, reading }) =>
    isOfOptionRow(target) ? (readCell(target, cells[at] ?? null, reading) ?? []) : [],
  )
  const read = said.filter(({ odd }) => odd === null)
  const row: OptionRow = Object.fromEntries(read.map(({ path, value }) => [optionRowPart(path), value]))
  if (row.name === undefined || row.name === '') return []
  const text = [row.name, row.choice].filter(Boolean).join(': ')
  return [
    { path: optionsPath, text, value: row, odd: null },
    ...said.filter(({ odd }) => odd !== null).map((each) => ({ ...each, path: optionsPath })),
  ]
}
