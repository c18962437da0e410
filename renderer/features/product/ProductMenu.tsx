import { ActionIcon } from '@mantine/core'
import { IconCopy, IconCopyPlus, IconDots, IconExternalLink, IconHistory, IconTrash } from '@tabler/icons-react'
import { Menu } from '../../overlays/Menu'
import { useProductStore } from '../../stores/product-store'
import { showProductTab } from '../../stores/view-store'
import type { FormActions } from './use-form-actions'

export function ProductMenu({ actions, readOnly }: { actions: FormActions; readOnly: boolean }) {
  const url = useProductStore(({ open }) => open?.detail?.url ?? null)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="More actions">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconExternalLink size={16} />}
          disabled={!url?.startsWith('https://')}
          onClick={actions.openInStore}
        >
          Open in the store
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} disabled={readOnly} onClick={actions.duplicate}>
          Duplicate
        </Menu.Item>
        <Menu.Item leftSection={<IconCopyPlus size={16} />} disabled={readOnly} onClick={actions.newFromThis}>
          New from this one
        </Menu.Item>
        <Menu.Item leftSection={<IconHistory size={16} />} onClick={() => showProductTab('history')}>
          History
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="var(--stock-danger-text)"
          leftSection={<IconTrash size={16} />}
          disabled={readOnly}
          onClick={actions.remove}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
