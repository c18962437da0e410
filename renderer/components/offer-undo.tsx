import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ErrorInfo } from '../../electron/shared/errors'
import { tellWhyNot } from './notify'

type Offer = {
  /** What was done, as a short sentence. */
  message: string
  /** Takes it back; answers with why not. */
  undo: () => Promise<ErrorInfo | null>
  label?: 'Undo' | 'Redo'
  /** How long there is a way back, in ms. */
  forMs?: number
}

let count = 0

/** Says what was done, with the way back for a few seconds. Later the Changes screen has it. Answers with what takes it away. */
export function offerUndo({ message, undo, label = 'Undo', forMs = 10_000 }: Offer): () => void {
  const id = `undo ${++count}`
  const takeBack = async () => {
    notifications.hide(id)
    tellWhyNot(await undo())
  }
  notifications.show({
    id,
    autoClose: forMs,
    withBorder: true,
    role: 'status',
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {message}
        </Text>
        <Button size="compact-sm" variant="default" style={{ flex: 'none' }} onClick={() => void takeBack()}>
          {label}
        </Button>
      </Group>
    ),
  })
  return () => notifications.hide(id)
}

type Done = {
  problem: ErrorInfo | null
  changeSetId: number | null
  message: string
  undo: (changeSetId: number) => Promise<ErrorInfo | null>
}

/** What became of an act: why not, and what was written of it, with the way back. Null: there was nothing to do. */
export function tellDone(done: Done | null): void {
  if (done === null) return
  const { problem, changeSetId, message, undo } = done
  tellWhyNot(problem)
  if (changeSetId !== null) offerUndo({ message, undo: () => undo(changeSetId) })
}
