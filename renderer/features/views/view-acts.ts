import type { KeptView } from '../../../electron/shared/kept-view'
import { notifyDone, tellWhyNot } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import { moveView, openView, removeView, saveView } from '../../stores/views-store'
import { focusShownView } from './focus-shown-view'

/** The view is as it is shown from now on. */
export async function keepChanges(view: KeptView): Promise<void> {
  const problem = await saveView(view)
  tellWhyNot(problem)
  if (problem) return
  notifyDone(`“${view.name}” saved.`)
  focusShownView()
}

/** It is shown as it was saved. */
export function resetView(view: KeptView): void {
  openView(view)
  focusShownView()
}

/** A view is a name: the products that it finds stay as they are. */
export async function removeWithUndo(view: KeptView): Promise<void> {
  const { problem, putBack } = await removeView(view)
  tellWhyNot(problem)
  if (!problem) offerUndo({ message: `View “${view.name}” removed.`, undo: putBack, keysOf: view.connectionId })
}

/** From one place among the views of its store to another. */
export async function moveWithUndo(view: KeptView, from: number, to: number): Promise<void> {
  const problem = await moveView(view, to)
  tellWhyNot(problem)
  if (problem) return
  offerUndo({
    message: `View “${view.name}” moved.`,
    about: 'order of views',
    undo: () => moveView(view, from),
    keysOf: view.connectionId,
  })
}
