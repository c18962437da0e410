import { Modal } from '../../overlays/Modal'
import { useState } from 'react'
import { useCommand } from '../../stores/command-store'
import { askExport, closeExport, useExportsStore } from '../../stores/exports-store'
import { useViewStore } from '../../stores/view-store'
import { later } from '../../components/later'
import { useExportNote } from './use-export-note'

/** Its code is read while nobody waits. */
export const ExportForm = later(async () => (await import('./ExportForm')).ExportForm)

/** Asks what is wanted in a file, over whichever screen, and tells how far it is. */
export function ExportHost() {
  const connectionId = useViewStore((view) => view.connectionId)
  useCommand('export-products', connectionId === null ? null : askExport)
  useExportNote(connectionId)
  const asked = useExportsStore((state) => state.asked)
  // The dialog fades out with what it showed.
  const [last, setLast] = useState(asked)
  if (asked && asked !== last) setLast(asked)
  return (
    <Modal opened={asked !== null} onClose={closeExport} title="Export products" size={520}>
      {last && <ExportForm key={last.connectionId} asked={last} />}
    </Modal>
  )
}
