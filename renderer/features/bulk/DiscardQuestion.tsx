import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { deedOfAction } from '../../../electron/shared/bulk-action'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { deedText } from '../../../electron/shared/words/bulk-deed'
import { Modal } from '../../overlays/Modal'
import { useBulkStore } from '../../stores/bulk-store'

/** Before a newer action takes the place of a review that its owner has worked on. */
export function DiscardQuestion() {
  const question = useBulkStore((state) => state.question)
  // The dialog fades out with what it showed.
  const [last, setLast] = useState(question)
  if (question && question !== last) setLast(question)
  const refuse = () => question?.answer(false)
  return (
    <Modal opened={question !== null} onClose={refuse} title="Discard the other review?">
      {last && (
        <Stack gap="md">
          <Text>
            “{deedText(deedOfAction(last.proposal.action), last.proposal.products)}” is still to be reviewed, and you
            left out {formatNumber(last.proposal.out)} of its edits. Only one review is open at a time. Nothing of it
            was written.
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-autofocus onClick={refuse}>
              Keep it
            </Button>
            <Button color="red.9" onClick={() => question?.answer(true)}>
              Discard it
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
