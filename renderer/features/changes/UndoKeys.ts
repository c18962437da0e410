import { useEffect } from 'react'
import { labelText } from '../../../electron/shared/words/set-label'
import { call, problemOf } from '../../bridge'
import { notifyDone, notifyProblem } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import { overlayOnTop } from '../../overlays/overlay-stack'
import { runCommand, useCommand } from '../../stores/command-store'
import { revertWhenArrived } from '../../stores/revert-when-arrived'
import { useViewStore } from '../../stores/view-store'
import { askRevert } from './revert-review-store'

/** More than this is looked at first: a stray key must not turn a bulk edit around. */
const mostProducts = 20

/** Ctrl or Cmd+Z outside of text takes the last change back, on every screen. The open form's own edits come first. */
export function UndoKeys() {
  useCommand('undo-change', () => void undoLast())
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return null
}

function press(event: KeyboardEvent): void {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z'
  if (!isUndo || event.defaultPrevented || isText(event.target)) return
  // Prevented, or the menu's own Undo would answer as well, in a text below a dialog too.
  event.preventDefault()
  if (overlayOnTop() === null) runCommand('undo-change')
}

const withoutText = 'input[type="checkbox"], input[type="radio"], input[type="file"], input[readonly]'

/** Text has an undo of its own. */
function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.matches(withoutText)) return false
  return target.closest('input, textarea, [contenteditable="true"]') !== null
}

async function undoLast(): Promise<void> {
  const { connectionId } = useViewStore.getState()
  if (!connectionId) return
  try {
    const set = await call('changes.lastUndoable', { connectionId })
    if (!set) return notifyDone('There is nothing to take back.')
    if (set.productCount > mostProducts)
      return askRevert({ connectionId, changeSetId: set.id, title: `Undo: ${labelText(set.label)}` })
    const revertSetId = await revertWhenArrived(connectionId, set.id)
    offerRedo({ connectionId, changeSetId: set.id, revertSetId, label: labelText(set.label) })
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

function offerRedo({ connectionId, changeSetId, revertSetId, label }: Undone): void {
  const redo = async () => {
    try {
      await call('changes.redo', { connectionId, changeSetId, revertSetId })
      return null
    } catch (error) {
      return problemOf(error)
    }
  }
  offerUndo({ message: `Undone: ${label}`, undo: redo, label: 'Redo' })
}

type Undone = { connectionId: string; changeSetId: number; revertSetId: number | null; label: string }
