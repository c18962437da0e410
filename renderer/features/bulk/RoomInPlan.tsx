import { Text } from '@mantine/core'
import type { Proposal } from '../../../electron/shared/proposal'
import { Status } from '../../components/Status'
import { useStoreStore } from '../../stores/store-store'
import { roomText } from './bulk-words'

/** How many products the store’s plan still takes, where its key may know that. */
export function RoomInPlan({ proposal: { state, creations } }: { proposal: Proposal }) {
  const most = useStoreStore(({ snapshot }) => snapshot?.profile?.maxProducts ?? null)
  const products = useStoreStore(({ snapshot }) => snapshot?.productCount ?? 0)
  if (state !== 'ready' || creations === 0 || most === null || most <= 0) return null
  const { text, isTooFew } = roomText({ creations, products, most })
  return isTooFew ? (
    <Status tone="warning">{text}</Status>
  ) : (
    <Text c="dimmed" className="tabular">
      {text}
    </Text>
  )
}
