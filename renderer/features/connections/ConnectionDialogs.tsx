import { useState } from 'react'
import type { Connection } from '../../../electron/shared/connection'
import { Modal } from '../../overlays/Modal'
import {
  closeConnectionDialog,
  useConnectionDialogStore,
  type ConnectionDialog,
} from '../../stores/connection-dialog-store'
import { useConnection } from '../../stores/connection-store'
import { AddConnection } from './AddConnection'
import { RemoveConnection } from './RemoveConnection'
import { RenameConnection } from './RenameConnection'
import { ReplaceKey } from './ReplaceKey'

const titles: Record<ConnectionDialog['kind'], string> = {
  add: 'Connect your store',
  rename: 'Rename the connection',
  'replace-key': 'Replace the key',
  remove: 'Remove the connection',
}

/** The dialogs about connections; any screen opens them through the connection dialog store. */
export function ConnectionDialogs() {
  const dialog = useConnectionDialogStore((state) => state.dialog)
  // What was open stays in the page while the dialog fades out.
  const [last, setLast] = useState(dialog)
  if (dialog && dialog !== last) setLast(dialog)
  const connection = useConnection(last && 'connectionId' in last ? last.connectionId : null)
  const opened = dialog !== null && (dialog.kind === 'add' || connection !== null)
  return (
    <Modal
      opened={opened}
      onClose={closeConnectionDialog}
      title={last ? titles[last.kind] : ''}
      // A slip beside the dialog must not cost a pasted key.
      closeOnClickOutside={last?.kind === 'rename'}
      size={480}
    >
      {last?.kind === 'add' && <AddConnection onClose={closeConnectionDialog} />}
      {last && connection && <AboutConnection kind={last.kind} connection={connection} />}
    </Modal>
  )
}

function AboutConnection({ kind, connection }: { kind: ConnectionDialog['kind']; connection: Connection }) {
  if (kind === 'rename') return <RenameConnection connection={connection} onClose={closeConnectionDialog} />
  if (kind === 'replace-key') return <ReplaceKey connection={connection} onClose={closeConnectionDialog} />
  if (kind === 'remove') return <RemoveConnection connection={connection} onClose={closeConnectionDialog} />
  return null
}
