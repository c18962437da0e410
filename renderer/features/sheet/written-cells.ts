import type { StoreWords } from '../../../electron/shared/fields/kind'
import { notifyLeftOut } from '../../components/notify'
import { sheetEdits } from '../../stores/sheet-store'
import { noteRefused } from './refused-cells'
import { cellIn } from './row-cells'
import type { RowLayout } from './row-layout'
import { say } from './said'
import type { SheetColumn } from './sheet-column'
import { typeCells, type Typed } from './sheet-edits'

/** The sheet as it is shown. */
export type Shown = {
  columns: readonly SheetColumn[]
  layout: RowLayout
  words: StoreWords
  isFixed: (id: number) => boolean
}

/** With its row of the sheet. */
export type Placed = Typed & { at: number }

export type Act = 'paste' | 'empty' | 'fill' | 'switch' | 'change'
const done: Record<Act, string> = {
  paste: 'pasted',
  empty: 'emptied',
  fill: 'filled',
  switch: 'switched',
  change: 'changed',
}
let acts = 0

/** Types into cells as one step, and says what became of it. `left`: texts that had no cell. */
export function writeCells(shown: Shown, act: Act, typed: readonly Placed[], left: number): void {
  const open = typed.filter(({ row }) => !shown.isFixed(row.productId))
  const name = `${act} ${(acts += 1)}`
  const refused = typed.length - open.length + typeCells(name, open, shown.words)
  const stand = typed.map((each) => standing(shown, each))
  const wrong = typed.filter((_, at) => stand[at] === 'wrong')
  // From the top, as one goes through them.
  const notWell = typed.filter((_, at) => stand[at] !== 'well')
  const all = typed.length + left
  const sentence = saidOf(done[act], all, { left, refused, wrong: wrong.length })
  noteRefused(
    notWell.map(({ at, column }) => ({ row: at, path: column.path })),
    `${(typed.length - notWell.length).toLocaleString('en')} of ${cells(all)} ${done[act]}`,
  )
  if (sentence && notWell.length === 0) notifyLeftOut(sentence)
  // A message is heard by itself.
  else if (all > 0) say(sentence || `${cells(all)} ${done[act]}.`)
}

function standing(shown: Shown, { row, column }: Placed): 'well' | 'wrong' | 'untaken' {
  const edits = sheetEdits(row.productId)
  const now = edits && cellIn({ row, column, edits, words: shown.words })
  if (!now?.takesText || shown.isFixed(row.productId)) return 'untaken'
  return now.problem() === null ? 'well' : 'wrong'
}

/** Nothing where all of it is well. */
export function saidOf(
  verb: string,
  all: number,
  { left, refused, wrong }: Record<'left' | 'refused' | 'wrong', number>,
): string {
  const parts = [
    left > 0 && `${cells(left)} had no place in the sheet`,
    refused > 0 && `${cells(refused)} cannot be typed into here`,
    wrong > 0 && `${cells(wrong)} cannot be saved as ${wrong === 1 ? oneIs : theyAre}`,
  ].filter((part) => part !== false)
  const well = (all - left - refused - wrong).toLocaleString('en')
  return parts.length === 0 ? '' : `${well} of ${cells(all)} ${verb}. ${parts.join('. ')}.`
}

const oneIs = 'it is: it is red, and keeps what was put into it'
const theyAre = 'they are: they are red, and keep what was put into them'

export const cells = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'cell' : 'cells'}`
