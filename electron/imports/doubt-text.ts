import { formatNumber } from '../shared/numbers/numbers'
import type { RowDoubt, TableRow } from '../shared/table'

/** Why a row is not taken that may not be what it looks like. */
export function doubtText(
  doubt: RowDoubt,
  { row, lines: [from, to] = [row, row] }: Pick<TableRow, 'row' | 'lines'>,
): string {
  const those = `lines ${formatNumber(from)} to ${formatNumber(to)} of the text`
  const mend = `Mend the quote there and import the table again, or choose how its quotes are read.`
  switch (doubt) {
    case 'quotes':
      return from === to
        ? 'Its quotes do not fit, so that its cells may end elsewhere.'
        : `Its quotes do not fit, so that it goes over ${those}, and rows among them are not read. ${mend}`
    case 'rows-within':
      return `A quote makes one row of ${those}, which look like rows of their own. None of them is read. ${mend}`
    case 'too-many-cells':
      return 'It has more cells than the header, so that they may stand in other columns.'
  }
}
