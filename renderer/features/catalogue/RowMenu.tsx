import { IconCheckbox, IconCopy, IconFolderPlus, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { MenuKey } from '../../components/MenuKey'
import { Menu } from '../../overlays/Menu'
import { useCatalogueViewStore } from '../../stores/catalogue-view-store'
import { togglePicked } from '../../stores/product-selection'
import { closeRowMenu, useRowMenuStore } from './row-menu-store'
import type { RowActions } from './use-row-actions'

/** What can be done with one product of the list. */
export function RowMenu({ actions, focusList }: { actions: RowActions; focusList: () => void }) {
  const { row, x, y } = useRowMenuStore()
  const why = (allowed: boolean) => (allowed ? undefined : (actions.reason ?? undefined))
  return (
    <Menu
      key={`${x} ${y}`}
      opened={row !== null}
      onChange={(isOpen) => !isOpen && closeRowMenu()}
      onClose={focusList}
      position="bottom-start"
      returnFocus={false}
      width={220}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={row ? `Actions for ${row.name}` : undefined}>
        <Menu.Item
          leftSection={<IconPencil size={16} />}
          rightSection={<MenuKey name="Enter" />}
          onClick={() => row && actions.open(row)}
        >
          Open
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={16} />}
          rightSection={<MenuKey name="Ctrl D" />}
          disabled={!actions.canCreate}
          title={why(actions.canCreate)}
          onClick={() => row && actions.duplicate(row)}
        >
          Duplicate
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={16} />}
          rightSection={<MenuKey name="N" />}
          disabled={!actions.canCreate}
          title={why(actions.canCreate)}
          onClick={actions.create}
        >
          New product
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCheckbox size={16} />}
          rightSection={<MenuKey name="Space" />}
          onClick={() => row && togglePicked(row.id, useCatalogueViewStore.getState().activeIndex)}
        >
          Select
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderPlus size={16} />}
          rightSection={<MenuKey name="C" />}
          disabled={!actions.canUpdate}
          title={why(actions.canUpdate)}
          onClick={() => row && actions.addToCategory(row)}
        >
          Add to category…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="var(--stock-danger-text)"
          leftSection={<IconTrash size={16} />}
          rightSection={<MenuKey name="Del" />}
          disabled={!actions.canUpdate}
          title={why(actions.canUpdate)}
          onClick={() => row && actions.remove(row)}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
