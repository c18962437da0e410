import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** A word about what was done, with a way back for ten seconds. Later the Changes screen has it. */
export function offerUndo(message: string, undo: () => void): void {
  const id = `undo-${message}-${Date.now()}`
  notifications.show({
    id,
    autoClose: 10_000,
    withBorder: true,
    role: 'status',
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text>{message}</Text>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  })
}
