import { Badge } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ChangesSummary } from '../../../electron/shared/change'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import classes from './Sidebar.module.css'

/** How many changes wait; red, with a sign, when some need a decision. Nothing when all is sent. */
export function ChangesBadge({ summary, small }: { summary: ChangesSummary | null; small: boolean }) {
  if (!summary) return null
  const stuck = summary.refused + summary.conflict
  const waiting = summary.waiting + summary.held + summary.sending
  if (small && stuck + waiting > 0) {
    return (
      <span className={classes.badgeDot} data-stuck={stuck > 0}>
        {stuck > 0 && <span aria-hidden>!</span>}
        <span className="visually-hidden">{stuck > 0 ? `${stuck} need you` : `${waiting} waiting`}</span>
      </span>
    )
  }
  if (stuck > 0) {
    return (
      <Badge color="red" leftSection={<IconAlertCircle size={12} aria-hidden />}>
        {formatNumber(stuck)}
        <span className="visually-hidden"> need you</span>
      </Badge>
    )
  }
  if (waiting === 0) return null
  return (
    <Badge color="gray">
      {formatNumber(waiting)}
      <span className="visually-hidden"> waiting</span>
    </Badge>
  )
}
