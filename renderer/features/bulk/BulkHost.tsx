import { useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { later } from '../../components/later'
import { Modal } from '../../overlays/Modal'
import { closeBulk, isSent, loadProposal, useBulkStore } from '../../stores/bulk-store'
import { useChangesStore } from '../../stores/changes-store'
import { loadTimed, useTimedStore } from '../../stores/timed-store'
import { useViewStore } from '../../stores/view-store'
import { AskBulk } from './AskBulk'
import { DiscardQuestion } from './DiscardQuestion'

const MissedQuestion = later(async () => (await import('./MissedQuestion')).MissedQuestion)

const titles = {
  set: 'Set a field',
  categories: 'Categories',
  prices: 'Prices and sales',
  replace: 'Find and replace',
  fill: 'Fill from a pattern',
  stock: 'Stock',
  options: 'Options and variations',
} as const

/** Asks what is to be done with the selected products, over whichever screen. */
export function BulkHost() {
  const connectionId = useViewStore((view) => view.connectionId)
  useEffect(() => {
    if (connectionId === null) return
    void loadProposal(connectionId)
    void loadTimed(connectionId)
  }, [connectionId])
  const asked = useBulkStore((state) => state.asked)
  // The dialog fades out with what it showed.
  const [last, setLast] = useState(asked)
  if (asked && asked !== last) setLast(asked)
  return (
    <>
      <Modal opened={asked !== null} onClose={closeBulk} title={last ? titles[last.panel] : ''} size={640}>
        {last && <AskBulk key={`${last.connectionId} ${last.panel}`} asked={last} />}
      </Modal>
      <DiscardQuestion />
      <Followed connectionId={connectionId} />
      <Missed />
    </>
  )
}

/** What was written is followed to the store on every screen, and what becomes of it then where its review is looked at. */
function Followed({ connectionId }: { connectionId: string | null }) {
  const isShown = useViewStore((view) => view.screen === 'review')
  const isNews = useBulkStore(({ proposals }) => {
    const proposal = connectionId === null ? null : proposals[connectionId]
    return proposal?.state === 'applied' && (isShown || !isSent(proposal))
  })
  return connectionId !== null && isNews ? <Following connectionId={connectionId} /> : null
}

const askEveryMs = 1000

function Following({ connectionId }: { connectionId: string }) {
  const news = useThrottledValue(
    useChangesStore((state) => state.revision),
    askEveryMs,
  )
  useEffect(() => void loadProposal(connectionId), [connectionId, news])
  return null
}

/** Seldom asked, so its code is read when something was missed. */
function Missed() {
  const isMissed = useTimedStore(({ timed }) =>
    Object.values(timed).some((all) => all.some((one) => one.missed !== null)),
  )
  // Answered, it fades out.
  const [wasMissed, setWasMissed] = useState(isMissed)
  if (isMissed && !wasMissed) setWasMissed(true)
  return wasMissed ? <MissedQuestion /> : null
}
