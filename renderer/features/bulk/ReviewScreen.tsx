import { Progress, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Proposal, ReviewView } from '../../../electron/shared/proposal'
import { EmptyNote } from '../../components/EmptyNote'
import { useProposal } from '../../stores/bulk-store'
import { isNothing, tallyText, titleOf } from './bulk-words'
import { RefusedNote } from './RefusedNote'
import { ReviewFoot } from './ReviewFoot'
import { ReviewRows } from './ReviewRows'
import { RoomInPlan } from './RoomInPlan'
import { ReviewTools } from './ReviewTools'
import classes from './review.module.css'

/** Everything that would be written of many products, before it is. */
export function ReviewScreen() {
  const proposal = useProposal()
  if (!proposal) {
    return (
      <EmptyNote title="There is nothing to review">
        Select products in the catalogue and choose what is to be done with them.
      </EmptyNote>
    )
  }
  return <Review key={proposal.id} proposal={proposal} />
}

function Review({ proposal }: { proposal: Proposal }) {
  const { action, state } = proposal
  // Most of what a table says is so already; what is left out stays in sight, to be ticked again.
  const filter = action.kind === 'import' ? 'changing' : 'all'
  const [view, setView] = useState<ReviewView>({ by: 'product', order: 'list', filter })
  const title = titleOf(proposal)
  return (
    <div className={classes.review}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <output className={classes.tally} aria-live="polite">
          {state === 'making' ? 'Looking at the products' : tallyText(proposal)}
        </output>
        <RoomInPlan proposal={proposal} />
        <RefusedNote proposal={proposal} onShow={() => setView({ ...view, filter: 'refused', text: '' })} />
      </header>
      {state === 'making' ? (
        <Making proposal={proposal} />
      ) : state === 'failed' ? (
        <EmptyNote title="The review could not be made">
          Nothing was changed. Discard it and try again; the log says what went wrong.
        </EmptyNote>
      ) : (
        <>
          <ReviewTools proposal={proposal} view={view} onView={setView} />
          <ReviewRows proposal={proposal} view={view} whyNothing={isNothing(proposal) ? whereItIs(proposal) : null} />
        </>
      )}
      <ReviewFoot proposal={proposal} />
    </div>
  )
}

const whereItIs = ({ same }: Proposal): string =>
  same > 0 ? 'Choose “No change” above to see what is like this already.' : 'You can close this review.'

function Making({ proposal: { done, total } }: { proposal: Proposal }) {
  return (
    <div className={classes.making}>
      <Progress value={total === 0 ? 100 : (100 * done) / total} aria-label="Products looked at" w="min(420px, 80%)" />
      <Text c="dimmed" className="tabular">
        {formatNumber(done)} of {formatNumber(total)} products
      </Text>
    </div>
  )
}
