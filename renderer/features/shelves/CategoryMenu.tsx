import { ActionIcon } from '@mantine/core'
import { IconArrowsMove, IconDots, IconEye, IconEyeOff, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { CategoryRow } from '../../format/category-rows'
import { MenuKey } from '../../components/MenuKey'
import { Menu } from '../../overlays/Menu'
import { useAccess } from '../../stores/access'
import { askAboutCategory, renameInPlace } from '../../stores/category-view-store'
import classes from './shelves.module.css'
import { showCategory } from './category-acts'

/** What can be done with one category; the keyboard has keys for each. */
export function CategoryMenu({ row: { key, category } }: { row: Pick<CategoryRow, 'key' | 'category'> }) {
  const { canCreate, reason } = useAccess()
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          size="sm"
          tabIndex={-1}
          className={classes.menu}
          aria-label={`Actions for ${category.name}`}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item
          leftSection={<IconPlus size={16} />}
          rightSection={<MenuKey name="N" />}
          disabled={!canCreate}
          title={canCreate ? undefined : (reason ?? undefined)}
          onClick={() => askAboutCategory({ kind: 'create', below: key })}
        >
          New subcategory
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPencil size={16} />}
          rightSection={<MenuKey name="F2" />}
          onClick={() => renameInPlace(key)}
        >
          Rename
        </Menu.Item>
        <Menu.Item
          leftSection={category.enabled ? <IconEyeOff size={16} /> : <IconEye size={16} />}
          rightSection={<MenuKey name="H" />}
          onClick={() => void showCategory(category, !category.enabled)}
        >
          {category.enabled ? 'Hide from shoppers' : 'Show to shoppers'}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowsMove size={16} />}
          rightSection={<MenuKey name="M" />}
          onClick={() => askAboutCategory({ kind: 'move', key })}
        >
          Move to…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="var(--stock-danger-text)"
          leftSection={<IconTrash size={16} />}
          rightSection={<MenuKey name="Del" />}
          onClick={() => askAboutCategory({ kind: 'delete', key })}
        >
          Delete…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
