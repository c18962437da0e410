import { Button, Progress, Text } from '@mantine/core'
import { useState } from 'react'
import { deedOfAction } from '../../../electron/shared/bulk-action'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Proposal } from '../../../electron/shared/proposal'
import { deedText } from '../../../electron/shared/words/bulk-deed'
import { notifyProblem } from '../../components/notify'
import { Status } from '../../components/Status'
import { useAccess } from '../../stores/access'
import { discardProposal } from '../../stores/bulk-store'
import { clearPicked } from '../../stores/product-selection'
import { showChangesTab } from '../../stores/view-store'
import { productsText } from './bulk-words'
import { applyProposal, saveCsv } from './review-actions'
import { SendingLine } from './SendingLine'
import { SendingWays } from './SendingWays'
import classes from './review.module.css'

/** What happens next, and the yes. */
export function ReviewFoot({ proposal }: { proposal: Proposal }) {
  const { canUpdate, reason } = useAccess()
  const [isBusy, setBusy] = useState(false)
  const { state, products } = proposal
  const title = deedText(deedOfAction(proposal.action), products)
  const discard = async () => {
    const problem = await discardProposal(proposal)
    if (problem) notifyProblem(problem)
  }
  const apply = async () => {
    setBusy(true)
    await applyProposal(proposal)
    clearPicked()
    setBusy(false)
  }
  if (state === 'applied' || state === 'applying') return <Written proposal={proposal} onClose={() => void discard()} />
  return (
    <footer className={classes.foot}>
      <div className={classes.footText}>
        {canUpdate ? (
          <Text c="dimmed">Nothing is written before you say so. All of it can be undone.</Text>
        ) : (
          <Status tone="info">{reason}</Status>
        )}
      </div>
      {state === 'ready' && (
        <Button variant="subtle" onClick={() => void saveCsv(proposal, title)}>
          Export as CSV
        </Button>
      )}
      <Button variant="default" onClick={() => void discard()}>
        Discard
      </Button>
      <Button
        disabled={state !== 'ready' || products === 0 || !canUpdate}
        loading={isBusy}
        color={proposal.deletions > 0 ? 'red.9' : undefined}
        onClick={() => void apply()}
      >
        Apply to {productsText(products)}
      </Button>
    </footer>
  )
}

type WrittenProps = { proposal: Proposal; onClose: () => void }

function Written({ proposal, onClose }: WrittenProps) {
  const { state, products, made } = proposal
  const isDone = state === 'applied'
  const title = deedText(deedOfAction(proposal.action), products)
  return (
    <footer className={classes.foot}>
      <div className={classes.footText}>
        {isDone ? (
          <SendingLine proposal={proposal} />
        ) : (
          <>
            <Text className="tabular">
              Writing {formatNumber(made)} of {productsText(products)}
            </Text>
            <Progress value={products === 0 ? 0 : (100 * made) / products} aria-label="Products written" mt={4} />
          </>
        )}
      </div>
      {isDone && (
        <>
          <SendingWays proposal={proposal} />
          <Button variant="subtle" onClick={() => void saveCsv(proposal, title)}>
            Results as CSV
          </Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button onClick={() => showChangesTab('all')}>Open Changes</Button>
        </>
      )}
    </footer>
  )
}
