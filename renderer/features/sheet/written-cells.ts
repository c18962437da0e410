import type { StoreWords } from '../../../electron/shared/fields/kind'
import { notifyLeftOut } from '../../components/notify'
import { sheetEdits } from '../../stores/sheet-store'
import { noteRefused } from './refused-cells'
import { cellIn } from './row-cells'
import { noteStep } from './running-act'
import type { RowLayout } from './row-layout'
import { say } from './said'
import type { SheetColumn } from './sheet-column'
import { typeCells, type Typed } from './sheet-edits'
import type { CellPlace } from './sheet-place'

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

/** Types into cells as one step, some after the others, and says what became of it. */
export function createWriting(shown: Shown, act: Act) {
  const name = `${act} ${(acts += 1)}`
  noteStep(name)
  let [written, refused, wrong] = [0, 0, 0]
  const notWell: CellPlace[] = []
  return {
    write(typed: readonly Placed[]): void {
      const open = typed.filter(({ row }) => !shown.isFixed(row.productId))
      written += typed.length
      refused += typed.length - open.length + typeCells(name, open, shown.words)
      // From the top, as one goes through them.
      for (const each of typed) {
        const stands = standing(shown, each)
        if (stands === 'wrong') wrong += 1
        if (stands !== 'well') notWell.push({ row: each.at, path: each.column.path })
      }
    },
    /** `left`: texts that had no cell. */
    end(left: number): void {
      const all = written + left
      const sentence = saidOf(done[act], all, { left, refused, wrong })
      noteRefused(notWell, `${(written - notWell.length).toLocaleString('en')} of ${cells(all)} ${done[act]}`)
      if (sentence && notWell.length === 0) notifyLeftOut(sentence)
      // A message is heard by itself.
      else if (all > 0) say(sentence || `${cells(all)} ${done[act]}.`)
    },
    /** It ended before it was through. */
    stop(rows: number, of: number): void {
      noteRefused(notWell, `${cells(written - notWell.length)} ${done[act]}`)
      if (rows > 0)
        notifyLeftOut(`Stopped: ${rows.toLocaleString('en')} of ${of.toLocaleString('en')} rows are ${done[act]}.`)
    },
  }
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
