import { ActionIcon, Progress, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClock, IconRefresh } from '@tabler/icons-react'
import classes from './Sidebar.module.css'
import type { StatusLine } from './status-line'
import { pullNow } from './use-shell-commands'
import { useStatusLine } from './use-status-line'

const icons: Record<StatusLine['tone'], typeof IconClock> = {
  calm: IconCircleCheck,
  busy: IconRefresh,
  waiting: IconClock,
  problem: IconAlertTriangle,
}

/** The quiet line at the foot of the sidebar, with the button that asks the store for news now. */
export function StatusFooter({ collapsed }: { collapsed: boolean }) {
  const line = useStatusLine()
  const Icon = icons[line.tone]
  const told = collapsed ? [line.text, line.detail].filter(Boolean).join('. ') : (line.detail ?? '')
  return (
    <section className={classes.status} data-tone={line.tone} aria-label="Status">
      {line.progress !== undefined && (
        <Progress value={line.progress * 100} size={3} aria-label="Products brought in" className={classes.progress} />
      )}
      <Tooltip label={told} disabled={told === ''} multiline maw={280} position="top-start">
        <div className={classes.statusLine}>
          <Icon size={14} aria-hidden className={classes.statusIcon} />
          <span className={collapsed ? 'visually-hidden' : classes.statusText}>{line.text}</span>
          {!collapsed && (
            <Tooltip label="Bring in news from the store now">
              <ActionIcon size="sm" onClick={pullNow} aria-label="Bring in news from the store now">
                <IconRefresh size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      </Tooltip>
    </section>
  )
}
