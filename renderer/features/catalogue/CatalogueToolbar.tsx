import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlus, IconRefresh } from '@tabler/icons-react'
import parts from '../../components/screen-parts.module.css'
import { shortcuts } from '../../../electron/shared/shortcuts'
import { keyLabels } from '../../format/key-label'
import { useAccess } from '../../stores/access'
import { runCommand } from '../../stores/command-store'
import { showProduct } from '../../stores/view-store'
import { FaceSwitch } from './FaceSwitch'
import { FilesMenu } from './FilesMenu'
import { FilterButton } from './FilterButton'
import { SearchBox } from './SearchBox'
import { SortMenu } from './SortMenu'

type Props = { isCompact: boolean; onEnterList: () => void }

export function CatalogueToolbar({ isCompact, onEnterList }: Props) {
  return (
    <div className={parts.toolbar}>
      <SearchBox onEnterList={onEnterList} />
      <FilterButton isCompact={isCompact} />
      <SortMenu />
      <FaceSwitch />
      {!isCompact && <FilesMenu />}
      {!isCompact && (
        <Tooltip label={`Bring in news from the store (${keyLabels(shortcuts.refresh).join('+')})`}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label="Refresh from the store"
            onClick={() => runCommand('refresh')}
          >
            <IconRefresh size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <NewProductButton isCompact={isCompact} />
    </div>
  )
}

function NewProductButton({ isCompact }: { isCompact: boolean }) {
  const { canCreate, reason } = useAccess()
  const open = () => canCreate && showProduct('new')
  // `data-disabled` instead of `disabled`: a disabled button could not say why.
  const state = { 'data-disabled': canCreate ? undefined : true, 'aria-disabled': !canCreate, onClick: open }
  return (
    <Tooltip label={canCreate ? 'New product (Ctrl+N)' : reason} multiline maw={280} position="bottom-end">
      {isCompact ? (
        <ActionIcon variant="filled" color="stock" size={34} aria-label="New product" {...state}>
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <Button h={34} leftSection={<IconPlus size={16} aria-hidden />} {...state}>
          New product
        </Button>
      )}
    </Tooltip>
  )
}
