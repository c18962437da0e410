import { sheetEdits, withEveryRow } from '../../stores/sheet-store'
import { copyBlock } from './copied-block'
import { changed, type NumberChange } from './number-change'
import { columnsOf, placeFill, placePaste, type Block } from './paste'
import { cellIn } from './row-cells'
import type { SheetColumn } from './sheet-column'
import { runAct, type Course } from './running-act'
import { rowsInParts, type SheetRowOf } from './sheet-row'
import { isSwitch } from './switch-cells'
import { createWriting, type Act, type Placed, type Shown } from './written-cells'

type TextAt = (row: SheetRowOf, at: { row: number; across: number }) => string | undefined

type Wanted = { into: Block; textAt: TextAt; left?: number }

/** Puts a text into each cell of a block; where there is none, the cell stays. All of its rows are here until it is done. */
const writeBlock = (shown: Shown, act: Act, wanted: Wanted): Promise<void> =>
  runAct(act, rowCount(wanted.into), (course) => withEveryRow(() => writeRows(shown, act, wanted, course)))

/** Rows that are here have it at once, the others as they come. */
async function writeRows(shown: Shown, act: Act, { into, textAt, left = 0 }: Wanted, course: Course): Promise<void> {
  const writing = createWriting(shown, act)
  let at = into.top
  for await (const rows of rowsInParts(shown.layout, into.top, into.bottom)) {
    if (course.end() !== null) break
    const first = at
    writing.write(
      rows.flatMap((row, down) =>
        columnsOf(into).flatMap((across): Placed[] => {
          const column = shown.columns[across]
          const text = column && textAt(row, { row: first + down, across })
          return column && text !== undefined ? [{ row, column, text, at: first + down }] : []
        }),
      ),
    )
    at += rows.length
    course.note(at - into.top)
  }
  const end = course.end()
  if (end === null) writing.end(left)
  else if (end === 'stopped') writing.stop(at - into.top, rowCount(into))
}

const rowCount = ({ top, bottom }: Block): number => bottom - top + 1

/** Answers where it goes, before all of it is there. */
export function pasteInto(
  shown: Shown,
  selected: Block,
  texts: readonly (readonly string[])[],
): { into: Block; done: Promise<void> } {
  const { into, ...placed } = placePaste(selected, texts, { rows: shown.layout.rows, columns: shown.columns.length })
  const textAt: TextAt = (_, { row, across }) => placed.texts[row - into.top]?.[across - into.left]
  return { into, done: writeBlock(shown, 'paste', { into, textAt, left: placed.left }) }
}

export const emptyBlock = (shown: Shown, block: Block): Promise<void> =>
  writeBlock(shown, 'empty', { into: block, textAt: () => '' })

/** All switches of a block on, or off. */
export function turnSwitches(shown: Shown, block: Block, text: string): Promise<void> {
  const isTurned = (column: SheetColumn | undefined) => column !== undefined && isSwitch(column)
  return writeBlock(shown, 'switch', {
    into: block,
    textAt: ({ variation }, { across }) => (!variation && isTurned(shown.columns[across]) ? text : undefined),
  })
}

/** The numbers of a block, each changed alike; what is none stays as it is. */
export function changeNumbers(shown: Shown, block: Block, change: NumberChange): Promise<void> {
  const { words } = shown
  const textAt: TextAt = (row, { across }) => {
    const [edits, column] = [sheetEdits(row.productId), shown.columns[across]]
    const cell = edits && column?.amount && cellIn({ row, column, edits, words })
    const [value] = cell?.takesText && cell.problem() === null ? cell.amounts() : []
    return column && value !== undefined ? column.written?.(changed(value, change, column, words), words) : undefined
  }
  return writeBlock(shown, 'change', { into: block, textAt })
}

/** What is at one end of a block, in the rest of it. */
export async function fillBlock(shown: Shown, block: Block, along: 'down' | 'right'): Promise<void> {
  const placed = placeFill(block, along)
  if (placed) await fillFrom(shown, placed.from, placed.to)
}

/** The cells of one block, again and again, in another one beside it. */
export function fillFrom(shown: Shown, from: Block, to: Block): Promise<void> {
  return runAct('fill', rowCount(to), (course) =>
    withEveryRow(async () => {
      const { texts } = await copyBlock(shown, from)
      const [height, width] = [texts.length, texts[0]?.length ?? 1]
      const textAt: TextAt = (_, { row, across }) =>
        texts[modulo(row - from.top, height)]?.[modulo(across - from.left, width)]
      await writeRows(shown, 'fill', { into: to, textAt }, course)
    }),
  )
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by
