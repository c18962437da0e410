import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Proposal } from '../../../electron/shared/proposal'
import { Modal } from '../../overlays/Modal'
import { cancelSending, holdSending } from './review-actions'

/** Holds or ends what is on its way to the store, as an upload is held and ended. */
export function SendingWays({ proposal }: { proposal: Proposal }) {
  const [asked, setAsked] = useState(false)
  const { sending, ending } = proposal
  if (!sending || ending !== null || sending.sent === sending.total) return null
  const isHeld = sending.held > 0
  return (
    <>
      <Button
        variant="default"
        leftSection={isHeld ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
        onClick={() => void holdSending(proposal, !isHeld)}
      >
        {isHeld ? 'Release' : 'Hold'}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setAsked(true)}>
        Cancel…
      </Button>
      <CancelDialog proposal={proposal} sent={sending.sent} opened={asked} onClose={() => setAsked(false)} />
    </>
  )
}

type CancelProps = { proposal: Proposal; sent: number; opened: boolean; onClose: () => void }

function CancelDialog({ proposal, sent, opened, onClose }: CancelProps) {
  const [isBusy, setBusy] = useState(false)
  const cancel = async (keepSent: boolean) => {
    setBusy(true)
    if (await cancelSending(proposal, keepSent)) onClose()
    setBusy(false)
  }
  return (
    <Modal opened={opened} onClose={onClose} title="Cancel these changes?">
      <Stack gap="md">
        <Text>
          {sent === 0
            ? 'Nothing of it is in the store yet. What waits is not sent, and is here as it was before.'
            : `${formatNumber(sent)} ${sent === 1 ? 'change is' : 'changes are'} in the store already. What waits is not sent, and is here as it was before.`}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Go on sending
          </Button>
          {sent > 0 && (
            <Button color="red" variant="light" loading={isBusy} onClick={() => void cancel(false)}>
              Take back what is there
            </Button>
          )}
          <Button color="red.9" loading={isBusy} onClick={() => void cancel(true)}>
            {sent > 0 ? 'Keep what is there' : 'Cancel the changes'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
