import type { KeyboardEvent } from 'react'
import { useCommand } from '../../stores/command-store'
import { useSheetStore } from '../../stores/sheet-store'
import { useViewStore } from '../../stores/view-store'
import { openFind } from './find/find-store'
import { review } from './review'
import { useRunningAct } from './running-act'
import { redoInSheet, undoInSheet } from './undo-in-sheet'

/** What the sheet makes of commands while it is there. */
export function useSheetCommands(connectionId: string): void {
  const hasSteps = useSheetStore(({ steps }) => steps.length > 0)
  const hasUndone = useSheetStore(({ undone }) => undone.length > 0)
  // Under another screen nobody would see what comes and goes.
  const isInSight = useViewStore(({ screen }) => screen === 'catalogue')
  const isRunning = useRunningAct(({ asked }) => asked > 0)
  useCommand('undo-change', isInSight && (hasSteps || isRunning) ? undoInSheet : null)
  useCommand('save', () => void review(connectionId))
  useCommand('redo-change', isInSight && hasUndone ? redoInSheet : null)
}

/** With the focus in the sheet the key of the search is its own; dialogs above it are elsewhere. */
export function findByKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target, currentTarget } = event
  if (!(ctrlKey || metaKey) || shiftKey || altKey || key.toLowerCase() !== 'f') return
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return
  event.preventDefault()
  // What is typed into a cell stays in it.
  target.blur()
  openFind()
}
