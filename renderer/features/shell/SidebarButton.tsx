import { Tooltip, UnstyledButton } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import classes from './Sidebar.module.css'

type Props = {
  label: string
  icon: ReactNode
  /** Shortcut, told when the pointer or the focus rests on the button. */
  keys?: string[]
  current: boolean
  collapsed: boolean
  onClick: () => void
  /** A count at the end. */
  children?: ReactNode
}

export function SidebarButton({ label, icon, keys, current, collapsed, onClick, children }: Props) {
  // Once clicked, the hint would only cover the screen that comes.
  const [clicked, setClicked] = useState(false)
  return (
    <Tooltip
      label={
        <>
          {label}
          {keys && <span className={classes.keys}>{keys.join('+')}</span>}
        </>
      }
      position="right"
      disabled={clicked || (!collapsed && !keys)}
      events={{ hover: true, focus: true, touch: false }}
      openDelay={collapsed ? 150 : 600}
    >
      <UnstyledButton
        className={classes.button}
        data-current={current}
        aria-current={current ? 'true' : undefined}
        onClick={() => {
          setClicked(true)
          onClick()
        }}
        onMouseLeave={() => setClicked(false)}
      >
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
        <span className={collapsed ? 'visually-hidden' : classes.label}>{label}</span>
        {children && <span className={classes.end}>{children}</span>}
      </UnstyledButton>
    </Tooltip>
  )
}
