import { redoStep, undoStep } from '../../stores/sheet-steps'
import { stopActs } from './running-act'
import { say } from './said'

/** Takes back the last step, also one that is still going into its rows. */
export function undoInSheet(): void {
  const isStopped = stopActs('taken back')
  if (undoStep() || isStopped) say('Undone in the sheet.')
}

export function redoInSheet(): void {
  if (redoStep()) say('Redone in the sheet.')
}
