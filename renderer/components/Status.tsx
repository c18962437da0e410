import { Group, Text, type MantineSpacing } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type StatusTone = 'success' | 'warning' | 'danger' | 'waiting' | 'info'

const signs = {
  success: { Icon: IconCircleCheck, color: 'var(--stock-success-text)' },
  warning: { Icon: IconAlertTriangle, color: 'var(--stock-warning-text)' },
  danger: { Icon: IconCircleX, color: 'var(--stock-danger-text)' },
  waiting: { Icon: IconClock, color: 'var(--mantine-color-dimmed)' },
  info: { Icon: IconInfoCircle, color: 'var(--mantine-color-dimmed)' },
} satisfies Record<StatusTone, unknown>

type Props = { tone: StatusTone; children: ReactNode; mt?: MantineSpacing; role?: 'status' | 'alert'; fz?: string }

/** A short sentence with the sign and colour of its kind; never colour alone. */
export function Status({ tone, children, mt, role, fz = 'sm' }: Props) {
  const { Icon, color } = signs[tone]
  return (
    <Group gap={6} mt={mt} align="flex-start" wrap="nowrap" role={role}>
      <Icon size={16} color={color} aria-hidden style={{ flex: 'none', marginTop: 1 }} />
      <Text c={color} fz={fz} component="span">
        {children}
      </Text>
    </Group>
  )
}
