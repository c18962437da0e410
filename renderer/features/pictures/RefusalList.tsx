import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import type { PictureRefusal } from '../../stores/picture-store'
import classes from './MediaTab.module.css'

type Props = { refusals: PictureRefusal[]; onDismiss: (ids: string[]) => void }

/** Files, folders and links that were not taken, each with its reason. */
export function RefusalList({ refusals, onDismiss }: Props) {
  if (refusals.length === 0) return null
  const title = refusals.length === 1 ? '1 item was not added' : `${refusals.length} items were not added`
  return (
    <section className={classes.refusals} aria-label={title} role="alert">
      <Group justify="space-between" wrap="nowrap">
        <Group gap={8} wrap="nowrap">
          <IconAlertTriangle size={16} aria-hidden />
          <Text fw={600}>{title}</Text>
        </Group>
        {refusals.length > 1 && (
          <Button variant="subtle" size="compact-xs" onClick={() => onDismiss(refusals.map(({ id }) => id))}>
            Dismiss all
          </Button>
        )}
      </Group>
      <ul>
        {refusals.map(({ id, name, reason }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong> {reason}
            </span>
            <ActionIcon size="sm" aria-label={`Dismiss ${name}`} onClick={() => onDismiss([id])}>
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}
