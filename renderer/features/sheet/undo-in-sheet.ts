import { redoStep, undoStep } from '../../stores/sheet-steps'
import { useSheetStore } from '../../stores/sheet-store'
import { stopActs, useRunningAct } from './running-act'
import { say } from './said'

/** Takes back the last step, also one that is still going into its rows; what has none yet ends before it has. */
export function undoInSheet(): void {
  const { asked, running } = useRunningAct.getState()
  const { steps } = useSheetStore.getState()
  const isRunning = asked > 0
  const isBegun = running !== null && steps.some(({ name }) => name === running.step)
  const isLast = isBegun && steps.at(-1)?.name === running.step
  // What was typed since goes first, and what runs goes on.
  if (isRunning && (isLast || !isBegun)) stopActs('taken back')
  const isUndone = isRunning && !isBegun ? true : undoStep()
  if (isUndone) say('Undone in the sheet.')
}

export function redoInSheet(): void {
  if (redoStep()) say('Redone in the sheet.')
}
