import { ActionIcon, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconArrowsLeftRight,
  IconBox,
  IconFolders,
  IconHistory,
  IconListCheck,
  IconListDetails,
  IconPhotoUp,
  IconPlus,
  IconSettings,
} from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { Connection } from '../../../electron/shared/connection'
import { shortcuts } from '../../../electron/shared/shortcuts'
import { keyLabels } from '../../format/key-label'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { isOver, useProposal } from '../../stores/bulk-store'
import { useChangesSummary, useChangesStore } from '../../stores/changes-store'
import { openConnectionDialog } from '../../stores/connection-dialog-store'
import { useConnectionStore } from '../../stores/connection-store'
import { openStore, useStoreStore } from '../../stores/store-store'
import { showScreen, useViewStore, type Screen } from '../../stores/view-store'
import { ChangesBadge } from './ChangesBadge'
import { PicturesBadge } from './PicturesBadge'
import { SidebarButton } from './SidebarButton'
import classes from './Sidebar.module.css'
import { StatusFooter } from './StatusFooter'
import { storeColor } from './store-color'

export type SidebarViews = (room: { collapsed: boolean }) => ReactNode

/** Stores, screens and how things stand. Icons only on a narrow window. */
export function Sidebar({ views }: { views: SidebarViews }) {
  const collapsed = useMediaQuery('(max-width: 899.98px)', false, { getInitialValueInEffect: false })
  return (
    <div className={classes.sidebar} data-collapsed={collapsed}>
      <nav aria-label="Stores" className={classes.stores}>
        <div className={classes.heading}>
          <h2 className={collapsed ? 'visually-hidden' : classes.title}>Stores</h2>
          <Tooltip label="Connect a store" position="right">
            <ActionIcon size="sm" aria-label="Connect a store" onClick={() => openConnectionDialog({ kind: 'add' })}>
              <IconPlus size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
        <StoreList collapsed={collapsed} />
      </nav>
      <nav aria-label="Screens" className={classes.screens}>
        <ScreenList collapsed={collapsed} views={views} />
      </nav>
      <StatusFooter collapsed={collapsed} />
    </div>
  )
}

function StoreList({ collapsed }: { collapsed: boolean }) {
  const connections = useConnectionStore((state) => state.connections)
  return (
    <ul className={classes.list}>
      {connections.map((connection, index) => (
        <StoreEntry key={connection.id} connection={connection} index={index} collapsed={collapsed} />
      ))}
    </ul>
  )
}

type StoreProps = { connection: Connection; index: number; collapsed: boolean }

/** One store; news of the others do not concern it. */
const StoreEntry = memo(function StoreEntry({ connection: { id, name }, index, collapsed }: StoreProps) {
  const current = useViewStore((view) => view.connectionId === id)
  const summary = useChangesStore((state) => state.summaries[id] ?? null)
  return (
    <li>
      <SidebarButton
        label={name}
        icon={<span className={classes.dot} style={{ background: storeColor(index) }} aria-hidden />}
        keys={index < 9 ? keyLabels(`CmdOrCtrl+${index + 1}`) : undefined}
        current={current}
        collapsed={collapsed}
        onClick={() => !current && void openStore(id)}
      >
        {!current && <ChangesBadge summary={summary} small={collapsed} />}
      </SidebarButton>
    </li>
  )
})

function ScreenList({ collapsed, views }: { collapsed: boolean; views: SidebarViews }) {
  const productCount = useStoreStore((state) => state.snapshot?.productCount ?? null)
  const categoryCount = useStoreStore((state) => state.snapshot?.categories.length ?? null)
  const summary = useChangesSummary()
  const proposal = useProposal()
  const isReviewed = useViewStore((view) => view.screen === 'review')
  return (
    <ul className={classes.list}>
      <ScreenButton screen="catalogue" label="Catalogue" icon={<IconBox size={18} />} collapsed={collapsed}>
        {productCount !== null && <span className={classes.count}>{formatNumber(productCount)}</span>}
      </ScreenButton>
      {views({ collapsed })}
      {proposal && (isReviewed || !isOver(proposal)) && (
        <ScreenButton screen="review" label="Review" icon={<IconListCheck size={18} />} collapsed={collapsed}>
          {proposal.state === 'ready' && <span className={classes.count}>{formatNumber(proposal.products)}</span>}
        </ScreenButton>
      )}
      <ScreenButton screen="changes" label="Changes" icon={<IconArrowsLeftRight size={18} />} collapsed={collapsed}>
        <ChangesBadge summary={summary} small={collapsed} />
      </ScreenButton>
      <ScreenButton screen="pictures" label="Pictures" icon={<IconPhotoUp size={18} />} collapsed={collapsed}>
        <PicturesBadge small={collapsed} />
      </ScreenButton>
      <ScreenButton screen="categories" label="Categories" icon={<IconFolders size={18} />} collapsed={collapsed}>
        {categoryCount !== null && <span className={classes.count}>{formatNumber(categoryCount)}</span>}
      </ScreenButton>
      <ScreenButton screen="types" label="Product types" icon={<IconListDetails size={18} />} collapsed={collapsed} />
      <ScreenButton screen="snapshots" label="Snapshots" icon={<IconHistory size={18} />} collapsed={collapsed} />
      <ScreenButton screen="settings" label="Settings" icon={<IconSettings size={18} />} collapsed={collapsed} />
    </ul>
  )
}

type ScreenButtonProps = { screen: Screen; label: string; icon: ReactNode; collapsed: boolean; children?: ReactNode }

/** A review is there for a time, and has no keys of its own. */
function ScreenButton({ screen, children, ...look }: ScreenButtonProps) {
  const current = useViewStore((view) => view.screen === screen)
  const keys = screen === 'review' ? undefined : keyLabels(shortcuts[`show-${screen}`])
  return (
    <li>
      <SidebarButton {...look} {...(keys && { keys })} current={current} onClick={() => showScreen(screen)}>
        {children}
      </SidebarButton>
    </li>
  )
}
