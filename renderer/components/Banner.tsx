import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Banner.module.css'

type Props = {
  tone: 'info' | 'warning' | 'danger'
  /** A button or two at the end. */
  action?: ReactNode
  children: ReactNode
}

const icons = { info: IconInfoCircle, warning: IconAlertTriangle, danger: IconCircleX }

/** A sentence across a screen that stays until its reason is gone. */
export function Banner({ tone, action, children }: Props) {
  const Icon = icons[tone]
  return (
    <div className={classes.banner} data-tone={tone} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon size={16} className={classes.icon} aria-hidden />
      <p className={classes.text}>{children}</p>
      {action}
    </div>
  )
}
