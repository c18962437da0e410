import { tellNotAllowed } from '../../components/notify'
import { Modal } from '../../overlays/Modal'
import { useAccess } from '../../stores/access'
import { useCommand } from '../../stores/command-store'
import { askImport, closeImport, useImportsStore } from '../../stores/imports-store'
import { useViewStore } from '../../stores/view-store'
import { later } from '../../components/later'

/** Its code is read while nobody waits. */
export const ImportDialog = later(async () => (await import('./ImportDialog')).ImportDialog)

/** A table of products, over whichever screen, until its review. */
export function ImportHost() {
  const connectionId = useViewStore((view) => view.connectionId)
  const { canUpdate, reason } = useAccess()
  const ask = () => (canUpdate ? askImport() : tellNotAllowed(reason))
  useCommand('import-products', connectionId === null ? null : ask)
  const isOpen = useImportsStore((state) => state.isOpen)
  const importing = useImportsStore((state) => state.importing)
  const title = importing ? `Import ${importing.look.name}` : 'Import products'
  return (
    <Modal opened={isOpen} onClose={closeImport} title={title} size={720}>
      <ImportDialog importing={importing} />
    </Modal>
  )
}
