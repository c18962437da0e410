import { useState } from 'react'
import { tellNotAllowed } from '../../components/notify'
import { Modal } from '../../overlays/Modal'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { useCommand } from '../../stores/command-store'
import { askAboutView, closeViewDialog, useViewDialog, type ViewQuestion } from '../../stores/view-dialog-store'
import { isViewChangedNow, openViewNow } from '../../stores/views-store'
import { focusShownView } from './focus-shown-view'
import { GoToView } from './GoToView'
import { keepChanges } from './view-acts'
import { ViewName } from './ViewName'

const titles: Record<ViewQuestion['kind'], string> = { save: 'Save view', rename: 'Rename view', go: 'Go to view' }

/** Asks about views over whichever screen, and answers the commands about them. */
export function ViewsHost() {
  const connectionId = useCatalogueStore((state) => state.connectionId)
  const asked = useViewDialog((dialog) => dialog.asked)
  // The dialog fades out with what it showed.
  const [last, setLast] = useState(asked)
  if (asked && asked !== last) setLast(asked)
  useCommand('save-view', connectionId === null ? null : () => saveByKey(connectionId))
  useCommand('go-to-view', connectionId === null ? null : () => askAboutView({ kind: 'go' }))
  return (
    <Modal
      opened={asked !== null && connectionId !== null}
      onClose={closeViewDialog}
      title={titles[last?.kind ?? 'save']}
      onExitTransitionEnd={() => hasNoFocus() && focusShownView()}
    >
      {last?.kind === 'go'
        ? connectionId !== null && <GoToView connectionId={connectionId} />
        : last && connectionId !== null && <ViewName connectionId={connectionId} asked={last} />}
    </Modal>
  )
}

/** What was pressed to open the dialog is gone too. */
const hasNoFocus = (): boolean =>
  document.activeElement === document.body || Boolean(document.activeElement?.closest('[role="dialog"]'))

function saveByKey(connectionId: string): void {
  const view = openViewNow()
  if (!isViewChangedNow(connectionId)) {
    tellNotAllowed(
      view
        ? `“${view.name}” is saved as it is shown.`
        : 'All products are shown. Search, filter or sort them first: a view is a name for that.',
    )
  } else if (view) void keepChanges(view)
  else askAboutView({ kind: 'save' })
}
