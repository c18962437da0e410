import { Button, Group } from '@mantine/core'
import type { Proposal } from '../../../electron/shared/proposal'
import { Status } from '../../components/Status'
import { refusedText } from './bulk-words'

/** What of it cannot be, and the way there. */
export function RefusedNote({ proposal, onShow }: { proposal: Proposal; onShow: () => void }) {
  if (proposal.refused === 0 || proposal.state === 'making') return null
  return (
    <Group gap="xs">
      <Status tone="warning">{refusedText(proposal)}</Status>
      <Button size="compact-xs" variant="default" onClick={onShow}>
        Show them
      </Button>
    </Group>
  )
}
