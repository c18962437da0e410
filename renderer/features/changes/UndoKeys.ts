import { useEffect } from 'react'
import type { ChangeSetView } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { labelText, redoneText, undoneText } from '../../../electron/shared/words/set-label'
import { call, problemOf } from '../../bridge'
import { notifyDone, notifyProblem } from '../../components/notify'
import { endOfferOf, offeredToKeys, offerUndo } from '../../components/offer-undo'
import { isMac } from '../../format/key-label'
import { runCommand, useCommand } from '../../stores/command-store'
import { useViewStore } from '../../stores/view-store'
import { askRevert } from './revert-review-store'

/** More than this is looked at first: a stray key must not turn a bulk edit around. */
const mostProducts = 20

/**
 * Ctrl or Cmd+Z outside of text takes the last change back on every screen, with Shift (elsewhere than on a Mac also Ctrl+Y) what
 * was taken back is done again. The open form's own edits come first.
 */
export function UndoKeys() {
  useCommand('undo-change', () => inTurn(undoLast))
  useCommand('redo-change', () => inTurn(redoLast))
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return null
}

let working = Promise.resolve()
let hideOffer = (): void => {}

/** Keys pressed faster than they are answered mean one step each. What the step before offered is no longer true. */
function inTurn(step: () => Promise<void>): void {
  working = working.then(() => {
    hideOffer()
    return step()
  })
}

function press(event: KeyboardEvent): void {
  const command = commandOf(event)
  if (!command || event.defaultPrevented || isText(event.target)) return
  // Prevented, or the menu's own Undo would answer as well, in a text below a dialog too.
  event.preventDefault()
  runCommand(command)
}

function commandOf({ ctrlKey, metaKey, shiftKey, altKey, key }: KeyboardEvent): 'undo-change' | 'redo-change' | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo-change' : 'undo-change'
  return letter === 'y' && !shiftKey && !isMac ? 'redo-change' : null
}

const withoutText = 'input[type="checkbox"], input[type="radio"], input[type="file"], input[readonly]'

/** Text has an undo of its own. An empty search, where one is led back to, has nothing to take back while something else is offered. */
function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.matches(withoutText)) return false
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value === '' && offeredToKeys())
    return false
  return target.closest('input, textarea, [contenteditable="true"]') !== null
}

async function undoLast(): Promise<void> {
  const { connectionId } = useViewStore.getState()
  if (!connectionId) return
  try {
    const set = await call('changes.lastUndoable', { connectionId })
    const offered = offeredToKeys()
    if (offered?.connectionId === connectionId && (set?.createdAt ?? 0) <= offered.at) return await offered.takeBack()
    if (!set) return notifyDone('There is nothing to undo.')
    if (await isLookedAtFirst(connectionId, set))
      return askRevert({ connectionId, changeSetId: set.id, title: `Undo: ${labelText(set.label)}` })
    const { changeSetId: revertSetId } = await call('changes.revert', { connectionId, changeSetId: set.id })
    endOfferOf(set.id)
    offerRedo({ connectionId, changeSetId: set.id, revertSetId }, undoneText(set.label))
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

/** Many products, or something that was changed since. */
async function isLookedAtFirst(connectionId: string, { id, productCount }: ChangeSetView): Promise<boolean> {
  if (productCount > mostProducts) return true
  const { moved } = await call('changes.tallyRevert', { connectionId, changeSetId: id })
  return moved > 0
}

async function redoLast(): Promise<void> {
  const { connectionId } = useViewStore.getState()
  if (!connectionId) return
  try {
    const found = await call('changes.lastRedoable', { connectionId })
    if (!found) return notifyDone('There is nothing to redo.')
    const { set, revertSetId } = found
    const undone = { connectionId, changeSetId: set.id, revertSetId }
    if (set.productCount > mostProducts)
      return offerRedo(undone, `Undone on ${set.productCount} products: ${labelText(set.label)}`)
    const { changeSetId: redoSetId } = await call('changes.redo', undone)
    hideOffer = offerUndo({
      message: redoneText(set.label),
      // Where the undo was still waiting it is taken back, and the set itself stands again.
      undo: () => settled(() => call('changes.revert', { connectionId, changeSetId: redoSetId ?? set.id })),
    })
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

function offerRedo(undone: Undone, message: string): void {
  hideOffer = offerUndo({
    message,
    undo: () => settled(() => call('changes.redo', undone)),
    label: 'Redo',
  })
}

async function settled(act: () => Promise<unknown>): Promise<ErrorInfo | null> {
  try {
    await act()
    return null
  } catch (error) {
    return problemOf(error)
  }
}

type Undone = { connectionId: string; changeSetId: number; revertSetId: number | null }
