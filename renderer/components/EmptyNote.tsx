import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  /** What is not there. */
  title: string
  /** A sentence about what would be here, or what to do. */
  children?: ReactNode
  action?: ReactNode
}

/** Instead of an empty list. */
export function EmptyNote({ title, children, action }: Props) {
  return (
    <Stack gap={4} align="center" px="lg" py={48} ta="center">
      <Text fw={600} fz="md">
        {title}
      </Text>
      {children && (
        <Text c="dimmed" maw={420}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  )
}
