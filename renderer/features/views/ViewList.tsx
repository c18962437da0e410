import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBookmarks } from '@tabler/icons-react'
import { Menu } from '../../overlays/Menu'
import { useViewStore } from '../../stores/view-store'
import { openView, useOpenView, useViews } from '../../stores/views-store'
import { allProducts } from './all-products'
import { ViewEntries } from './ViewEntries'
import classes from './views.module.css'

/** The views of the store below its catalogue, all products first; a menu where there is no room. Without views there is nothing to choose. */
export function ViewList({ collapsed }: { collapsed: boolean }) {
  const connectionId = useViewStore((view) => view.connectionId)
  const views = useViews(connectionId)
  if (views.length === 0) return null
  return <li>{collapsed ? <ViewMenuButton views={views} /> : <ViewEntries views={views} />}</li>
}

type Views = { views: ReturnType<typeof useViews> }

function ViewMenuButton({ views }: Views) {
  const openId = useOpenView()?.id ?? ''
  return (
    <Menu position="right-start" width={240}>
      <Menu.Target>
        <Tooltip label="Views" position="right">
          <ActionIcon className={classes.collapsed} aria-label="Views">
            <IconBookmarks size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.RadioGroup value={openId} onChange={(id) => openView(views.find((view) => view.id === id) ?? null)}>
          <Menu.RadioItem value="" closeMenuOnClick>
            {allProducts}
          </Menu.RadioItem>
          {views.map(({ id, name }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick>
              <span className={classes.name} title={name}>
                {name}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
