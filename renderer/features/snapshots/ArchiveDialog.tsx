import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { Status } from '../../components/Status'
import { Modal } from '../../overlays/Modal'
import { exportArchive } from '../../stores/exports-store'

/** `snapshotId` null: the store as it is now. */
type Props = { connectionId: string; snapshotId: number | null; opened: boolean; onClose: () => void }

/** All of a store goes into one file. */
export function ArchiveDialog({ connectionId, snapshotId, opened, onClose }: Props) {
  const [pictures, setPictures] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)

  async function begin(): Promise<void> {
    setBusy(true)
    const why = await exportArchive(connectionId, { snapshotId, pictures })
    setProblem(why)
    setBusy(false)
    if (!why) onClose()
  }

  return (
    <Modal opened={opened} onClose={onClose} title="Export archive">
      <Stack gap="md">
        <Text>
          {snapshotId === null
            ? 'One file (.zip) with all products, categories and product types as you see them now.'
            : 'One file (.zip) with all products, categories and product types as they were in this snapshot.'}{' '}
          Keep it wherever you like, and compare your store with it at any time.
        </Text>
        <Checkbox
          label="With pictures"
          description={
            snapshotId === null
              ? 'Their originals are loaded from your store, which may take long and much room.'
              : 'Their originals are loaded from your store, as far as they are still there. That may take long and much room.'
          }
          checked={pictures}
          onChange={(event) => setPictures(event.currentTarget.checked)}
        />
        {problem && (
          <Status tone="danger" role="alert">
            {problem.message}
          </Status>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={isBusy} onClick={() => void begin()}>
            Export…
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
