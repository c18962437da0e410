import { tellNotAllowed } from '../../components/notify'
import { Modal } from '../../overlays/Modal'
import { useAccess } from '../../stores/access'
import { useCommand } from '../../stores/command-store'
import { askImport, closeImport, useImportsStore } from '../../stores/imports-store'
import { useViewStore } from '../../stores/view-store'
import { ChooseTable } from './ChooseTable'
import { LeftOutRows } from './LeftOutRows'
import { TableColumns } from './TableColumns'

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
      {!importing && <ChooseTable />}
      {importing && !importing.matched && <TableColumns importing={importing} />}
      {importing?.matched && <LeftOutRows matched={importing.matched} />}
    </Modal>
  )
}
