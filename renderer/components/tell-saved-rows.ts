import type { ErrorInfo } from '../../electron/shared/errors'
import type { SavedRows } from '../../electron/shared/import'
import { countOf } from '../../electron/shared/words/counts'
import { notifyDone, notifyProblem } from './notify'

/** `saved` null: its owner chose no place. */
export type SavingOfRows = { saved: SavedRows | null } | { problem: ErrorInfo }

/** Says what was saved of an imported table, or why nothing was. */
export async function tellSavedRows(saving: Promise<SavingOfRows>): Promise<void> {
  const ended = await saving
  if ('problem' in ended) notifyProblem(ended.problem)
  else if (ended.saved) notifyDone(savedText(ended.saved))
}

function savedText({ name, rows, leftOut }: SavedRows): string {
  const texts = countOf(leftOut, 'text is', 'texts are')
  const tooLong = leftOut > 0 ? ` ${texts} longer than a cell of a workbook can be, and left out.` : ''
  return `${name} has ${countOf(rows, 'row')}.${tooLong}`
}
