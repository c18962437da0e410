import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Modal } from './Modal'

type Props = {
  title: string
  /** What becomes of what is sent, and of what waits. */
  children: string
  /** Whether something of it is in the store already. */
  isSent: boolean
  words: { goOn: string; takeBack: string; cancel: string }
  opened: boolean
  onClose: () => void
  /** Whether it is being cancelled. */
  onCancel: (keepSent: boolean) => Promise<boolean>
}

/** Whether what is on its way to the store is to end, and what becomes of what is there already. */
export function CancelQuestion({ title, children, isSent, words, opened, onClose, onCancel }: Props) {
  const [isBusy, setBusy] = useState(false)
  const cancel = async (keepSent: boolean) => {
    setBusy(true)
    if (await onCancel(keepSent)) onClose()
    setBusy(false)
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack gap="md">
        <Text>{children}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words.goOn}
          </Button>
          {isSent && (
            <Button color="red" variant="light" loading={isBusy} onClick={() => void cancel(false)}>
              {words.takeBack}
            </Button>
          )}
          <Button color="red.9" loading={isBusy} onClick={() => void cancel(true)}>
            {isSent ? 'Keep what is there' : words.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
