import { Tooltip, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Sidebar.module.css'

type Props = {
  label: string
  icon: ReactNode
  /** Shortcut, shown while the pointer or the focus is on the button. */
  keys?: string[]
  current: boolean
  collapsed: boolean
  onClick: () => void
  /** A count at the end. */
  children?: ReactNode
}

export function SidebarButton({ label, icon, keys, current, collapsed, onClick, children }: Props) {
  const told = [label, keys ? `(${keys.join('+')})` : ''].filter(Boolean).join(' ')
  return (
    <Tooltip label={told} position="right" disabled={!collapsed}>
      <UnstyledButton
        className={classes.button}
        data-current={current}
        aria-current={current ? 'true' : undefined}
        onClick={onClick}
      >
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
        <span className={collapsed ? 'visually-hidden' : classes.label}>{label}</span>
        {keys && (
          <span className={classes.keys} aria-hidden>
            {keys.join('+')}
          </span>
        )}
        {children && <span className={classes.end}>{children}</span>}
      </UnstyledButton>
    </Tooltip>
  )
}
