import { Badge } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ChangesSummary } from '../../../electron/shared/change'
import { formatNumber } from '../../format/numbers'

/** How many changes wait; red, with a sign, when some need a decision. Nothing when all is sent. */
export function ChangesBadge({ summary }: { summary: ChangesSummary | null }) {
  if (!summary) return null
  const stuck = summary.refused + summary.conflict
  const waiting = summary.waiting + summary.sending
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
