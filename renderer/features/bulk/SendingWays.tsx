import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Proposal } from '../../../electron/shared/proposal'
import { CancelQuestion } from '../../overlays/CancelQuestion'
import { cancelSending, holdSending } from './review-actions'

const words = { goOn: 'Go on sending', takeBack: 'Undo what is there', cancel: 'Cancel the changes' }

const nothingYet = { sent: 0, total: 0, held: 0 }

/** Holds or ends what is written and on its way to the store, as an upload is held and ended. */
export function SendingWays({ proposal }: { proposal: Proposal }) {
  const [asked, setAsked] = useState(false)
  const { state, ending } = proposal
  const sending = proposal.sending ?? nothingYet
  const isSent = state === 'applied' && sending.sent === sending.total
  if (ending !== null || isSent) return null
  const isHeld = sending.held > 0
  return (
    <>
      <Button
        variant="default"
        disabled={proposal.sending === null}
        leftSection={isHeld ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
        onClick={() => void holdSending(proposal, !isHeld)}
      >
        {isHeld ? 'Release' : 'Hold'}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setAsked(true)}>
        Cancel…
      </Button>
      <CancelQuestion
        title="Cancel these changes?"
        isSent={sending.sent > 0}
        words={words}
        opened={asked}
        onClose={() => setAsked(false)}
        onCancel={(keepSent) => cancelSending(proposal, keepSent)}
      >
        {`${sentText(sending.sent)} What waits is not sent, and is here as it was before.${
          state === 'applying' ? ' What is not written yet is left out.' : ''
        }`}
      </CancelQuestion>
    </>
  )
}

function sentText(sent: number): string {
  if (sent === 0) return 'Nothing of it is in the store yet.'
  return `${formatNumber(sent)} ${sent === 1 ? 'change is' : 'changes are'} in the store already.`
}
