import { useEffect, useState } from 'react'
import { later } from '../../components/later'
import { Modal } from '../../overlays/Modal'
import { closeBulk, loadProposal, useBulkStore } from '../../stores/bulk-store'
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
      <Missed />
    </>
  )
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
