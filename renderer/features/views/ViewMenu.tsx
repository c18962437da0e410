import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { KeptView } from '../../../electron/shared/kept-view'
import { MenuKey } from '../../components/MenuKey'
import { Menu } from '../../overlays/Menu'
import { askAboutView } from '../../stores/view-dialog-store'
import { useViews } from '../../stores/views-store'
import { moveWithUndo, removeWithUndo } from './view-acts'

/** What can be done with a view; `children` opens it. */
export function ViewMenu({ view, children }: { view: KeptView; children: ReactNode }) {
  const views = useViews(view.connectionId)
  const place = views.findIndex(({ id }) => id === view.id)
  const move = (to: number) => void moveWithUndo(view, place, to)
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => askAboutView({ kind: 'rename', view })}>
          Rename…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={16} />}
          rightSection={<MenuKey name="Alt+↑" />}
          disabled={place === 0}
          onClick={() => move(place - 1)}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} />}
          rightSection={<MenuKey name="Alt+↓" />}
          disabled={place === views.length - 1}
          onClick={() => move(place + 1)}
        >
          Move down
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="var(--stock-danger-text)"
          leftSection={<IconTrash size={16} />}
          onClick={() => void removeWithUndo(view)}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
